import { part2 } from '@openum/content/disclosure/load.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { appealFile, decidedAppeal } from '@openum/domain/audit/appealFile.ts';
import { approvalFile } from '@openum/domain/audit/approvalFile.ts';
import { denialFile } from '@openum/domain/audit/denialFile.ts';
import type { FileElement } from '@openum/domain/audit/element.ts';
import { drawSample, type SampleProgress, sampleProgress, seedOf, type Verdict } from '@openum/domain/audit/sample.ts';
import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { receiptOf } from '../clock/receipts.ts';
import { withheldFrom } from '../part2/access.ts';
import type { AuditSample, FileReading, KeptSample, SampledFile, UniverseQuery } from '../port/auditSamples.ts';
import type { Scope } from '../port/scope.ts';

export type Auditor = { readonly userId: string; readonly name: string };

export type SampleView = KeptSample & { readonly progress: SampleProgress };

export type AuditFileView = {
  readonly sample: AuditSample;
  readonly file: SampledFile;
  readonly files: number;
  readonly memberName: string;
  readonly service: string;
  readonly elements: readonly FileElement[];
  /** Of this file, oldest first. */
  readonly readings: readonly FileReading[];
  readonly progress: SampleProgress;
};

const withProgress = (kept: KeptSample): SampleView => ({
  ...kept,
  progress: sampleProgress(
    kept.files.length,
    new Map(kept.readings.map((r): readonly [number, Verdict] => [r.position, r.verdict])),
  ),
});

/** Draws and keeps a sample; undefined when the universe is empty. The same seed draws the same files from the same universe. */
export const drawAuditSample = async (
  { auditSamples, environment }: Casework,
  scope: Scope,
  by: Auditor,
  query: UniverseQuery & { readonly seed?: number },
): Promise<SampleView | undefined> => {
  const { seed: asked, ...universeOf } = query;
  const universe = await auditSamples.universe(scope, universeOf);
  if (universe.length === 0) return undefined;
  const sampleId = environment.newId();
  const seed = asked ?? seedOf(environment.sha256Hex(sampleId));
  const sample: AuditSample = {
    ...universeOf,
    sampleId,
    seed,
    universeSize: universe.length,
    drawnByUserId: by.userId,
    drawnByName: by.name,
    drawnAt: environment.now(),
  };
  await auditSamples.save(scope, sample, drawSample(universe, seed));
  return readSample({ auditSamples }, scope, sampleId);
};

export const readSample = async (
  { auditSamples }: Pick<Casework, 'auditSamples'>,
  scope: Scope,
  sampleId: string,
): Promise<SampleView | undefined> => {
  const kept = await auditSamples.sample(scope, sampleId);
  return kept && withProgress(kept);
};

export const listSamples = async (
  { auditSamples }: Casework,
  scope: Scope,
  limit: number,
): Promise<readonly SampleView[]> => (await auditSamples.list(scope, limit)).map(withProgress);

const elementsOf = (
  { knowledge, environment }: Casework,
  c: Case,
  item: CaseItem,
  universe: AuditSample['universe'],
): readonly FileElement[] => {
  const now = environment.now();
  const receipts = (clocks: readonly StartedClock[]) => clocks.map((k) => receiptOf(c, k, knowledge, now));
  if (universe === 'automatic') return approvalFile(c, item);
  if (universe === 'appeals') return appealFile(c, item, receipts(decidedAppeal(c, item)?.clocks ?? []));
  const waited = c.clocks.filter((k) => k.itemSequences === undefined || k.itemSequences.includes(item.sequence));
  return denialFile(c, item, receipts(waited));
};

/** One file of a sample with what it shows and what it lacks; undefined when there is none. */
export const readAuditFile = async (
  casework: Casework,
  scope: Scope,
  sampleId: string,
  position: number,
  reader: PersonActor,
): Promise<AuditFileView | Refusal | undefined> => {
  const view = await readSample(casework, scope, sampleId);
  const file = view?.files.find((f) => f.position === position);
  const loaded = file && (await loadCase(casework.cases, scope, file.caseId));
  const item = loaded?.state.items.find((i) => i.sequence === file?.itemSequence);
  if (!view || !file || !loaded || !item) return undefined;
  // The file of an approval says what each point rests on.
  const closed = view.sample.universe === 'automatic' && withheldFrom(loaded, reader) && part2Problem(reader, part2);
  if (closed) return closed;
  const { member } = loaded.state.request;
  return {
    sample: view.sample,
    file,
    files: view.files.length,
    memberName: `${member.family}, ${member.given}`,
    service: `${item.service.code} ${item.service.display ?? ''}`.trim(),
    elements: elementsOf(casework, loaded.state, item, view.sample.universe),
    readings: view.readings.filter((r) => r.position === position),
    progress: view.progress,
  };
};

/** Keeps what was found in a file; undefined when the sample has no such file. */
export const recordReading = async (
  { auditSamples, environment }: Casework,
  scope: Scope,
  by: Auditor,
  on: { readonly sampleId: string; readonly position: number },
  found: { readonly verdict: Verdict; readonly note: string },
): Promise<SampleView | undefined> => {
  const kept = await auditSamples.sample(scope, on.sampleId);
  if (!kept?.files.some((f) => f.position === on.position)) return undefined;
  await auditSamples.record(scope, on.sampleId, {
    readingId: environment.newId(),
    position: on.position,
    ...found,
    readByUserId: by.userId,
    readByName: by.name,
    readAt: environment.now(),
  });
  return readSample({ auditSamples }, scope, on.sampleId);
};

import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { part2Statement } from '../part2/access.ts';
import type { Scope } from '../port/scope.ts';
import { clocksThrough } from './clocks.ts';
import { factTrail } from './facts.ts';
import { appealsSection } from './index/appeal.ts';
import { clocksSection } from './index/clock.ts';
import { noticesSection, peerToPeerSection } from './index/contact.ts';
import { criteriaSection, determinationsSection } from './index/determination.ts';
import type { IndexPrinter } from './index/document.ts';
import { eventsSection, factsSection, filesSection, peopleSection, readsSection } from './index/log.ts';
import { modelSection } from './index/model.ts';
import { headFacts, linesSection } from './index/request.ts';
import { type KeptFile, keptFiles } from './kept.ts';
import { knowledgeUsed } from './knowledge.ts';
import { modelRecord } from './model.ts';
import {
  clocksPath,
  eventsPath,
  exchangesPath,
  factsPath,
  indexPath,
  manifestPath,
  type Proof,
  type ProofFile,
  type ProofManifest,
  questionsPath,
  readsPath,
  statePath,
} from './proof.ts';
import { namedReads } from './reads.ts';

export type ProofOrder = {
  readonly caseId: string;
  readonly madeBy: { readonly name: string; readonly userId?: string };
  /** Name and version of the software, as the manifest gives it. */
  readonly software: string;
  readonly print: IndexPrinter;
  /** Files of the store that have been read and checked so far, of all. */
  readonly progress?: (done: number, of: number) => void;
};

const everyRead = 1_000_000;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (content: unknown): Uint8Array => utf8(`${JSON.stringify(content, null, 2)}\n`);
const lines = (rows: readonly unknown[]): Uint8Array => utf8(rows.map((r) => `${JSON.stringify(r)}\n`).join(''));

type Checked = ProofFile | { readonly path: string; readonly problem: string };

/** Reads a kept file once, to learn whether it is what the record says; it is read again when it is written. */
const check = async (file: KeptFile, sha256Hex: (bytes: Uint8Array) => string): Promise<Checked> => {
  const bytes = await file.bytes();
  if (!bytes) return { path: file.path, problem: 'the store has no such bytes' };
  const sha256 = sha256Hex(bytes);
  if (sha256 !== file.sha256)
    return { path: file.path, problem: `the bytes hash to ${sha256}, the record says ${file.sha256}` };
  return {
    path: file.path,
    sizeBytes: bytes.byteLength,
    sha256,
    bytes: async () => {
      const again = await file.bytes();
      if (!again) throw new Error(`${file.path} went away while the pack was written`);
      return again;
    },
  };
};

/**
 * Everything about one case, as files: the record itself, what it was worked by, and what went in and out. Written into the log of
 * reads before anything is handed out. Undefined when this tenant has no such case.
 */
export const collectProof = async (given: Casework, scope: Scope, order: ProofOrder): Promise<Proof | undefined> => {
  const casework = await withOwnCriteria(given, scope);
  const { cases, environment, identity, knowledge, readLog } = casework;
  const { caseId, madeBy, progress } = order;
  const tenant = await identity.tenant(scope);
  const loaded = await loadCase(cases, scope, caseId);
  if (!loaded || !tenant) return undefined;
  const { state, events } = loaded;
  const madeAt: Instant = environment.now();
  await readLog.record(scope, {
    readId: environment.newId(),
    caseId,
    ...(madeBy.userId ? { userId: madeBy.userId } : {}),
    purpose: 'audit',
    what: 'proofPack',
    at: madeAt,
  });

  const made = (path: string, bytes: Uint8Array): ProofFile => ({
    path,
    sizeBytes: bytes.byteLength,
    sha256: environment.sha256Hex(bytes),
    bytes: async () => bytes,
  });
  const clocks = clocksThrough(events, knowledge, madeAt);
  const facts = factTrail(events);
  const reads = await namedReads(casework, scope, caseId, everyRead);
  const model = await modelRecord(casework, scope, caseId, state);
  const used = knowledgeUsed(events, clocks, knowledge);

  const kept: Checked[] = [];
  const wanted = keptFiles(cases, scope, caseId, state);
  for (const file of wanted) {
    kept.push(await check(file, environment.sha256Hex));
    progress?.(kept.length, wanted.length);
  }
  const missing = [...used.missing, ...kept.flatMap((k) => ('problem' in k ? [k] : []))];
  const files: readonly ProofFile[] = [
    made(eventsPath, lines(events)),
    made(statePath, json(state)),
    made(clocksPath, json(clocks)),
    made(factsPath, json(facts)),
    made(readsPath, lines(reads)),
    ...(model.questions.length > 0
      ? [made(questionsPath, lines(model.questions)), made(exchangesPath, lines(model.exchanges))]
      : []),
    ...used.files.map(({ path, content }) => made(path, json(content))),
    ...kept.flatMap((k) => ('problem' in k ? [] : [k])),
  ];

  const statement = part2Statement(state);
  const index = made(
    indexPath,
    await order.print({
      title: `Proof pack of case ${state.caseNumber}`,
      plan: tenant.name,
      footer: `Case ${state.caseNumber}, made ${madeAt} by ${madeBy.name}`,
      ...(statement ? { statement } : {}),
      facts: headFacts(state),
      sections: [
        linesSection(state, knowledge.services),
        determinationsSection(state),
        criteriaSection(state),
        clocksSection(state, clocks),
        noticesSection(state),
        peerToPeerSection(state),
        appealsSection(state),
        peopleSection(events),
        eventsSection(events, state.request.zone),
        factsSection(facts, state.request.zone),
        modelSection(model, state),
        readsSection(reads, state),
        filesSection(files, missing),
      ],
    }),
  );
  const last = events.at(-1);
  const manifest: ProofManifest = {
    format: 'openum-proof',
    formatVersion: 1,
    software: order.software,
    plan: tenant.name,
    caseId,
    caseNumber: state.caseNumber,
    madeAt,
    madeBy: madeBy.name,
    chainHead: { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' },
    ...(statement ? { disclosureStatement: statement } : {}),
    missing,
    files: [index, ...files].map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
  };
  return { manifest, files: [index, made(manifestPath, json(manifest)), ...files] };
};

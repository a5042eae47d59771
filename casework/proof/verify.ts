import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { BusinessCalendar } from '@openum/domain/clock/calendar.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { StoredEvent } from '../port/caseStore.ts';
import { firstBrokenLink } from '../port/chain.ts';
import type { Exchange } from '../port/modelLog.ts';
import { canonical } from '../verify/canonical.ts';
import { clocksThrough } from './clocks.ts';
import { documentPath, letterPath } from './kept.ts';
import { modelProblems, type ProofQuestion } from './model.ts';
import {
  calendarsFolder,
  clocksPath,
  eventsPath,
  exchangesPath,
  manifestPath,
  type ProofManifest,
  questionsPath,
  rulesFolder,
  statePath,
} from './proof.ts';

/** A pack as it lies there, read without trust. */
export type PackReader = {
  /** Every name in the archive, repeated ones too. */
  readonly paths: readonly string[];
  readonly digest: (path: string) => Promise<{ readonly sha256: string; readonly sizeBytes: number }>;
  readonly text: (path: string) => Promise<string>;
};

export type ProofCheck = { readonly name: string; readonly problems: readonly string[] };
export type Verdict = {
  readonly manifest?: ProofManifest;
  readonly checks: readonly ProofCheck[];
  readonly sound: boolean;
};

const parsed = async <T>(pack: PackReader, path: string): Promise<T> => JSON.parse(await pack.text(path)) as T;

const parsedLines = async <T>(pack: PackReader, path: string): Promise<readonly T[]> =>
  (await pack.text(path))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const files = async (pack: PackReader, manifest: ProofManifest): Promise<readonly string[]> => {
  const problems: string[] = [];
  const named = new Set([manifestPath, ...manifest.files.map((f) => f.path)]);
  for (const [i, path] of pack.paths.entries()) {
    if (!named.has(path)) problems.push(`${path} is not in the manifest`);
    if (pack.paths.indexOf(path) !== i) problems.push(`${path} is there twice`);
  }
  for (const file of manifest.files) {
    if (!pack.paths.includes(file.path)) {
      problems.push(`${file.path} is missing`);
      continue;
    }
    const { sha256, sizeBytes } = await pack.digest(file.path);
    if (sha256 !== file.sha256 || sizeBytes !== file.sizeBytes)
      problems.push(`${file.path} is not what the manifest says`);
  }
  return problems;
};

const chain = (
  events: readonly StoredEvent[],
  { caseId, chainHead }: ProofManifest,
  sha256Hex: (text: string) => string,
): readonly string[] => {
  const broken = firstBrokenLink(sha256Hex, caseId, events);
  if (broken !== undefined) return [`event ${broken}: its place, its link or its content is not what was written`];
  const last = events.at(-1);
  return last?.sequence === chainHead.sequence && last.hash === chainHead.hash
    ? []
    : ['the last event is not the head of the chain that the manifest states'];
};

const replay = async (pack: PackReader, events: readonly RecordedEvent[]): Promise<readonly string[]> =>
  canonical(fold(events)) === canonical(await parsed<unknown>(pack, statePath))
    ? []
    : ['the events do not give the state that the pack states'];

const clocks = async (
  pack: PackReader,
  events: readonly RecordedEvent[],
  manifest: ProofManifest,
): Promise<readonly string[]> => {
  const under = <T>(folder: string): Promise<readonly T[]> =>
    Promise.all(pack.paths.filter((p) => p.startsWith(folder)).map((p) => parsed<T>(pack, p)));
  const rules = await under<TurnaroundRule>(rulesFolder);
  const calendars = await under<BusinessCalendar>(calendarsFolder);
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`${what} is not in the pack`);
    return value;
  };
  const counted = clocksThrough(
    events,
    {
      turnaroundRule: (id, version) =>
        found(
          rules.find((r) => r.id === id && r.version === version),
          `rule ${id} version ${version}`,
        ),
      calendars: (id) =>
        found(
          calendars.find((c) => c.id === id),
          `calendar ${id}`,
        ),
    },
    manifest.madeAt,
  );
  return canonical(counted) === canonical(await parsed<unknown>(pack, clocksPath))
    ? []
    : ['counting the clocks again does not give the receipts that the pack states'];
};

const kept = async (pack: PackReader, c: Case, manifest: ProofManifest): Promise<readonly string[]> => {
  const wanted = [
    ...c.documents.map((d, i) => ({ path: documentPath(d, i), sha256: d.sha256 })),
    ...c.notices.flatMap((n, i) => [
      { path: letterPath(n, i, 'pdf'), sha256: n.pdfSha256 },
      { path: letterPath(n, i, 'html'), sha256: n.htmlSha256 },
    ]),
  ];
  const problems: string[] = [];
  for (const { path, sha256 } of wanted) {
    const missing = manifest.missing.find((m) => m.path === path);
    if (missing) problems.push(`${path}: ${missing.problem}`);
    else if (!pack.paths.includes(path)) problems.push(`${path} is in the record and not in the pack`);
    else if ((await pack.digest(path)).sha256 !== sha256) problems.push(`${path} is not what the record says`);
  }
  return problems;
};

/** A pack about whose case no model was asked has no such files. */
const model = async (pack: PackReader, c: Case, sha256Hex: (text: string) => string): Promise<readonly string[]> => {
  const linesAt = <T>(path: string): Promise<readonly T[]> =>
    pack.paths.includes(path) ? parsedLines<T>(pack, path) : Promise.resolve([]);
  const questions = await linesAt<ProofQuestion>(questionsPath);
  return modelProblems(c, { questions, exchanges: await linesAt<Exchange>(exchangesPath) }, sha256Hex);
};

/** Checks a pack against itself, from its own files alone; nothing of an installation is asked. */
export const verifyProof = async (pack: PackReader, sha256Hex: (text: string) => string): Promise<Verdict> => {
  const checks: ProofCheck[] = [];
  const run = async (name: string, check: () => Promise<readonly string[]> | readonly string[]): Promise<void> => {
    try {
      checks.push({ name, problems: await check() });
    } catch (error) {
      checks.push({ name, problems: [error instanceof Error ? error.message : 'it cannot be read'] });
    }
  };
  const read = async <T>(name: string, from: () => Promise<T>): Promise<T | undefined> => {
    let value: T | undefined;
    await run(name, async () => {
      value = await from();
      return [];
    });
    return value;
  };

  const manifest = await read('The manifest can be read', async () => {
    const m = await parsed<ProofManifest>(pack, manifestPath);
    if (m.format !== 'openum-proof' || m.formatVersion !== 1)
      throw new Error('it is not a proof pack of a version known here');
    return m;
  });
  if (manifest) {
    await run('Every file is there and unchanged', () => files(pack, manifest));
    const events = await read('The events can be read', () => parsedLines<StoredEvent>(pack, eventsPath));
    if (events) {
      await run('The chain of events is whole', () => chain(events, manifest, sha256Hex));
      await run('The events give the stated case', () => replay(pack, events));
      await run('The clocks count to the stated receipts', () => clocks(pack, events, manifest));
      await run('Messages, documents and letters are those of the record', () => {
        const state = fold(events);
        return state.kind === 'none' ? ['there is no case'] : kept(pack, state, manifest);
      });
      await run('What was suggested, sent and received is what the record says', () => {
        const state = fold(events);
        return state.kind === 'none' ? ['there is no case'] : model(pack, state, sha256Hex);
      });
    }
  }
  return { ...(manifest ? { manifest } : {}), checks, sound: checks.every((c) => c.problems.length === 0) };
};

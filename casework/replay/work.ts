import { counted } from '@openum/domain/replay/counts.ts';
import { effectOf } from '@openum/domain/replay/line.ts';
import { addElapsed, startOfDay } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { textsOf } from '../ownCriteria/own.ts';
import type { Tenant } from '../port/identity.ts';
import type { ReplayFinding, TakenReplay } from '../port/replays.ts';
import { asIfAlways, candidatesOf, type Hypothesis, replayCase } from './read.ts';

const leaseSeconds = 60;
/** Cases of one stretch: kept with its place in one transaction, so that a process that ends loses one stretch of work. */
const stretch = 200;
/** Stretches of one turn, so that other work gets its turn, too. */
const stretches = 5;

type Failed = (error: unknown) => void;

type Run = {
  readonly casework: Casework;
  readonly tenant: Tenant;
  readonly hypothesis: Hypothesis;
  readonly onFailure: Failed;
};

type Histories = Awaited<ReturnType<Casework['replays']['histories']>>;
type Stretch = { readonly cursor: string; readonly cases: number; readonly histories: Histories };

/** The next cases; undefined when there are none left. */
const fetchStretch = async (
  { casework: { replays }, tenant, hypothesis }: Run,
  replay: TakenReplay,
  after: string,
): Promise<Stretch | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const concerned = candidatesOf(hypothesis.set, hypothesis.knowledge, replay);
  const ids = await replays.candidates(scope, concerned, after, stretch);
  const cursor = ids.at(-1);
  if (cursor === undefined) return undefined;
  return { cursor, cases: ids.length, histories: await replays.histories(scope, ids) };
};

/** What a stretch adds; a case that cannot be read is told of and counted as such. */
const readStretch = ({ hypothesis, tenant, onFailure }: Run, replay: TakenReplay, { histories }: Stretch) => {
  const within = {
    from: startOfDay(replay.decidedFrom, tenant.zone),
    before: startOfDay(replay.decidedBefore, tenant.zone),
  };
  let unreadable = 0;
  const read = histories.flatMap(({ caseId, events }) => {
    try {
      return replayCase(events, hypothesis, within).map((line) => ({ caseId, line, effect: effectOf(line) }));
    } catch (error) {
      onFailure(error);
      unreadable++;
      return [];
    }
  });
  const findings = read.flatMap(({ caseId, line, effect }): readonly ReplayFinding[] =>
    effect ? [{ ...line, caseId, effect }] : [],
  );
  const lines = read.map((r) => r.line);
  const counts = { ...counted(replay.counts, lines), unreadable: replay.counts.unreadable + unreadable };
  return { findings, counts };
};

const workOne = async (run: Run, taken: TakenReplay): Promise<void> => {
  const { casework, tenant } = run;
  const { replays, environment } = casework;
  const scope = { tenantId: tenant.tenantId };
  let replay = taken;
  let upcoming = fetchStretch(run, replay, replay.cursor);
  for (let n = 1; n <= stretches; n++) {
    const found = await upcoming;
    if (found === undefined) {
      await replays.finish(scope, replay.replayId, 'done', environment.now());
      return;
    }
    // The database looks for the next ones while these are read.
    if (n < stretches) {
      upcoming = fetchStretch(run, replay, found.cursor);
      // Waited for in the next turn of the loop; should the writing fail first, its own failure is the one to be told.
      upcoming.catch(() => undefined);
    }
    const cases = replay.cases + found.cases;
    const { counts, findings } = readStretch(run, replay, found);
    const last = n === stretches;
    // After its last stretch a turn lets go at once: the next one is that of whichever process comes first.
    const leasedUntil = last ? environment.now() : addElapsed(environment.now(), { seconds: leaseSeconds });
    const progress = { after: replay.cursor, cursor: found.cursor, cases, counts, findings };
    const written = await replays.advance(scope, replay.replayId, progress, leasedUntil);
    if (!written) {
      await upcoming;
      return;
    }
    replay = { ...replay, cursor: found.cursor, cases, counts };
  }
};

const takeUp = async (given: Casework, tenant: Tenant, taken: TakenReplay, onFailure: Failed): Promise<void> => {
  const scope = { tenantId: tenant.tenantId };
  const casework = await withOwnCriteria(given, scope);
  const text = (await textsOf(casework, scope, [taken.sha256])).get(taken.sha256);
  if (text) await workOne({ casework, tenant, hypothesis: asIfAlways(text, casework.knowledge), onFailure }, taken);
  else await casework.replays.finish(scope, taken.replayId, 'failed', casework.environment.now());
};

/** Goes on with the running replays of every plan, one turn each. Returns how many there were. */
export const workReplays = async (casework: Casework, onFailure: Failed): Promise<number> => {
  const { identity, replays, environment } = casework;
  let taken = 0;
  for (const tenant of await identity.tenants()) {
    if (tenant.kind !== 'plan') continue;
    const scope = { tenantId: tenant.tenantId };
    const now = environment.now();
    const replay = await replays.take(scope, now, addElapsed(now, { seconds: leaseSeconds }));
    if (!replay) continue;
    taken++;
    try {
      await takeUp(casework, tenant, replay, onFailure);
    } catch (error) {
      onFailure(error);
    }
  }
  return taken;
};

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

/** One stretch; undefined when there is nothing left, false when somebody else has taken over. */
const advance = async (
  casework: Casework,
  tenant: Tenant,
  replay: TakenReplay,
  hypothesis: Hypothesis,
  onFailure: Failed,
): Promise<TakenReplay | undefined | false> => {
  const { replays, environment } = casework;
  const scope = { tenantId: tenant.tenantId };
  const concerned = candidatesOf(hypothesis.set, hypothesis.knowledge, replay);
  const ids = await replays.candidates(scope, concerned, replay.cursor, stretch);
  const cursor = ids.at(-1);
  if (cursor === undefined) return undefined;
  const within = {
    from: startOfDay(replay.decidedFrom, tenant.zone),
    before: startOfDay(replay.decidedBefore, tenant.zone),
  };
  let unreadable = 0;
  const read = (await replays.histories(scope, ids)).flatMap(({ caseId, events }) => {
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
  const cases = replay.cases + ids.length;
  const leasedUntil = addElapsed(environment.now(), { seconds: leaseSeconds });
  const progress = { after: replay.cursor, cursor, cases, counts, findings };
  const written = await replays.advance(scope, replay.replayId, progress, leasedUntil);
  return written && { ...replay, cursor, cases, counts };
};

const workOne = async (given: Casework, tenant: Tenant, taken: TakenReplay, onFailure: Failed): Promise<void> => {
  const scope = { tenantId: tenant.tenantId };
  const casework = await withOwnCriteria(given, scope);
  const text = (await textsOf(casework, scope, [taken.sha256])).get(taken.sha256);
  if (!text) {
    await casework.replays.finish(scope, taken.replayId, 'failed', casework.environment.now());
    return;
  }
  const hypothesis = asIfAlways(text, casework.knowledge);
  let replay = taken;
  for (let n = 0; n < stretches; n++) {
    const next = await advance(casework, tenant, replay, hypothesis, onFailure);
    if (next === false) return;
    if (next === undefined) {
      await casework.replays.finish(scope, replay.replayId, 'done', casework.environment.now());
      return;
    }
    replay = next;
  }
  // What is left waits for the next turn of whichever process comes first.
  const { cursor, cases, counts } = replay;
  const free = casework.environment.now();
  await casework.replays.advance(scope, replay.replayId, { after: cursor, cursor, cases, counts, findings: [] }, free);
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
      await workOne(casework, tenant, replay, onFailure);
    } catch (error) {
      onFailure(error);
    }
  }
  return taken;
};

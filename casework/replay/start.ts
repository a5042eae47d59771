import { invalid, isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { decideOwnCriteria, mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import { evolveCriteria, type OwnCriteria, openVersion } from '@openum/domain/ownCriteria/version.ts';
import { changedIn, noCounts } from '@openum/domain/replay/counts.ts';
import { addCalendarMonths, addDays, dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { ownCriteriaSet, textsOf } from '../ownCriteria/own.ts';
import type { Replay } from '../port/replays.ts';
import { candidatesOf } from './read.ts';

/** How far back a replay looks. */
const months = 12;

const scopeOf = ({ tenant }: Acting) => ({ tenantId: tenant.tenantId });

/** Begins to read the open version of a set over the decided cases of the last twelve months; the work goes on in the background. */
export const startReplay = async (acting: Acting, setId: string): Promise<Replay | Refusal> => {
  const no = mayNotOwnCriteria('ReadReplay', acting.actor);
  if (no) return no;
  const { casework, actor, now, tenant } = acting;
  const own = await ownCriteriaSet(casework, scopeOf(acting), setId);
  const v = openVersion(own);
  if (!v) return refuse('criteriaUnknown');
  const running = (await casework.replays.list(scopeOf(acting), setId, 10)).find((r) => r.state === 'running');
  if (running) return invalid('replay', 'one of this set is running already');
  const today = dateInZone(now, tenant.zone);
  const span = { decidedFrom: addCalendarMonths(today, -months), decidedBefore: addDays(today, 1) };
  const text = (await textsOf(casework, scopeOf(acting), [v.sha256])).get(v.sha256);
  if (!text) return invalid('version', 'its text is not there');
  const concerned = candidatesOf(text, casework.knowledge, span);
  const total = await casework.replays.countCandidates(scopeOf(acting), concerned);
  const replay: Replay = {
    replayId: casework.environment.newId(),
    setId,
    version: v.version,
    sha256: v.sha256,
    ...span,
    createdAt: now,
    createdBy: actor.name,
    state: 'running',
    total,
    cases: 0,
    counts: noCounts,
  };
  await casework.replays.create(scopeOf(acting), replay);
  return replay;
};

export const cancelReplay = async (acting: Acting, replayId: string): Promise<Replay | Refusal> => {
  const no = mayNotOwnCriteria('ReadReplay', acting.actor);
  if (no) return no;
  const ended = await acting.casework.replays.finish(scopeOf(acting), replayId, 'cancelled', acting.now);
  const replay = await acting.casework.replays.replay(scopeOf(acting), replayId);
  if (!replay) return invalid('replay', 'there is no such replay');
  return ended ? replay : invalid('replay', `it is ${replay.state}`);
};

/** Writes down that somebody has read a replay, which opens the way to publishing. */
export const acknowledgeReplay = async (
  acting: Acting,
  replayId: string,
  sequence: number,
): Promise<OwnCriteria | Refusal> => {
  const { casework, actor, now } = acting;
  const scope = scopeOf(acting);
  const replay = await casework.replays.replay(scope, replayId);
  if (!replay) return invalid('replay', 'there is no such replay');
  const before = await ownCriteriaSet(casework, scope, replay.setId);
  if (before.sequence !== sequence) return refuse('staleVersion');
  const { sha256, state, counts, version } = replay;
  const read = { replayId, sha256, done: state === 'done', lines: counts.all.lines, changed: changedIn(counts.all) };
  const events = decideOwnCriteria(before, { type: 'ReadReplay', actor, now, version, replay: read });
  if (isRefusal(events)) return events;
  const written = await casework.ownCriteria.append(scope, replay.setId, sequence, events);
  return written ? events.reduce(evolveCriteria, before) : refuse('staleVersion');
};

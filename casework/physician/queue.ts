import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type CriteriaBrief, criteriaBriefs } from '@openum/domain/brief/criteria.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { all, type Truth } from '@openum/domain/logic/truth.ts';
import type { Match } from '@openum/domain/matching/match.ts';
import type { Physician } from '@openum/domain/matching/physician.ts';
import { openPeerToPeers } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { QueueForecast } from '@openum/domain/physician/forecast.ts';
import { physicianMissing, waitingItems } from '@openum/domain/physician/waiting.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadEach } from '../case/loadEach.ts';
import type { Casework } from '../casework.ts';
import { physiciansOf } from '../matching/people.ts';
import { rankFor } from '../matching/rank.ts';
import { asShownTo } from '../part2/access.ts';
import type { Scope } from '../port/scope.ts';
import type { CaseRow } from '../projection/rows.ts';
import { readForecast } from './forecast.ts';

/** One answer of the criteria, for laying cases of one service side by side. */
export type QueuePoint = { readonly label: string; readonly found: 'for' | 'against' | 'unknown' };

export type QueueRow = {
  readonly row: CaseRow;
  /** Lines that wait; by the first of them the cases of one service stand together. */
  readonly items: readonly { readonly itemSequence: number; readonly code: string; readonly label: string }[];
  readonly answer: Truth | 'notRead';
  readonly points: readonly QueuePoint[];
  /** What the answer hinges on, by name. */
  readonly hinges: readonly string[];
  readonly reason?: string;
  readonly referredBy?: string;
  /** The caller, as somebody who might decide it; absent for those who are no physicians. */
  readonly mine?: Match;
  /** Why nobody has it, when a physician was looked for and none was found. */
  readonly problem?: string;
  readonly talkOpen: boolean;
  readonly informationOpen: boolean;
};

export type PhysicianQueue = {
  readonly now: Instant;
  readonly rows: readonly QueueRow[];
  readonly forecast: QueueForecast;
};

/** Cases are read by pages of so many. */
const pageSize = 100;

const pointsOf = (briefs: readonly CriteriaBrief[]): readonly QueuePoint[] => {
  const of = (found: QueuePoint['found'], points: readonly { readonly label: string }[]) =>
    points.map(({ label }) => ({ label, found }));
  const every = briefs.flatMap((b) => [
    ...of('against', b.opposes),
    ...of('unknown', b.unknown),
    ...of('for', b.supports),
  ]);
  return [...new Map(every.toReversed().map((p) => [p.label, p])).values()].toReversed();
};

const rowOf = (
  row: CaseRow,
  c: Case,
  people: readonly Physician[],
  userId: string,
  { knowledge }: Casework,
  now: Instant,
): QueueRow => {
  const waiting = waitingItems(c);
  const briefs = criteriaBriefs(
    c,
    waiting.map((i) => i.sequence),
  );
  const referral = c.referred.find((r) => waiting.some((i) => i.sequence === r.itemSequence));
  const [mine] = rankFor(
    c,
    people.filter((p) => p.userId === userId),
    knowledge,
    now,
  );
  const missing = physicianMissing(c);
  return {
    row,
    items: waiting.map((i) => ({
      itemSequence: i.sequence,
      code: i.service.code,
      label: serviceOf(knowledge.services, i.service)?.label ?? i.service.display ?? 'Service not in the catalogue',
    })),
    answer: briefs.length === 0 ? 'notRead' : all(briefs.map((b) => b.truth)),
    points: pointsOf(briefs),
    hinges: [...new Set(briefs.flatMap((b) => b.wouldChange.map((p) => p.label)))],
    ...(referral ? { reason: referral.reason, referredBy: referral.by } : {}),
    ...(mine ? { mine } : {}),
    ...(missing?.problem ? { problem: missing.problem } : {}),
    talkOpen: openPeerToPeers(c).length > 0,
    informationOpen: openInformationRequest(c) !== undefined,
  };
};

const everyWaiting = async ({ workList }: Casework, scope: Scope): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = [];
  let after: string | undefined;
  do {
    const page = await workList.page(scope, { queue: 'physician' }, after, pageSize);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
};

/** What did not meet criteria and waits for a physician, the earliest deadline first. Whoever calls this writes the reading down. */
export const readQueue = async (casework: Casework, scope: Scope, reader: PersonActor): Promise<PhysicianQueue> => {
  const { cases, environment } = casework;
  const now = environment.now();
  const [waiting, people, forecast] = await Promise.all([
    everyWaiting(casework, scope),
    physiciansOf(casework, scope),
    readForecast(casework, scope),
  ]);
  const caseIds = waiting.map((row) => row.caseId);
  const states = new Map((await loadEach(cases, scope, caseIds)).map((l) => [l.caseId, asShownTo(l, reader).state]));
  const rows = waiting.flatMap((row) => {
    const state = states.get(row.caseId);
    return state ? [rowOf(row, state, people, reader.userId, casework, now)] : [];
  });
  return { now, rows, forecast };
};

import { awaitsAnswer, looksAgainAt } from '@openum/domain/appeal/answer.ts';
import {
  type Appeal,
  appealOutcome,
  appealStatus,
  openAppealStatuses,
  type Reconsideration,
} from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { expectedAnswer } from '../appeal/answer.ts';
import { aidEndsAt } from '../appeal/window.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AppealRow } from './rows.ts';

type Read = { readonly started: StartedClock; readonly receipt: ClockReceipt };

const firstDue = (clocks: readonly StartedClock[], read: readonly Read[]): ClockReceipt | undefined =>
  read
    .filter((r) => clocks.some((k) => k.clockId === r.started.clockId) && r.receipt.metAt === undefined)
    .map((r) => r.receipt)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];

type Due = { readonly dueAt: Instant; readonly ruleId?: string };

/** What an open appeal waits for: the answer of a body outside, or the first clock of the plan's own. */
const nextDue = (c: Case, a: Appeal, knowledge: Knowledge, read: readonly Read[]): Due | undefined => {
  if (awaitsAnswer(a)) {
    const expected = expectedAnswer(c, a, knowledge);
    const dueAt = looksAgainAt(a, expected);
    return dueAt && { dueAt, ...(expected ? { ruleId: expected.ruleId } : {}) };
  }
  return firstDue(a.clocks, read);
};

const aidDue = (c: Case, a: Appeal, knowledge: Knowledge): Due | undefined => {
  const dueAt = aidEndsAt(c, a, knowledge);
  return dueAt && { dueAt };
};

/** When something is due, by the id of the appeal or the reconsideration. */
export const appealDue =
  (c: Case, knowledge: Knowledge, read: readonly Read[]) =>
  (id: string): Instant | undefined => {
    const a = c.appeals.find((x) => x.appealId === id);
    if (a) return nextDue(c, a, knowledge, read)?.dueAt;
    const asked = c.reconsiderations.find((r) => r.reconsiderationId === id);
    return asked && firstDue(asked.clocks, read)?.dueAt;
  };

/** What the lines are, and why they were denied before anybody appealed. */
const about = (c: Case, lines: readonly number[], knowledge: Knowledge) => {
  const item = c.items.find((i) => lines.includes(i.sequence));
  const denials = [...(item?.earlierDeterminations ?? []), ...(item?.determination ? [item.determination] : [])];
  const denial = denials.filter(isAdverse)[0];
  const label = item && (serviceOf(knowledge.services, item.service)?.label ?? item.service.display);
  return {
    stage: item?.reviewType ?? c.request.reviewType,
    reasonClass: denial?.reasonClass ?? 'medicalNecessity',
    serviceCode: item?.service.code ?? '',
    service: `${item?.service.code ?? ''} ${label ?? ''}${lines.length > 1 ? ` +${lines.length - 1}` : ''}`.trim(),
  } as const;
};

const dueOf = (due: Due | undefined) =>
  due ? { dueAt: due.dueAt, ...(due.ruleId ? { dueRuleId: due.ruleId } : {}) } : {};

const decidedAt = (a: Appeal): Instant | undefined =>
  a.decided?.at ?? a.externalDecision?.at ?? a.dismissed?.at ?? a.withdrawn?.at;

const appealRow = (c: Case, a: Appeal, knowledge: Knowledge, read: readonly Read[]): AppealRow => {
  const status = appealStatus(c, a);
  const outcome = appealOutcome(a);
  const ended = decidedAt(a);
  const open = openAppealStatuses.includes(status);
  return {
    appealId: a.appealId,
    kind: 'appeal',
    number: a.number,
    levelId: a.levelId,
    levelName: a.levelName,
    body: a.body,
    status,
    open,
    urgency: a.urgency,
    timing: a.timing,
    ...about(c, a.itemSequences, knowledge),
    filedBy: a.filedBy?.name ?? 'The plan',
    receivedAt: a.receivedAt,
    receivedOn: dateInZone(a.receivedAt, c.request.zone),
    ...dueOf(open ? nextDue(c, a, knowledge, read) : aidDue(c, a, knowledge)),
    ...(a.reviewer ? { reviewerUserId: a.reviewer.userId, reviewerName: a.reviewer.name } : {}),
    ...(outcome ? { outcome } : {}),
    ...(ended ? { decidedAt: ended, decidedOn: dateInZone(ended, c.request.zone) } : {}),
    aidContinuing: a.aid?.granted === true && a.aidEnded === undefined,
  };
};

const reconsiderationRow = (c: Case, r: Reconsideration, knowledge: Knowledge, read: readonly Read[]): AppealRow => ({
  appealId: r.reconsiderationId,
  kind: 'reconsideration',
  number: c.caseNumber,
  levelId: r.ruleId,
  levelName: 'Reconsideration by the provider',
  body: 'plan',
  status: r.decided ? 'answered' : 'open',
  open: r.decided === undefined,
  urgency: c.urgency,
  timing: 'preService',
  ...about(c, r.itemSequences, knowledge),
  filedBy: r.requestedBy,
  receivedAt: r.receivedAt,
  receivedOn: dateInZone(r.receivedAt, c.request.zone),
  ...(r.decided ? {} : dueOf(firstDue(r.clocks, read))),
  ...(r.decided
    ? {
        outcome: r.decided.outcome === 'approved' ? ('overturned' as const) : ('upheld' as const),
        decidedAt: r.decided.at,
        decidedOn: dateInZone(r.decided.at, c.request.zone),
      }
    : {}),
  aidContinuing: false,
});

export const appealRows = (c: Case, knowledge: Knowledge, read: readonly Read[]): readonly AppealRow[] => [
  ...c.appeals.map((a) => appealRow(c, a, knowledge, read)),
  ...c.reconsiderations.map((r) => reconsiderationRow(c, r, knowledge, read)),
];

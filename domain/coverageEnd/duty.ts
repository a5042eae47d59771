import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import type { BusinessCalendar } from '../clock/calendar.ts';
import { dueMoment } from '../clock/due.ts';
import type { TurnaroundRule } from '../clock/rule.ts';
import { addDays, type Instant, startOfDay } from '../time/instant.ts';
import { type CoverageEnd, isMedicare, openReview, overturned, standingEnds } from './coverageEnd.ts';
import type { MedicareNotice } from './event.ts';

/** A rule of the turnaround table with its calendar; absent when the table holds none of that name that is in use. */
export type RuleBook = (
  ruleId: string,
) => { readonly rule: TurnaroundRule; readonly calendar: BusinessCalendar } | undefined;

export type NoticeDuty = {
  readonly notice: MedicareNotice;
  readonly endId?: string;
  /** Who has to hand it over. */
  readonly owedBy: 'facility' | 'plan';
  readonly dueAt: Instant;
  /** Given sooner than this it does not count. */
  readonly notBefore?: Instant;
  readonly citation: string;
  /** When it was handed over; absent: still owed. */
  readonly deliveredAt?: Instant;
};

const delivered = (c: Case, notice: MedicareNotice, since?: Instant): Instant | undefined =>
  c.medicareNotices
    .filter((d) => d.notice === notice && (since === undefined || d.deliveredAt >= since))
    .map((d) => d.deliveredAt)
    .sort()[0];

type Book = { readonly c: Case; readonly rules: RuleBook };

const duty = (
  { c, rules }: Book,
  notice: MedicareNotice,
  ruleId: string,
  from: Instant,
  rest: Omit<NoticeDuty, 'notice' | 'dueAt' | 'citation' | 'deliveredAt'>,
  since?: Instant,
): readonly NoticeDuty[] => {
  const found = rules(ruleId);
  if (!found) return [];
  const { dueAt } = dueMoment(found.rule, from, c.request.zone, found.calendar);
  const deliveredAt = delivered(c, notice, since);
  return [{ notice, ...rest, dueAt, citation: found.rule.citation, ...(deliveredAt ? { deliveredAt } : {}) }];
};

const importantMessage = (book: Book): readonly NoticeDuty[] => {
  const { c } = book;
  return c.stay && c.request.setting === 'inpatient'
    ? duty(book, 'im', 'IM-FIRST', c.stay.admittedAt, { owedBy: 'facility' })
    : [];
};

/** A second copy not more than two days before the member leaves; the first is enough when it was given within those two days. */
const copyBeforeDischarge = (book: Book, end: CoverageEnd): readonly NoticeDuty[] => {
  const { c, rules } = book;
  const found = rules('IM-FOLLOWUP');
  if (!found) return [];
  const { zone } = c.request;
  const notBefore = startOfDay(addDays(end.lastCoveredOn, -2), zone);
  const first = delivered(c, 'im');
  if (first !== undefined && first >= notBefore) return [];
  const deliveredAt = delivered(c, 'imCopy', notBefore);
  return [
    {
      notice: 'imCopy',
      endId: end.endId,
      owedBy: 'facility',
      notBefore,
      dueAt: startOfDay(end.lastCoveredOn, zone),
      citation: found.rule.citation,
      ...(deliveredAt ? { deliveredAt } : {}),
    },
  ];
};

/** When the planned end before this one no longer stood: a notice handed over until then was about that one. */
const formerEndClosedAt = (c: Case, end: CoverageEnd): Instant | undefined =>
  c.coverageEnds
    .filter((e) => e.route === end.route && e.endId !== end.endId && e.planned.at <= end.planned.at)
    .flatMap((e) => [e.withdrawn?.at, overturned(e) ? e.reviews.at(-1)?.decided?.decidedAt : undefined])
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);

const ofEnd = (book: Book, end: CoverageEnd): readonly NoticeDuty[] => {
  const { zone } = book.c.request;
  const { endId } = end;
  const review = openReview(end) ?? end.reviews.at(-1);
  switch (end.route) {
    case 'hospitalDischarge':
      return [
        ...copyBeforeDischarge(book, end),
        ...(review ? duty(book, 'dnd', 'IM-DND', review.notifiedAt, { endId, owedBy: 'plan' }, review.notifiedAt) : []),
      ];
    case 'nonCoverage':
      return [
        ...duty(
          book,
          'nomnc',
          'MA-NOMNC-DELIVER',
          startOfDay(end.lastCoveredOn, zone),
          { endId, owedBy: 'facility' },
          formerEndClosedAt(book.c, end),
        ),
        ...(review
          ? duty(book, 'denc', 'MA-DENC', review.notifiedAt, { endId, owedBy: 'plan' }, review.notifiedAt)
          : []),
      ];
    case 'advanceNotice':
      // Its notice is the letter of the adverse determination.
      return [];
  }
};

/** The notices that Medicare demands for this stay, with their due moments, delivered or not. Empty for other lines of business. */
export const noticeDuties = (c: Case, rules: RuleBook): readonly NoticeDuty[] => {
  if (!isMedicare(c) || !c.stay || c.stay.cancelled) return [];
  const book = { c, rules };
  return [...importantMessage(book), ...standingEnds(c).flatMap((end) => ofEnd(book, end))];
};

export type DutyState = 'owed' | 'late' | 'delivered' | 'deliveredLate';

export const dutyState = (d: NoticeDuty, now: Instant): DutyState =>
  d.deliveredAt === undefined
    ? now > d.dueAt
      ? 'late'
      : 'owed'
    : d.deliveredAt > d.dueAt
      ? 'deliveredLate'
      : 'delivered';

/** Until when the member may ask the quality improvement organization; a later request is heard as well, without its protection. */
export const qioRequestBy = (c: Case, end: CoverageEnd, rules: RuleBook): Instant | undefined => {
  const ruleId =
    end.route === 'hospitalDischarge' ? 'IM-QIO-REQUEST' : end.route === 'nonCoverage' ? 'MA-NOMNC-APPEAL' : undefined;
  const found = ruleId === undefined ? undefined : rules(ruleId);
  const from = startOfDay(end.lastCoveredOn, c.request.zone);
  return found && dueMoment(found.rule, from, c.request.zone, found.calendar).dueAt;
};

/**
 * By when the organization should answer, counted from the detailed explanation that the plan owes it; absent while that is owed. The
 * time is theirs: when it is over the plan asks, and has missed nothing.
 */
export const qioAnswerBy = (c: Case, end: CoverageEnd, rules: RuleBook): Instant | undefined => {
  const review = openReview(end);
  const informed = review && delivered(c, end.route === 'hospitalDischarge' ? 'dnd' : 'denc', review.notifiedAt);
  const found = rules(end.route === 'hospitalDischarge' ? 'IM-QIO-DECIDE' : 'MA-QIO-NOMNC-DECIDE');
  return found && informed && dueMoment(found.rule, informed, c.request.zone, found.calendar).dueAt;
};

/** Asked in time, the member is not charged before the answer (42 CFR 422.622(f), 422.626(b)). */
export const coverageContinues = (c: Case, end: CoverageEnd, rules: RuleBook): boolean => {
  const review = openReview(end);
  const until = qioRequestBy(c, end, rules);
  return review !== undefined && until !== undefined && review.requestedAt <= until;
};

export const coverageEndSteps = ['medicareNotice', 'qioReview'] as const;

export type CoverageEndTask = {
  readonly stepId: (typeof coverageEndSteps)[number];
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
};

const noticeNames: Record<MedicareNotice, string> = {
  im: 'Important Message from Medicare',
  imCopy: 'Copy of the Important Message',
  nomnc: 'Notice of Medicare Non-Coverage',
  denc: 'Detailed Explanation of Non-Coverage',
  dnd: 'Detailed Notice of Discharge',
  moon: 'Outpatient observation notice',
};

/** What is owed about the end of a stay: the first notice due, and a review that waits for its answer. */
export const coverageEndTasks = (c: Case, rules: RuleBook): readonly CoverageEndTask[] => {
  const role = 'concurrentReviewNurse';
  const owed = noticeDuties(c, rules)
    .filter((d) => d.deliveredAt === undefined)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  const waiting = standingEnds(c).filter((e) => openReview(e));
  const answerBy = waiting.flatMap((e) => qioAnswerBy(c, e, rules) ?? []).toSorted()[0];
  const left = c.stay?.discharge !== undefined;
  return [
    // After the member has left only what the plan itself owes is still asked for.
    ...(owed && !(left && owed.owedBy === 'facility')
      ? [
          {
            stepId: 'medicareNotice',
            title:
              owed.owedBy === 'plan'
                ? `Send the ${noticeNames[owed.notice]}`
                : `See that the facility gives the ${noticeNames[owed.notice]}, and record it`,
            role,
            dueAt: owed.dueAt,
          } as const,
        ]
      : []),
    ...(waiting.length > 0
      ? [
          {
            stepId: 'qioReview',
            title: 'Record the answer of the quality improvement organization, or ask for it once its time is over',
            role,
            ...(answerBy ? { dueAt: answerBy } : {}),
          } as const,
        ]
      : []),
  ];
};

import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import { type Appeal, appealableItems, appealOutcome, appealStatus, deemedExhausted, isUndecided } from './appeal.ts';
import type { NextAppeal } from './command.ts';
import type { AppealOpened } from './event.ts';
import { type AppealLevel, standingOf } from './level.ts';

/** A level that ended against the member, or that the law takes as used up. */
const opensNext = (c: Case, a: Appeal): boolean => {
  const outcome = appealOutcome(a);
  return (
    outcome === 'upheld' ||
    outcome === 'partiallyOverturned' ||
    deemedExhausted(c, a) ||
    appealStatus(c, a) === 'lapsed'
  );
};

/** An urgent case may go to the outside reviewers while the plan still decides (45 CFR 147.136(d)(2)(ii)(A)). */
const atTheSameTime = (level: AppealLevel, a: Appeal, urgent: boolean): boolean =>
  level.body === 'iro' && urgent && a.urgency === 'expedited';

/** State law that lets an urgent case come to this level at once. It does not reach self-funded plans. */
export const immediateHere = (c: Case, level: AppealLevel): boolean => {
  const { lineOfBusiness, stateOfIssue } = c.request.coverage;
  return lineOfBusiness !== 'selfFundedErisa' && (level.immediateIn ?? []).some((i) => i.state === stateOfIssue);
};

/** The appeal that this one goes on from, where the level asks for one. */
export const previousAppeal = (
  c: Case,
  level: AppealLevel,
  itemSequences: readonly number[],
  urgent: boolean,
): Appeal | undefined =>
  c.appeals.findLast(
    (a) =>
      level.after.includes(a.levelId) &&
      itemSequences.every((n) => a.itemSequences.includes(n)) &&
      (opensNext(c, a) || atTheSameTime(level, a, urgent)),
  );

export const linesProblem = (c: Case, level: AppealLevel, itemSequences: readonly number[]): Refusal | undefined => {
  if (itemSequences.length === 0) return refuse('itemsMissing');
  const adverse = appealableItems(c);
  for (const n of itemSequences) {
    const item = c.items.find((i) => i.sequence === n);
    if (!item) return refuse('itemUnknown', { item: n });
    if (!adverse.includes(item)) return refuse('appealItemNotAdverse', { item: n });
    if (level.reviewTypes && !level.reviewTypes.includes(item.reviewType ?? c.request.reviewType))
      return refuse('appealLevelUnavailable', { level: level.name });
    const open = c.appeals.find((a) => a.levelId === level.id && a.itemSequences.includes(n) && isUndecided(c, a));
    if (open) return refuse('appealAlreadyOpen', { item: n, appeal: open.number });
    const decided = c.appeals.find((a) => a.levelId === level.id && a.itemSequences.includes(n) && appealOutcome(a));
    if (decided) return refuse('appealLevelUsed', { item: n, level: level.name, appeal: decided.number });
  }
  return undefined;
};

export const fileAppeal = (c: Case, command: CommandOf<'FileAppeal'>): Decided => {
  const { level, itemSequences, filedBy, timing, receivedAt, now, statement, expedited, standingShownAt } = command;
  if (!level.linesOfBusiness.includes(c.request.coverage.lineOfBusiness))
    return refuse('appealLevelUnavailable', { level: level.name });
  const standing = standingOf(level, filedBy.party, timing);
  const problem =
    linesProblem(c, level, itemSequences) ??
    (standing === undefined
      ? refuse('appealPartyNotAllowed', { party: filedBy.party, level: level.name })
      : undefined) ??
    required('filedBy.name', filedBy.name) ??
    required('statement', statement) ??
    (receivedAt > now ? refuse('receiptInFuture') : undefined) ??
    (expedited && !level.expedited.offered ? refuse('expediteNotOffered', { level: level.name }) : undefined) ??
    (expedited ? required('expedited.reason', expedited.reason) : undefined);
  if (problem || standing === undefined) return problem ?? refuse('appealLevelUnavailable', { level: level.name });
  const previous = previousAppeal(c, level, itemSequences, expedited !== undefined);
  const atOnce = expedited !== undefined && immediateHere(c, level);
  if (level.after.length > 0 && !previous && !atOnce) return refuse('appealTooEarly', { level: level.name });
  const complete = standing === 'nothing' || standingShownAt !== undefined;
  const data: AppealOpened = {
    appealId: command.appealId,
    number: command.number,
    levelId: level.id,
    levelVersion: level.version,
    levelName: level.name,
    body: level.body,
    because: 'requested',
    itemSequences,
    timing,
    filedBy,
    receivedAt,
    channel: command.channel,
    statement,
    ...(expedited ? { expedited } : {}),
    ...(previous ? { previousAppealId: previous.appealId } : {}),
    ...(command.noticeDate ? { noticeDate: command.noticeDate } : {}),
    ...(command.filingDeadline ? { filingDeadline: command.filingDeadline } : {}),
    late: command.filingDeadline !== undefined && receivedAt > command.filingDeadline,
    standing,
    ...(standingShownAt ? { standingShownAt } : {}),
    clocks: complete ? command.clocks : [],
  };
  return [{ type: 'AppealFiled', data }];
};

/** The level that opens by itself: nobody has to ask, and nothing has to be handed in. */
export const openNext = (
  a: Appeal,
  next: NextAppeal,
  because: 'automatic' | 'lapse',
  itemSequences: readonly number[],
  at: Instant,
): CaseEvent => ({
  type: 'AppealFiled',
  data: {
    appealId: next.appealId,
    number: next.number,
    levelId: next.level.id,
    levelVersion: next.level.version,
    levelName: next.level.name,
    body: next.level.body,
    because,
    itemSequences,
    timing: a.timing,
    receivedAt: at,
    channel: a.channel,
    statement: a.statement,
    ...(a.urgency === 'expedited' && a.expediteAsked
      ? { expedited: { by: a.expediteAsked.by, reason: a.expediteAsked.reason } }
      : {}),
    previousAppealId: a.appealId,
    late: false,
    standing: 'nothing',
    clocks: next.clocks,
  },
});

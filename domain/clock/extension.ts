import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { BusinessCalendar } from './calendar.ts';
import { clockHistoryOf } from './caseHistory.ts';
import { clockReceipt } from './receipt.ts';
import { type Duration, durationText, type TurnaroundRule } from './rule.ts';
import type { StartedClock } from './started.ts';

/** A clock of a case with the knowledge that it is counted by. */
export type CaseClock = {
  readonly started: StartedClock;
  readonly rule: TurnaroundRule;
  readonly calendar: BusinessCalendar;
};

/** `by` absent: all that the rule allows. */
export type ExtensionAsked = { readonly ground: string; readonly by?: Duration };

export const receiptOfClock = (c: Case, { started, rule, calendar }: CaseClock, now: Instant) =>
  clockReceipt(rule, started, clockHistoryOf(c, started, rule.clock), () => calendar, now);

/** Where the due moment would come to lie, were the extension taken at `now` and its notice sent at once. */
export const extendedDue = (
  c: Case,
  { started, rule, calendar }: CaseClock,
  asked: ExtensionAsked,
  now: Instant,
): Instant => {
  const history = clockHistoryOf(c, started, rule.clock);
  const extensions = [...history.extensions, { ...asked, takenAt: now, noticeSentAt: now }];
  return clockReceipt(rule, started, { ...history, extensions }, () => calendar, now).dueAt;
};

/** Why this clock cannot be extended at `now`, whatever the ground; undefined when it can. */
export const extensionClosed = (c: Case, clock: CaseClock, now: Instant): Refusal | undefined => {
  const rule = clock.rule.id;
  const { extension } = clock.rule;
  if (extension === undefined) return refuse('extensionNotAllowed', { rule });
  const { metAt, dueAt } = receiptOfClock(c, clock, now);
  if (metAt !== undefined) return refuse('clockStopped', { rule });
  if (now > dueAt) return refuse('clockPastDue', { rule });
  if (c.extensions.some((e) => e.clockId === clock.started.clockId)) return refuse('clockAlreadyExtended', { rule });
  const [ground = ''] = extension.grounds;
  const all = extendedDue(c, clock, { ground, by: extension.max ?? { value: 1, unit: 'calendarDays' } }, now);
  // A request for information can have used up the one extension.
  return all > dueAt ? undefined : refuse('clockAlreadyExtended', { rule });
};

/** Why this extension is refused: the clock is closed to any, the ground is not the rule's own, or it is too long. */
export const extensionProblem = (
  c: Case,
  clock: CaseClock,
  asked: ExtensionAsked,
  now: Instant,
): Refusal | undefined => {
  const closed = extensionClosed(c, clock, now);
  const { id: rule, extension } = clock.rule;
  if (closed || extension === undefined) return closed;
  const { ground, by } = asked;
  const { grounds, max } = extension;
  if (!grounds.includes(ground)) return refuse('extensionGroundUnknown', { rule, grounds });
  if (by === undefined) return max === undefined ? refuse('fieldMissing', { field: 'by' }) : undefined;
  if (!Number.isInteger(by.value) || by.value < 1)
    return refuse('fieldInvalid', { field: 'by', problem: 'it must be a whole number, at least 1' });
  if (max !== undefined && (by.unit !== max.unit || by.value > max.value))
    return refuse('extensionTooLong', { rule, max: durationText(max) });
  return undefined;
};

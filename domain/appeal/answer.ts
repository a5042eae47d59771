import type { Case } from '../case/state.ts';
import { addElapsed, type Instant, millisecondsBetween } from '../time/instant.ts';
import { type Appeal, appealOutcome, isExternalAppeal } from './appeal.ts';

/**
 * When a body outside is expected to answer, by the rule that binds it. The time is theirs: no clock of the plan runs with it, and
 * when it is over the plan asks and has missed nothing.
 */
export type ExpectedAnswer = {
  readonly dueAt: Instant;
  readonly ruleId: string;
  readonly name: string;
  readonly citation: string;
  readonly countedFrom: Instant;
};

/** The file is there, and no answer is. */
export const awaitsAnswer = (a: Appeal): boolean =>
  isExternalAppeal(a) && a.forwarded !== undefined && !a.withdrawn && !a.dismissed && appealOutcome(a) === undefined;

/** How long the level before this one took: from its receipt to its letter, or to the end of its time. */
const usedBefore = (c: Case, a: Appeal): number => {
  const before = c.appeals.find((x) => x.appealId === a.previousAppealId);
  if (!before) return 0;
  const letter = c.notices.find((n) => n.appealId === before.appealId && n.kind === 'appealResolution');
  const lapse = c.missedDeadlines.find((m) => before.clocks.some((k) => k.clockId === m.clockId));
  const ended = letter?.issuedAt ?? lapse?.dueAt;
  return ended ? Math.max(0, millisecondsBetween(before.receivedAt, ended)) : 0;
};

/**
 * The moment from which their time counts. A hearing counts from the plan's own appeal, without the days in between
 * (42 CFR 431.244(f)(1)(i)); a review from its file or from the wish for it.
 */
export const answerCountsFrom = (c: Case, a: Appeal, startEvent: string): Instant | undefined => {
  switch (startEvent) {
    case 'externalReviewFileReceived':
      return a.forwarded?.at;
    case 'externalReviewRequested':
      return a.receivedAt;
    case 'appealReceived':
      return addElapsed(a.receivedAt, { seconds: -Math.floor(usedBefore(c, a) / 1000) });
    default:
      return undefined;
  }
};

/** When somebody looks again for the answer: the day that was agreed on the last time, or the day on which it was expected. */
export const looksAgainAt = (
  a: Pick<Appeal, 'chases'>,
  expected: Pick<ExpectedAnswer, 'dueAt'> | undefined,
): Instant | undefined => a.chases.at(-1)?.askAgainAt ?? expected?.dueAt;

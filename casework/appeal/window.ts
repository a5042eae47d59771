import { aidToEnd, lastStep } from '@openum/domain/appeal/aid.ts';
import { type Appeal, appealableItems } from '@openum/domain/appeal/appeal.ts';
import { previousAppeal } from '@openum/domain/appeal/file.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { rulesNamed } from './clocks.ts';
import { levelsFor } from './level.ts';

export type FilingDeadline = {
  readonly noticeDate: CalendarDate;
  readonly deadline: Instant;
  readonly ruleId: string;
  readonly citation: string;
};

const isOnAppeal = (kind: string): boolean => kind === 'appealResolution' || kind === 'appealLapse';

/** The letter that this level appeals: that of the decision, or of the level before it. */
const noticeDay = (c: Case, level: AppealLevel, lines: readonly number[]): CalendarDate | undefined => {
  const previous = level.after.length > 0 ? previousAppeal(c, level, lines, false) : undefined;
  if (level.after.length > 0 && !previous) return undefined;
  if (previous?.externalDecision) return previous.externalDecision.decidedOn;
  const letters = c.notices.filter(
    (n) =>
      n.audience === 'member' &&
      (previous
        ? n.appealId === previous.appealId && isOnAppeal(n.kind)
        : n.kind === 'adverseDetermination' && n.itemSequences.some((s) => lines.includes(s))),
  );
  const last = letters.at(-1);
  return last && dateInZone(last.issuedAt, c.request.zone);
};

/**
 * Until when the lines can be appealed at this level. Absent while there is no letter to count from: then nothing is late.
 * A letter that proved to arrive on another day counts from that day.
 */
export const filingDeadline = (
  c: Case,
  level: AppealLevel,
  lines: readonly number[],
  knowledge: Knowledge,
  receivedOn?: CalendarDate,
): FilingDeadline | undefined => {
  const { filing } = level;
  const noticeDate = noticeDay(c, level, lines);
  if (!filing || !noticeDate) return undefined;
  const [rule] = rulesNamed([filing.ruleId], knowledge, noticeDate);
  if (!rule) return undefined;
  const presumed = filing.countedFrom === 'receipt' ? addDays(noticeDate, filing.presumedReceiptDays ?? 0) : noticeDate;
  const from = receivedOn && receivedOn > presumed ? receivedOn : presumed;
  const { dueAt } = dueMoment(
    rule,
    startOfDay(from, c.request.zone),
    c.request.zone,
    knowledge.calendars(rule.calendar),
  );
  return { noticeDate, deadline: dueAt, ruleId: rule.id, citation: rule.citation };
};

/** The next step that the member may take after an appeal, until its window closes by itself. Nothing is decided by its end. */
export type NextWindow = {
  readonly level: AppealLevel;
  readonly window: FilingDeadline;
  /** Number of the appeal that was filed in it. */
  readonly filedAs?: string;
};

/** Windows that this appeal opened. A level that opens by itself has none. */
export const nextWindows = (c: Case, a: Appeal, knowledge: Knowledge): readonly NextWindow[] => {
  const adverse = appealableItems(c).map((i) => i.sequence);
  return levelsFor(knowledge, c)
    .filter((level) => level.after.includes(a.levelId))
    .flatMap((level): NextWindow[] => {
      const filed = c.appeals.find((x) => x.levelId === level.id && x.previousAppealId === a.appealId);
      const lines = filed?.itemSequences ?? a.itemSequences.filter((n) => adverse.includes(n));
      const window = lines.length > 0 ? filingDeadline(c, level, lines, knowledge) : undefined;
      return window ? [{ level, window, ...(filed ? { filedAs: filed.number } : {}) }] : [];
    });
};

/**
 * The last day through which care is kept when a letter of this day leaves a denial standing: while the step that keeps it can still be
 * asked for, and never before the days that are authorized anyway are over. Undefined where no further step keeps it.
 */
export const aidKeptUntil = (
  c: Case,
  a: Appeal,
  levelId: string,
  letterDay: CalendarDate,
  knowledge: Knowledge,
): CalendarDate | undefined => {
  const keeps = levelsFor(knowledge, c).find((l) => l.after.includes(levelId) && l.aidContinuing)?.aidContinuing;
  if (!keeps) return undefined;
  const byLetter = addDays(letterDay, keeps.askWithinDays);
  const authorized = a.aid?.period && addDays(a.aid.period.start, -1);
  return authorized && authorized > byLetter ? authorized : byLetter;
};

/**
 * Until when care that goes on has to go on: through the time to ask for the next step that keeps it (42 CFR 438.420(c)(2)), or until
 * the last word where no step keeps it. Absent while an appeal runs, and while its letter is not out.
 */
export const aidEndsAt = (c: Case, a: Appeal, knowledge: Knowledge): Instant | undefined => {
  if (!aidToEnd(c, a)) return undefined;
  const last = lastStep(c, a);
  const over = last.withdrawn?.at ?? last.dismissed?.at ?? last.externalDecision?.at;
  if (over) return over;
  const letter = c.notices.findLast((n) => n.appealId === last.appealId && isOnAppeal(n.kind));
  if (!letter) return undefined;
  const { zone } = c.request;
  const until = aidKeptUntil(c, a, last.levelId, dateInZone(letter.issuedAt, zone), knowledge);
  if (!until) return letter.issuedAt;
  const thatDay = { duration: { value: 0, unit: 'calendarDays' }, direction: 'after' } as const;
  return dueMoment(thatDay, startOfDay(until, zone), zone, knowledge.calendars('US-FED')).dueAt;
};

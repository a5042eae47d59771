import { previousAppeal } from '@openum/domain/appeal/file.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { rulesNamed } from './clocks.ts';

export type FilingDeadline = {
  readonly noticeDate: CalendarDate;
  readonly deadline: Instant;
  readonly ruleId: string;
  readonly citation: string;
};

/** The letter that this level appeals: that of the decision, or of the level before it. */
const noticeDay = (c: Case, level: AppealLevel, lines: readonly number[]): CalendarDate | undefined => {
  const previous = level.after.length > 0 ? previousAppeal(c, level, lines, false) : undefined;
  if (previous?.externalDecision) return previous.externalDecision.decidedOn;
  const letters = c.notices.filter(
    (n) =>
      n.audience === 'member' &&
      (previous
        ? n.appealId === previous.appealId && (n.kind === 'appealResolution' || n.kind === 'appealLapse')
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

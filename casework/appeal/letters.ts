import { aidToEnd } from '@openum/domain/appeal/aid.ts';
import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { OwedAppealLetter } from '@openum/domain/appeal/letters.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import { type AppealLetterFacts, composeAppealLetter } from '@openum/domain/notice/appealLetter.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import { expediteDeclined } from '@openum/domain/urgency/told.ts';
import { receiptOf } from '../clock/receipts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { contextOf, type LetterForm, templateFor } from '../notice/compose.ts';
import type { Tenant } from '../port/identity.ts';
import { expectedAnswer } from './answer.ts';
import { rulesNamed } from './clocks.ts';
import { levelOf, levelsFor } from './level.ts';
import { aidKeptUntil } from './window.ts';

const decisionDue = (c: Case, a: Appeal, knowledge: Knowledge, now: Instant): Instant | undefined =>
  a.clocks
    .filter((k) => k.startEvent !== expediteDeclined)
    .map((k) => receiptOf(c, k, knowledge, now))
    .filter((r) => r.hard)
    .map((r) => r.dueAt)
    .toSorted()[0];

/** The last day of the next level, counted from this letter. */
const lastDayOf = (
  c: Case,
  level: ReturnType<typeof levelsFor>[number],
  noticeDate: CalendarDate,
  knowledge: Knowledge,
) => {
  const [rule] = level.filing ? rulesNamed([level.filing.ruleId], knowledge, noticeDate) : [];
  if (!rule || !level.filing) return undefined;
  const { zone } = c.request;
  const from =
    level.filing.countedFrom === 'receipt' ? addDays(noticeDate, level.filing.presumedReceiptDays ?? 0) : noticeDate;
  const { dueAt } = dueMoment(rule, startOfDay(from, zone), zone, knowledge.calendars(rule.calendar));
  return dateInZone(dueAt, zone);
};

const nextLevel = (c: Case, a: Appeal, at: Instant, knowledge: Knowledge): AppealLetterFacts['next'] => {
  const following = levelsFor(knowledge, c).filter((l) => l.after.includes(a.levelId));
  // A voluntary level of the plan stands behind the one outside it.
  const level = following.find((l) => l.body !== 'plan') ?? following[0];
  if (!level) return undefined;
  const lastDay = lastDayOf(c, level, dateInZone(at, c.request.zone), knowledge);
  return {
    name: level.name,
    bodyName: level.bodyName,
    automatic: level.automatic,
    ...(lastDay ? { lastDay } : {}),
  };
};

/** A letter that an appeal owes, as a document. */
export const composeAppeal = (
  c: Case,
  owed: OwedAppealLetter,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument => {
  const a = c.appeals.find((x) => x.appealId === owed.appealId);
  if (!a) throw new Error(`a letter is owed for appeal ${owed.appealId}, which the case does not have`);
  const template = templateFor(c, owed.kind, owed.audience, knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  const started = [...a.clocks, ...a.supersededClocks].find((k) => k.clockId === owed.clockId);
  const rule = started && knowledge.turnaroundRule(started.ruleId, started.ruleVersion);
  const dueAt = decisionDue(c, a, knowledge, at);
  const next = nextLevel(c, a, at, knowledge);
  const ends = owed.kind === 'appealResolution' && aidToEnd(c, a);
  const aidUntil = ends ? aidKeptUntil(c, a, a.levelId, dateInZone(at, c.request.zone), knowledge) : undefined;
  const answer = expectedAnswer(c, a, knowledge);
  const facts: AppealLetterFacts = {
    ...(dueAt ? { dueAt } : {}),
    ...(owed.clockId ? { clockId: owed.clockId } : {}),
    ...(rule ? { citation: rule.citation } : {}),
    ...(next ? { next } : {}),
    ...(aidUntil ? { aidUntil } : {}),
    ...(answer ? { answerBy: answer.dueAt } : {}),
    bodyName: levelOf(knowledge, a).bodyName,
  };
  return composeAppealLetter(c, a, owed.kind, owed.audience, template, facts, context);
};

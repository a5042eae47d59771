import { answerCountsFrom, awaitsAnswer, type ExpectedAnswer } from '@openum/domain/appeal/answer.ts';
import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { rulesNamed } from './clocks.ts';
import { levelOf } from './level.ts';

/** The rule of the state that governs the contract, or else the federal one; undefined where none is known. */
const answerRule = (c: Case, a: Appeal, knowledge: Knowledge): TurnaroundRule | undefined => {
  const { lineOfBusiness, stateOfIssue } = c.request.coverage;
  const names = levelOf(knowledge, a).answerRules ?? [];
  const fitting = rulesNamed(names, knowledge, dateInZone(a.receivedAt, c.request.zone)).filter(
    (r) => r.linesOfBusiness.includes(lineOfBusiness) && (r.urgency === 'any' || r.urgency === a.urgency),
  );
  return (
    fitting.find((r) => r.jurisdiction === `US-${stateOfIssue}`) ?? fitting.find((r) => r.jurisdiction === 'US-FED')
  );
};

/** By when the body that has the file answers; undefined while it has none, after it answered, and where no source says. */
export const expectedAnswer = (c: Case, a: Appeal, knowledge: Knowledge): ExpectedAnswer | undefined => {
  const rule = awaitsAnswer(a) ? answerRule(c, a, knowledge) : undefined;
  const countedFrom = rule && answerCountsFrom(c, a, rule.startEvent);
  if (!rule || !countedFrom) return undefined;
  const { dueAt } = dueMoment(rule, countedFrom, c.request.zone, knowledge.calendars(rule.calendar));
  return { dueAt, ruleId: rule.id, name: rule.name, citation: rule.citation, countedFrom };
};

import type { CommandOf } from '../case/command.ts';
import { blank, type Decided } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { evaluated } from '../criteria/decide.ts';
import { sameReading } from './answer.ts';

/** Only what a person took becomes a fact of the case. */
export const answerExtractedFact = (c: Case, command: CommandOf<'AnswerExtractedFact'>): Decided => {
  const { answer, fact, evaluations } = command;
  const before = c.extractedAnswers.find((a) => sameReading(a.extracted, answer.extracted));
  if (before) return refuse('suggestionAnswered', { name: before.by });
  if (answer.verdict === 'rejected') {
    if (answer.reason === undefined || blank(answer.reason)) return refuse('fieldMissing', { field: 'reason' });
    return [{ type: 'ExtractedFactAnswered', data: answer }];
  }
  if (!fact) return refuse('fieldMissing', { field: 'fact' });
  return [
    { type: 'ExtractedFactAnswered', data: { ...answer, factId: fact.id } },
    { type: 'FactsRecorded', data: { facts: [fact] } },
    ...evaluated(evaluations),
  ];
};

import type { CommandOf } from '../case/command.ts';
import { blank, type Decided } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

type Command = CommandOf<'AnswerSuggestion'>;

/** What may follow from a suggestion: a fact with its source, criteria read. Nothing else can come out of here. */
export const decideSuggestion = (c: Case, { answer, fact, evaluations }: Command): Decided => {
  const { runId, position, verdict, reason, changedTo } = answer;
  const before = c.suggestionAnswers.find((a) => a.runId === runId && a.position === position);
  if (before) return refuse('suggestionAnswered', { name: before.by });
  if (verdict === 'rejected' && (reason === undefined || blank(reason)))
    return refuse('fieldMissing', { field: 'reason' });
  if (verdict === 'edited' && (changedTo === undefined || blank(changedTo)))
    return refuse('fieldMissing', { field: 'changedTo' });
  const taken = verdict !== 'rejected';
  return [
    { type: 'SuggestionAnswered', data: answer },
    ...(taken && fact ? [{ type: 'FactsRecorded', data: { facts: [fact] } } as const] : []),
    ...(taken && evaluations.length > 0 ? [{ type: 'CriteriaEvaluated', data: { evaluations } } as const] : []),
  ];
};

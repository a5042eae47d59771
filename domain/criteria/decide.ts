import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Evaluation } from './evaluation.ts';

export const evaluated = (evaluations: readonly Evaluation[]): readonly CaseEvent[] =>
  evaluations.length > 0 ? [{ type: 'CriteriaEvaluated', data: { evaluations } }] : [];

export const recordFacts = (command: CommandOf<'RecordFacts'>): Decided => {
  if (command.facts.length === 0) return refuse('fieldMissing', { field: 'facts' });
  const data = { facts: command.facts, ...(command.replaces ? { replaces: command.replaces } : {}) };
  return [{ type: 'FactsRecorded', data }, ...evaluated(command.evaluations)];
};

export const evaluateCriteria = (command: CommandOf<'EvaluateCriteria'>): Decided =>
  command.evaluations.length === 0 ? refuse('fieldMissing', { field: 'evaluations' }) : evaluated(command.evaluations);

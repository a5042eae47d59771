import { type ListedSuggestion, questionStates, type SuggestionPage } from '@openum/casework/port/suggestions.ts';
import type { Disagreement, DisagreementRow } from '@openum/casework/suggestion/disagreement.ts';
import type { QuestionRow, ShownPage } from '@openum/casework/suggestion/list.ts';
import { agents } from '@openum/domain/suggestion/agent.ts';
import { dropReasons } from '@openum/domain/suggestion/drop.ts';
import { failures, verdicts } from '@openum/domain/suggestion/run.ts';
import { z } from 'zod';
import { reportDay } from './field.ts';
import { listOf } from './list.ts';

export type { DisagreementRow, ListedSuggestion, QuestionRow };

/** Local days of the organization on which it was asked, both in it. */
const figures = {
  from: reportDay.optional(),
  through: reportDay.optional(),
  agent: z.enum(agents).optional(),
  service: z.string().trim().max(20).optional(),
};

/** GET /api/model. */
export const modelQuery = z.object(figures);

const list = {
  ...figures,
  version: z.string().max(40).optional(),
  model: z.string().max(200).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** GET /api/model/questions. `left`: for one of these reasons something was left out of the answer. */
export const questionsQuery = z.object({
  ...list,
  state: z.enum(questionStates).optional(),
  because: z.enum(failures).optional(),
  left: listOf(dropReasons).optional(),
});
export type QuestionsView = SuggestionPage<QuestionRow>;

/** GET /api/model/suggestions. */
export const shownQuery = z.object({
  ...list,
  verdict: listOf([...verdicts, 'none']).optional(),
  quoting: z.literal('true').optional(),
});
export type ShownView = ShownPage;

/** GET /api/model/disagreement: the query is that of the figures. */
export type DisagreementView = Disagreement;

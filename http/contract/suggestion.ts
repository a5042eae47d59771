import type { Exchange } from '@openum/casework/port/modelLog.ts';
import type { ModelCheck, ModelReading } from '@openum/casework/suggestion/settings.ts';
import type { SuggestionsView } from '@openum/casework/suggestion/view.ts';
import { agents } from '@openum/domain/suggestion/agent.ts';
import { verdicts } from '@openum/domain/suggestion/run.ts';
import { z } from 'zod';
import { factValue } from './factValue.ts';
import { text } from './field.ts';

/** GET …/suggestions of a case, a message or an episode. */
export type SuggestionsOf = SuggestionsView;
/** Of an episode: the denial that they are to be about, for the switches of its services. */
export const suggestionsQuery = z.object({ denialId: z.string().max(64).optional() });

/** POST …/suggestions: the answer comes when the model has thought; ask the list for it. */
export const askBody = z.object({
  agent: z.enum(agents),
  itemSequence: z.int32().optional(),
  denialId: z.string().max(64).optional(),
  rationale: z.string().max(8000).optional(),
});
export type AskBody = z.input<typeof askBody>;
export type AskAnswer = { readonly runId: string };

/** GET /api/cases/:caseId/suggestions/:runId/exchange: what was sent and what came back, to the letter. */
export type ExchangeView = readonly Exchange[];

const answer = {
  runId: z.string().max(64),
  position: z.int32().min(0).max(1000),
  verdict: z.enum(verdicts),
  reason: z.string().max(2000).optional(),
  changedTo: z.string().max(8000).optional(),
};

/** POST …/suggestions/answers, where there is no case. */
export const answerBody = z.object(answer);
export type AnswerBody = z.input<typeof answerBody>;

/** What a person makes of a suggestion on a case; part of `commandBody`. */
export const suggestionBodies = [
  z.object({
    type: z.literal('AnswerSuggestion'),
    ...answer,
    fact: z
      .object({ value: factValue, at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional() })
      .optional(),
  }),
] as const;

/** GET /api/model. */
export type ModelView = ModelReading;

/** POST /api/model/switches */
export const switchBody = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('agent'), agent: z.enum(agents) }),
    z.object({ kind: z.literal('service'), code: text(20) }),
  ]),
  on: z.boolean(),
  reason: text(1000),
});
export type SwitchBody = z.input<typeof switchBody>;

/** POST /api/model/check */
export type ModelCheckAnswer = ModelCheck;

import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { SuggestionAnswer, SuggestionEvent } from './event.ts';

export type AnsweredSuggestion = SuggestionAnswer & { readonly by: string; readonly at: Instant };

type Recorded = Extract<RecordedEvent, { type: SuggestionEvent['type'] }>;

export const evolveSuggestion = (c: Case, e: Recorded): Case => ({
  ...c,
  suggestionAnswers: [...c.suggestionAnswers, { ...e.data, by: actorName(e.actor), at: e.occurredAt }],
});

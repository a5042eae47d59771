import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { ExtractedAnswer } from './answer.ts';
import type { ExtractionEvent } from './event.ts';

export type AnsweredExtract = ExtractedAnswer & { readonly by: string; readonly at: Instant };

type Recorded = Extract<RecordedEvent, { type: ExtractionEvent['type'] }>;

export const evolveExtraction = (c: Case, e: Recorded): Case => ({
  ...c,
  extractedAnswers: [...c.extractedAnswers, { ...e.data, by: actorName(e.actor), at: e.occurredAt }],
});

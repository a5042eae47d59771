import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { Part2Event, Part2Mark } from './event.ts';

export type MarkedPart2 = Part2Mark & { readonly by: string; readonly at: Instant };

type Marked = Extract<RecordedEvent, { type: Part2Event['type'] }>;

export const evolvePart2 = (c: Case, e: Marked): Case => ({
  ...c,
  part2Marks: [...c.part2Marks, { ...e.data, by: actorName(e.actor), at: e.occurredAt }],
});

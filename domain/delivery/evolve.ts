import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { DeliveryEvent, DeliveryStep } from './event.ts';

type Recorded = Extract<RecordedEvent, { type: DeliveryEvent['type'] }>;

export const evolveDelivery = (c: Case, e: Recorded): Case => {
  if (e.type === 'OralNoticeGiven') return { ...c, oralNotices: [...c.oralNotices, e.data] };
  const by = actorName(e.actor);
  const step = { type: e.type, data: e.data, at: e.occurredAt, by } as DeliveryStep;
  return { ...c, deliverySteps: [...c.deliverySteps, step] };
};

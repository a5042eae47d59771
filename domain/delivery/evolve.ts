import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { DeliveryEvent, DeliveryStep } from './event.ts';

type Recorded = Extract<RecordedEvent, { type: DeliveryEvent['type'] }>;

export const evolveDelivery = (c: Case, e: Recorded): Case => {
  if (e.type === 'OralNoticeGiven') return { ...c, oralNotices: [...c.oralNotices, e.data] };
  const by = e.actor.kind === 'system' ? e.actor.component : e.actor.name;
  const step = { type: e.type, data: e.data, at: e.occurredAt, by } as DeliveryStep;
  return { ...c, deliverySteps: [...c.deliverySteps, step] };
};

import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { PhysicianEvent } from './event.ts';

export const evolvePhysician = (c: Case, e: Extract<RecordedEvent, { type: PhysicianEvent['type'] }>): Case => ({
  ...c,
  physiciansSought: [...c.physiciansSought, { ...e.data, at: e.occurredAt }],
});

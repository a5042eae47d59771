import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { StayEvent } from './event.ts';
import { newStay, type StayRecord } from './stay.ts';

type Recorded = Extract<RecordedEvent, { type: StayEvent['type'] }>;

const without = <K extends keyof StayRecord>(stay: StayRecord, key: K): StayRecord => {
  const { [key]: _removed, ...rest } = stay;
  return rest as StayRecord;
};

/** Earlier spans that would begin after this one never came to be. */
const withLevel = (stay: StayRecord, level: StayRecord['levels'][number]): StayRecord => {
  const [first, ...later] = stay.levels;
  if (level.since <= first.since) return { ...stay, levels: [level] };
  return { ...stay, levels: [first, ...later.filter((l) => l.since < level.since), level] };
};

const withAdmission = (
  stay: StayRecord,
  { admittedAt, facility, visitNumber }: Extract<Recorded, { type: 'AdmissionCorrected' }>['data'],
): StayRecord => {
  const [first, ...later] = stay.levels;
  return {
    ...stay,
    ...(facility ? { facility } : {}),
    ...(visitNumber ? { visitNumber } : {}),
    ...(admittedAt ? { admittedAt, levels: [{ ...first, since: admittedAt }, ...later] } : {}),
  };
};

const applied = (stay: StayRecord, e: Exclude<Recorded, { type: 'StayBegun' }>): StayRecord => {
  const told = { at: e.occurredAt, by: actorName(e.actor) };
  switch (e.type) {
    case 'AdmissionCorrected':
      return withAdmission(stay, e.data);
    case 'AdmissionCancelled':
      return { ...stay, cancelled: { ...told, reason: e.data.reason } };
    case 'ContinuedStayRequested':
      return { ...stay, continued: [...stay.continued, { ...e.data, ...told }] };
    case 'ClinicalUpdateReceived':
      return { ...stay, updates: [...stay.updates, { ...e.data, ...told }] };
    case 'ClinicalUpdateChased':
      return { ...stay, chases: [...stay.chases, { ...e.data, ...told }] };
    case 'LevelOfCareChanged':
      return withLevel(stay, { level: e.data.to, since: e.data.effectiveAt, reason: e.data.reason });
    case 'TransitionAssessed':
      return { ...stay, assessments: [...stay.assessments, { ...e.data, ...told }] };
    case 'DischargeRecorded':
      return { ...stay, discharge: e.data };
    case 'DischargeCorrected': {
      const { reason: _, ...discharge } = e.data;
      return { ...stay, discharge };
    }
    case 'DischargeCancelled':
      return without(stay, 'discharge');
    default: {
      const never: never = e;
      throw new Error(`unknown event ${(never as RecordedEvent).type}`);
    }
  }
};

/** Taking back a wish for more days leaves the stay, and what was decided of it, as they are. */
export const takeBackDays = (c: Case, stay: StayRecord, e: Extract<RecordedEvent, { type: 'Withdrawn' }>): Case => {
  const open = c.items.filter((i) => !i.determination && !i.cancelled);
  const told = { at: e.occurredAt, by: e.data.requestedBy, itemSequences: open.map((i) => i.sequence) };
  return {
    ...c,
    stay: { ...stay, takenBack: [...stay.takenBack, told] },
    items: c.items.map((i) => (open.includes(i) ? { ...i, cancelled: true } : i)),
  };
};

export const evolveStay = (c: Case, e: Recorded): Case => {
  if (e.type === 'StayBegun') return { ...c, stay: newStay(e.data.stay) };
  if (!c.stay) throw new Error(`${e.type} without a stay`);
  const stay = applied(c.stay, e);
  if (e.type === 'AdmissionCancelled') {
    return { ...c, stay, items: c.items.map((i) => (i.determination ? i : { ...i, cancelled: true })) };
  }
  if (e.type !== 'ContinuedStayRequested') return { ...c, stay };
  const undecided = c.items.some((i) => !i.determination && !i.cancelled);
  return {
    ...c,
    stay,
    // What is still open keeps its urgency when it is the higher one.
    urgency: undecided && c.urgency === 'expedited' ? 'expedited' : e.data.urgency,
    items: [...c.items, ...e.data.items.map((i) => ({ ...i, earlierDeterminations: [], cancelled: false }))],
  };
};

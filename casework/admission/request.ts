import type { LevelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import type { Provider, Stay } from '@openum/domain/case/request.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  daysBetween,
  type Instant,
  type ZoneId,
} from '@openum/domain/time/instant.ts';
import type { Arrival } from '../intake/arrival.ts';

/** An admission as a form or a message of the facility tells it. */
export type Admission = {
  readonly zone: ZoneId;
  readonly receivedAt: Instant;
  readonly stay: Stay;
  readonly level: LevelOfCare;
  readonly requestedDays: number;
  readonly diagnoses: readonly string[];
  readonly attending?: Provider;
  readonly rationale?: string;
};

/** The whole stay where it is over, else the days that are asked for: the day of discharge is none (it is not paid). */
const periodOf = ({ stay, zone, requestedDays }: Admission): { start: CalendarDate; days: number } => {
  const start = dateInZone(stay.admittedAt, zone);
  const stayed = stay.dischargedAt && Math.max(1, daysBetween(start, dateInZone(stay.dischargedAt, zone)));
  return { start, days: stayed ?? requestedDays };
};

/**
 * The request that an admission makes: its first days, under concurrent review while the member is there and in retrospect once they
 * have left. A member in a bed cannot wait the standard time, so it is expedited.
 */
export const admissionRequest = (admission: Admission, receivedOn: CalendarDate): Arrival['request'] => {
  const { stay, level, attending, diagnoses, rationale } = admission;
  const { start, days } = periodOf(admission);
  const over = stay.dischargedAt !== undefined && dateInZone(stay.dischargedAt, admission.zone) <= receivedOn;
  return {
    reviewType: over ? 'retrospective' : 'concurrent',
    urgency: over ? 'standard' : 'expedited',
    ...(over ? {} : { urgencyBasis: 'The member is in the facility now.', urgencyRequestedBy: 'provider' as const }),
    setting: level.setting,
    requestingProvider: stay.facility,
    diagnoses: diagnoses.map((code, i) => ({ sequence: i + 1, code, principal: i === 0 })),
    items: [
      {
        sequence: 1,
        service: level.service,
        quantity: { value: days, unit: 'day' },
        period: { start, end: addDays(start, days - 1) },
        diagnoses,
        levelOfCare: level.code,
        reviewType: over ? 'retrospective' : 'concurrent',
        ...(attending ? { servicingProvider: attending } : {}),
      },
    ],
    stay,
    ...(over && stay.dischargedAt
      ? {
          retrospective: {
            reason: stay.admissionSource === 'emergency' ? ('emergencyAdmission' as const) : ('other' as const),
            serviceEndedOn: dateInZone(stay.dischargedAt, admission.zone),
            note: 'The notice of the admission came after the discharge.',
          },
        }
      : {}),
    ...(rationale ? { rationale } : {}),
  };
};

import { type Movement, type MovementKind, movementKinds } from './movement.ts';

export const visitPhases = ['emergency', 'outpatient', 'inpatient', 'discharged', 'cancelled'] as const;
/** Where a visit stands. `discharged` may be said of a visit whose admission has not been told yet. */
export type VisitPhase = (typeof visitPhases)[number];

/** A visit as all messages about it say together. */
export type Visit = Omit<Movement, 'kind' | 'messageId' | 'eventAt' | 'sentAt' | 'dischargedAt'> & {
  readonly phase: VisitPhase;
  /** Whether it was inpatient care: only that is reviewed as a stay. */
  readonly inpatient: boolean;
  readonly dischargedAt?: Movement['dischargedAt'];
  /** When the unit was last said, for a change of the level of care. */
  readonly servicesSince: Movement['eventAt'];
  /** The last message that changed anything. */
  readonly messageId: string;
};

const rank = (kind: MovementKind): number => movementKinds.indexOf(kind);

const inOrder = (a: Movement, b: Movement): number =>
  a.eventAt.localeCompare(b.eventAt) ||
  rank(a.kind) - rank(b.kind) ||
  a.sentAt.localeCompare(b.sentAt) ||
  a.messageId.localeCompare(b.messageId);

const lastOf = (movements: readonly Movement[], kinds: readonly MovementKind[]): Movement | undefined =>
  movements.findLast((m) => kinds.includes(m.kind));

const lastSaid = <K extends keyof Movement>(movements: readonly Movement[], field: K): Movement[K] | undefined =>
  movements.findLast((m) => m[field] !== undefined)?.[field];

const lastNamed = (movements: readonly Movement[], field: 'hospitalServices' | 'diagnoses'): Movement | undefined =>
  movements.findLast((m) => m[field].length > 0);

const begins: readonly MovementKind[] = ['admit', 'register'];

const phaseOf = (movements: readonly Movement[], inpatient: boolean, last: Movement): VisitPhase => {
  if (lastOf(movements, [...begins, 'cancelAdmit'])?.kind === 'cancelAdmit') return 'cancelled';
  if (lastOf(movements, ['discharge', 'cancelDischarge', 'admit'])?.kind === 'discharge') return 'discharged';
  if (inpatient) return 'inpatient';
  return last.patientClass === 'emergency' ? 'emergency' : 'outpatient';
};

/**
 * What is true of a visit, from everything that was said about it, in the order in which it happened and not in which it came. Later
 * words stand over earlier ones field by field; what a message leaves out stays as it was.
 */
export const foldVisit = (told: readonly [Movement, ...Movement[]]): Visit => {
  const movements = [...told].sort(inOrder);
  const last = movements.at(-1) ?? told[0];
  const inpatient = last.patientClass === 'inpatient';
  const phase = phaseOf(movements, inpatient, last);
  const admit = lastOf(movements, ['admit']);
  const discharge = phase === 'discharged' ? lastOf(movements, ['discharge']) : undefined;
  const sinceAdmission = admit ? movements.slice(movements.indexOf(admit)) : movements;
  const admittedAt = lastSaid(sinceAdmission, 'admittedAt') ?? admit?.eventAt;
  const sinceDischarge = discharge ? movements.slice(movements.indexOf(discharge)) : [];
  const dischargedAt = lastSaid(sinceDischarge, 'dischargedAt') ?? discharge?.eventAt;
  const units = lastNamed(movements, 'hospitalServices');
  const attending = lastSaid(movements, 'attending');
  const admissionSource = lastSaid(movements, 'admissionSource');
  const reason = lastSaid(movements, 'reason');
  return {
    phase,
    inpatient,
    patientClass: last.patientClass,
    memberNumbers: last.memberNumbers,
    birthDate: last.birthDate,
    family: last.family,
    given: last.given,
    facility: last.facility,
    hospitalServices: units?.hospitalServices ?? [],
    servicesSince: units?.eventAt ?? last.eventAt,
    diagnoses: lastNamed(movements, 'diagnoses')?.diagnoses ?? [],
    messageId: last.messageId,
    ...(attending ? { attending } : {}),
    ...(admissionSource ? { admissionSource } : {}),
    ...(reason ? { reason } : {}),
    ...(admittedAt ? { admittedAt } : {}),
    ...(dischargedAt ? { dischargedAt } : {}),
    ...(discharge?.disposition ? { disposition: discharge.disposition } : {}),
  };
};

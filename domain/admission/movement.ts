import type { Provider, Stay } from '../case/request.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** What a facility's system tells of a patient, in the order in which two of them at one moment are taken. */
export const movementKinds = [
  'register',
  'admit',
  'transfer',
  'update',
  'discharge',
  'cancelDischarge',
  'cancelAdmit',
] as const;
export type MovementKind = (typeof movementKinds)[number];

export const patientClasses = ['inpatient', 'emergency', 'outpatient', 'other'] as const;
export type PatientClass = (typeof patientClasses)[number];

/** One message about one visit, in the words of the trade. What it does not say is absent. */
export type Movement = {
  readonly messageId: string;
  readonly kind: MovementKind;
  /** When it happened. */
  readonly eventAt: Instant;
  /** When the sender wrote the message. */
  readonly sentAt: Instant;
  readonly patientClass: PatientClass;
  /** Numbers under which the plan may know the member, the likeliest first. */
  readonly memberNumbers: readonly string[];
  readonly birthDate: CalendarDate;
  readonly family: string;
  readonly given: string;
  readonly facility: Provider;
  readonly attending?: Provider;
  readonly admittedAt?: Instant;
  readonly dischargedAt?: Instant;
  /** Where the patient went, as the sender codes it. */
  readonly disposition?: string;
  readonly admissionSource?: NonNullable<Stay['admissionSource']>;
  /** The unit or service that the patient is in, as the sender codes it, the likeliest word for a level of care first. */
  readonly hospitalServices: readonly string[];
  readonly diagnoses: readonly string[];
  readonly reason?: string;
};

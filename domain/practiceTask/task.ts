import type { Clinician } from '../episode/record.ts';
import type { PayerQuestion } from '../payer/unknown.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

const taskKinds = [
  'peerToPeer',
  'informationDue',
  'requestDue',
  'submissionDue',
  'updateDue',
  'askPeerToPeer',
  'followUp',
  'retroDue',
  'appealDue',
  'benefitsDue',
  'askPayer',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Who at a practice a task falls to before anybody has taken it. */
export const taskAreas = ['review', 'billing', 'desk'] as const;
export type TaskArea = (typeof taskAreas)[number];

export const areaOf: Record<TaskKind, TaskArea> = {
  peerToPeer: 'review',
  informationDue: 'review',
  requestDue: 'review',
  submissionDue: 'review',
  updateDue: 'review',
  askPeerToPeer: 'review',
  followUp: 'review',
  retroDue: 'billing',
  appealDue: 'billing',
  benefitsDue: 'desk',
  askPayer: 'desk',
};

/** What a task is about; `key` names the same task at every reading. */
export type TaskSubject = {
  readonly authorizationId?: string;
  readonly submissionId?: string;
  readonly offerId?: string;
  readonly denialId?: string;
  readonly coverageId?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly level?: number;
  /** Cents that depend on it. */
  readonly atStake?: number;
};

/** Something to be done, as the record and the rule card of the payer have it. Never stored. */
export type DueTask = {
  readonly key: string;
  readonly kind: TaskKind;
  readonly opensAt: Instant;
  /** Absent: nobody knows until when. */
  readonly dueAt?: Instant;
  readonly about: TaskSubject;
  readonly payerId?: string;
  readonly payerName?: string;
  /** What about the payer is unknown and bears on this task. */
  readonly unknown: readonly PayerQuestion[];
  /** Whom the record itself names for it. */
  readonly named?: Clinician;
};

const escalations = ['none', 'reminded', 'deputy', 'overdue'] as const;
export type Escalation = (typeof escalations)[number];

export type EpisodeTask = DueTask & {
  readonly area: TaskArea;
  readonly owner?: Clinician;
  /** The owner has taken it in person; otherwise it only falls to them. */
  readonly taken: boolean;
  readonly escalation: Escalation;
  /** Joined the owner when the time was used up to the set share. */
  readonly deputy?: Clinician;
};

/** Who has which area, and who stands in. */
export type TaskDuty = Readonly<Record<TaskArea, { readonly owner?: Clinician; readonly deputy?: Clinician }>>;

export const noDuty: TaskDuty = { review: {}, billing: {}, desk: {} };

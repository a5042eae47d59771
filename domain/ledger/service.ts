import type { CalendarDate } from '../time/instant.ts';

/** Something delivered on one day: the unit in which a payer authorizes and pays. */
export type DeliveredService = {
  readonly serviceId: string;
  readonly on: CalendarDate;
  readonly levelOfCare: string;
  /** Code by which it is billed. */
  readonly code: string;
  /** Whole units, at least one. */
  readonly units: number;
  /** Charge of all its units, in cents. */
  readonly charge: number;
};

/** What a payer has authorized for an episode: one level, some codes, from a day to a day, perhaps a number of units. */
export type AuthorizedSpan = {
  readonly authorizationId: string;
  readonly number: string;
  readonly levelOfCare: string;
  /** Empty: every code of the level. */
  readonly codes: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Absent: as many as fit between the days. */
  readonly units?: number;
};

/** Asked of the payer and not answered, for days that may have passed. */
export type PendingSpan = {
  readonly requestId: string;
  readonly levelOfCare: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** After the service was given, for example after an emergency admission. */
  readonly retrospective: boolean;
};

/** Everything that decides how the services of one episode are covered. The order of each list says nothing. */
export type EpisodeLedger = {
  readonly services: readonly DeliveredService[];
  readonly authorizations: readonly AuthorizedSpan[];
  readonly pending: readonly PendingSpan[];
};

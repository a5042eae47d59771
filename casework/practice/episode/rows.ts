import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { PendingSpan } from '@openum/domain/ledger/service.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';

/** One line of the board. */
export type EpisodeRow = {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly version: number;
  readonly patientId: string;
  /** `Family, Given`. */
  readonly patientName: string;
  readonly patientBirthDate: CalendarDate;
  readonly chartNumber?: string;
  readonly part2: boolean;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly levelOfCare: string;
  /** Since when the patient is at this level. */
  readonly levelFrom: CalendarDate;
  /** Cents of one planned day. */
  readonly dailyCharge: number;
  readonly admittedOn: CalendarDate;
  readonly emergency: boolean;
  readonly dischargedOn?: CalendarDate;
  readonly clinicianName?: string;
  readonly clinicianUserId?: string;
  /** Who pays first. */
  readonly payerId?: string;
  readonly payerName?: string;
  readonly memberNumber?: string;
  readonly lineOfBusiness?: LineOfBusiness;
  readonly authorizedThrough?: CalendarDate;
  readonly uncoveredFrom?: CalendarDate;
  readonly nextReviewOn?: CalendarDate;
  readonly askedAt?: Instant;
  readonly talkClosesAt?: Instant;
  /** Services given, and those that nothing covers, with the cents of each. */
  readonly services: number;
  readonly uncoveredServices: number;
  readonly charge: number;
  readonly atStake: number;
  readonly changedAt: Instant;
};

/** An authorization that stands, with what the ledger took from it. */
export type EpisodeAuthorizationRow = {
  readonly authorizationId: string;
  readonly number: string;
  readonly coverageId: string;
  readonly levelOfCare: string;
  readonly codes: readonly string[];
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly units?: number;
  readonly unitsUsed: number;
  readonly nextReviewOn?: CalendarDate;
};

/**
 * All services of one level and code, packed: the n-th places of the lists are one service. Days are counted from 1 January 1970.
 * The whole ledger of a practice can be matched again from these without reading a log (docs/practice-ledger.md).
 */
export type ServicePage = {
  readonly levelOfCare: string;
  readonly code: string;
  readonly days: readonly number[];
  readonly units: readonly number[];
  readonly charges: readonly number[];
  /** Place of the state in `coverageStates`. */
  readonly states: readonly number[];
  readonly atStake: readonly number[];
  /** Days since 1 January 1970 of the bill; 0 for a service that has not been billed. */
  readonly billedOn: readonly number[];
};

export type EpisodeRows = {
  readonly episode: EpisodeRow;
  readonly authorizations: readonly EpisodeAuthorizationRow[];
  readonly pages: readonly ServicePage[];
  readonly pending: readonly PendingSpan[];
  /** Claims on which services stand. */
  readonly claimIds: readonly string[];
};

import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { ServicePage } from '@openum/domain/episode/page.ts';
import type { PendingSpan } from '@openum/domain/ledger/service.ts';
import type { EpisodeFacts } from '@openum/domain/practiceMetrics/facts.ts';
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
 * Version of the code that makes the read models. A change of what they say takes the next number: what is stored of an earlier one
 * is read from the log until it has been made anew.
 */
export const readModelVersion = 1;

/** For what an episode must be read, by its log alone: `tasks`, where something may be to be done on some day. */
export type EpisodeMatter = 'tasks' | 'talks' | 'denials';

export type EpisodeFactsRow = {
  readonly madeBy: number;
  readonly matters: readonly EpisodeMatter[];
  /** Between these days lies what can be counted, days from 1 January 1970; absent where there is nothing. */
  readonly firstDay?: number;
  readonly lastDay?: number;
  readonly facts: EpisodeFacts;
};

export type EpisodeRows = {
  readonly episode: EpisodeRow;
  readonly authorizations: readonly EpisodeAuthorizationRow[];
  readonly pages: readonly ServicePage[];
  readonly pending: readonly PendingSpan[];
  /** Claims on which services stand. */
  readonly claimIds: readonly string[];
  readonly facts: EpisodeFactsRow;
};

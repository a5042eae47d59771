import type { EpisodeAuthorizationRow, EpisodeFactsRow, EpisodeRow } from '@openum/casework/practice/episode/rows.ts';
import type { ServicePage } from '@openum/domain/episode/page.ts';
import { keysOf } from '../connection/keysOf.ts';

export const episodeColumns = keysOf<EpisodeRow>()(
  'episodeId',
  'episodeNumber',
  'version',
  'patientId',
  'patientName',
  'patientBirthDate',
  'chartNumber',
  'part2',
  'programmeId',
  'programmeName',
  'levelOfCare',
  'levelFrom',
  'dailyCharge',
  'admittedOn',
  'emergency',
  'dischargedOn',
  'clinicianName',
  'clinicianUserId',
  'payerId',
  'payerName',
  'memberNumber',
  'lineOfBusiness',
  'authorizedThrough',
  'uncoveredFrom',
  'nextReviewOn',
  'askedAt',
  'talkClosesAt',
  'services',
  'uncoveredServices',
  'charge',
  'atStake',
  'changedAt',
);

export const authorizationColumns = keysOf<EpisodeAuthorizationRow>()(
  'authorizationId',
  'number',
  'coverageId',
  'levelOfCare',
  'codes',
  'firstDay',
  'lastDay',
  'units',
  'unitsUsed',
  'nextReviewOn',
);

export const pageColumns = keysOf<ServicePage>()(
  'levelOfCare',
  'code',
  'days',
  'units',
  'charges',
  'states',
  'atStake',
  'billedOn',
);

export const factsColumns = keysOf<EpisodeFactsRow>()('madeBy', 'matters', 'firstDay', 'lastDay', 'facts');

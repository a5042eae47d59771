import type { Duration } from '../clock/rule.ts';
import type { SubmissionChannel } from '../episode/record.ts';
import type { CalendarDate } from '../time/instant.ts';

export const ruleSources = ['contract', 'providerManual', 'payerWebsite', 'phone', 'letter', 'experience'] as const;
export type RuleSource = (typeof ruleSources)[number];

/** One thing that a payer has said, with where and when. A thing that nobody has asked about is absent: unknown, never "no". */
export type Said<T> = {
  readonly value: T;
  readonly source: RuleSource;
  /** Page, section, or who said it. */
  readonly where?: string;
  readonly on: CalendarDate;
};

export const authorizationNeeds = ['required', 'noticeOnly', 'notRequired'] as const;
export type AuthorizationNeed = (typeof authorizationNeeds)[number];

export type LevelRule = {
  readonly levelOfCare: string;
  readonly authorization?: Said<AuthorizationNeed>;
  /** Days that the first authorization usually gives. */
  readonly initialDays?: Said<number>;
  /** Days that each later one gives. */
  readonly reviewIntervalDays?: Said<number>;
  /** How long before the end of the last covered day the next request must be with the payer. */
  readonly leadTime?: Said<Duration>;
  readonly criteria?: Said<string>;
  /** What the payer wants to read for this level. */
  readonly wants?: Said<readonly string[]>;
};

export type PayerChannel = {
  readonly channel: SubmissionChannel;
  /** Telephone or fax number, address of the portal, or name of the electronic line. */
  readonly address: string;
  readonly hours?: string;
};

export type AppealLevelRule = {
  readonly level: number;
  readonly name: string;
  /** Time for filing, from the denial. */
  readonly window: Duration;
  readonly address?: string;
};

export const retroAcceptances = ['yes', 'emergencyOnly', 'no'] as const;

/** Who may speak for the patient with the payer's physician. */
export const talkSpeakers = ['treatingClinician', 'physician', 'licensedClinician', 'anybody'] as const;
export type TalkSpeaker = (typeof talkSpeakers)[number];

export type RetroRule = {
  readonly accepted: (typeof retroAcceptances)[number];
  readonly from: 'admission' | 'discharge';
  /** Time for asking; absent: no limit was named. */
  readonly window?: Duration;
};

/** What a practice knows of how a payer wants things done, from a day on. */
export type PayerCard = {
  readonly payerId: string;
  readonly name: string;
  readonly effectiveFrom: CalendarDate;
  readonly levels: readonly LevelRule[];
  readonly channels?: Said<readonly PayerChannel[]>;
  /** Time for telling the payer of an emergency admission. */
  readonly admissionNotice?: Said<Duration>;
  /** Time for a peer-to-peer, from the denial. */
  readonly peerToPeer?: Said<{ readonly window: Duration; readonly phone?: string }>;
  readonly talkSpeaker?: Said<TalkSpeaker>;
  readonly appeals?: Said<readonly AppealLevelRule[]>;
  readonly retro?: Said<RetroRule>;
  /** Days that a verification of benefits is good for. */
  readonly benefitsValidDays?: Said<number>;
  /** Name of the electronic line of this installation that leads to the payer. */
  readonly line?: string;
};

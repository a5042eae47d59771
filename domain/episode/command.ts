import type { PersonActor } from '../actor/actor.ts';
import type { HeardAppeal } from '../denial/appeal/heard.ts';
import type { TalkWord } from '../practiceTalk/word.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { EpisodeEvent } from './event.ts';
import type { Clinician, Override, PayerAuthorization, SubmissionAnswer } from './record.ts';

type DataOf<T extends EpisodeEvent['type']> = Extract<EpisodeEvent, { type: T }>['data'];

/** Whether a practice lets something through that nothing covers. `block`: only with the reason of a named person. */
export const uncoveredPolicies = ['warn', 'block'] as const;
export type UncoveredPolicy = (typeof uncoveredPolicies)[number];

type Body =
  | ({ readonly type: 'OpenEpisode' } & DataOf<'EpisodeOpened'>)
  | ({ readonly type: 'SetCoverage' } & DataOf<'CoverageSet'>)
  | ({ readonly type: 'RecordBenefits' } & DataOf<'BenefitsVerified'>)
  | ({ readonly type: 'ChangeLevelOfCare' } & DataOf<'LevelOfCareChanged'>)
  /** A second one corrects the first and says why. */
  | ({ readonly type: 'DischargeEpisode' } & DataOf<'EpisodeDischarged'>)
  | { readonly type: 'CancelDischarge'; readonly reason: string }
  | {
      readonly type: 'RecordServices';
      readonly services: DataOf<'ServicesRecorded'>['services'];
      readonly policy: UncoveredPolicy;
      readonly override?: Override;
    }
  | ({ readonly type: 'WithdrawServices' } & DataOf<'ServicesWithdrawn'>)
  | {
      readonly type: 'BillServices';
      readonly serviceIds: readonly string[];
      readonly claimId: string;
      readonly billedOn: CalendarDate;
      readonly policy: UncoveredPolicy;
      readonly override?: Override;
    }
  | ({
      readonly type: 'RecordSubmission';
      /** What was read in its words before it went: as they came in, and as they went. */
      readonly noteChecks?: readonly DataOf<'NoteChecked'>[];
    } & DataOf<'SubmissionRecorded'>)
  | {
      readonly type: 'RecordAnswer';
      readonly submissionId: string;
      readonly answer: SubmissionAnswer;
      /** What the payer authorized with it. */
      readonly authorizations: readonly PayerAuthorization[];
      /** What it refused, when it refused something. */
      readonly denial?: DataOf<'DenialRecorded'>;
      /** A talk that it offered. */
      readonly talk?: DataOf<'PeerToPeerOffered'>;
    }
  | ({
      readonly type: 'RecordInformationSent';
      /** What was found in the words, as they came in and as they went. */
      readonly noteChecks?: readonly DataOf<'NoteChecked'>[];
    } & DataOf<'InformationSent'>)
  | { readonly type: 'RecordAuthorization'; readonly authorization: PayerAuthorization }
  | { readonly type: 'CorrectAuthorization'; readonly authorization: PayerAuthorization; readonly reason: string }
  | { readonly type: 'VoidAuthorization'; readonly authorizationId: string; readonly reason: string }
  | {
      readonly type: 'HearTalk';
      readonly submissionId: string;
      /** For a talk of which nobody here knows yet. */
      readonly offerId: string;
      readonly word: TalkWord;
    }
  | ({ readonly type: 'RecordTalkOffer' } & DataOf<'PeerToPeerOffered'>)
  | { readonly type: 'ScheduleTalk'; readonly offerId: string; readonly at: Instant; readonly clinician: Clinician }
  | ({ readonly type: 'RecordTalkHeld' } & DataOf<'PeerToPeerHeld'>)
  | ({ readonly type: 'RecordTalkMissed' } & DataOf<'PeerToPeerMissed'>)
  | ({ readonly type: 'DeclineTalk' } & DataOf<'PeerToPeerDeclined'>)
  | ({ readonly type: 'EscalateTalk' } & DataOf<'PeerToPeerEscalated'>)
  | ({ readonly type: 'RecordDenial' } & DataOf<'DenialRecorded'>)
  | ({ readonly type: 'RecordDenialLetter' } & DataOf<'DenialLetterRecorded'>)
  | ({ readonly type: 'AssignCause' } & DataOf<'CauseAssigned'>)
  | ({ readonly type: 'DraftAppeal' } & DataOf<'AppealDrafted'>)
  | ({ readonly type: 'BindAppeal' } & DataOf<'AppealBound'>)
  | ({ readonly type: 'RecordAppealFailure' } & DataOf<'AppealNotSent'>)
  | ({ readonly type: 'SendAppeal' } & DataOf<'AppealSent'>)
  | ({ readonly type: 'RecordAppealAnswer' } & DataOf<'AppealAnswered'>)
  | ({
      readonly type: 'HearAppeal';
    } & HeardAppeal)
  | ({ readonly type: 'RecordAppealMoney' } & DataOf<'AppealMoneyRecorded'>)
  | ({ readonly type: 'ApplyRemittance' } & DataOf<'RemittanceApplied'>)
  | ({ readonly type: 'KeepNoteCheck' } & DataOf<'NoteChecked'>)
  | ({ readonly type: 'AddDocument' } & DataOf<'DocumentAdded'>)
  | ({ readonly type: 'DescribeDocument' } & DataOf<'DocumentDescribed'>)
  | ({ readonly type: 'WithdrawDocument' } & DataOf<'DocumentWithdrawn'>)
  | ({
      readonly type: 'MakePacket';
      /** What was found in the words, as they came in and as they go. */
      readonly noteChecks?: readonly DataOf<'NoteChecked'>[];
    } & DataOf<'PacketMade'>)
  | ({ readonly type: 'SendPacket' } & DataOf<'PacketSent'>)
  | ({ readonly type: 'RecordPacketFailure' } & DataOf<'PacketFailed'>)
  | { readonly type: 'TakeTask'; readonly task: string }
  | { readonly type: 'HandOver'; readonly to: Clinician; readonly note: string }
  | { readonly type: 'AddNote'; readonly noteId: string; readonly text: string };

export type EpisodeCommandType = Body['type'];

/** An intention, with who and when. Rules know no other time than `now`; `today` is its day in the practice's zone. */
export type EpisodeCommand = Body & {
  readonly actor: PersonActor | { readonly kind: 'system'; readonly component: 'rules' | 'flow' | 'clock' | 'seed' };
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly occurredAt?: Instant;
};

export type EpisodeCommandOf<T extends EpisodeCommandType> = Extract<EpisodeCommand, { type: T }>;

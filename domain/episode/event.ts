import type { Actor } from '../actor/actor.ts';
import type { BenefitVerification } from '../benefits/verification.ts';
import type { AppealWord } from '../denial/appeal/word.ts';
import type { DenialLetter, LetterFacts } from '../denial/letter/record.ts';
import type { Packet, PacketFailure, PacketSending } from '../packet/record.ts';
import type { DocumentDescription, PracticeDocument } from '../practiceDocument/record.ts';
import type { TalkWord } from '../practiceTalk/word.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type {
  AppealAnswer,
  AppealFile,
  AppealSending,
  BilledService,
  Clinician,
  Denial,
  DenialCause,
  EpisodeCoverage,
  Override,
  Patient,
  PayerAuthorization,
  PracticeAppeal,
  Programme,
  RecordedService,
  Submission,
  SubmissionAnswer,
  TalkOffer,
  TalkResult,
} from './record.ts';

/** What happened in one patient's course at the practice, in the past tense. The list only grows. */
export type EpisodeEvent =
  | {
      readonly type: 'EpisodeOpened';
      readonly data: {
        readonly episodeNumber: string;
        readonly patient: Patient;
        readonly programme: Programme;
        readonly admittedOn: CalendarDate;
        /** Admitted without time to ask the payer first. */
        readonly emergency: boolean;
        readonly clinician?: Clinician;
      };
    }
  | { readonly type: 'CoverageSet'; readonly data: EpisodeCoverage }
  | { readonly type: 'BenefitsVerified'; readonly data: BenefitVerification }
  | {
      readonly type: 'LevelOfCareChanged';
      readonly data: {
        readonly programme: Programme;
        readonly from: CalendarDate;
        readonly reason: string;
        /** Told late: it goes between what is on record, and the levels after it stay. */
        readonly among?: true;
      };
    }
  | {
      readonly type: 'EpisodeDischarged';
      readonly data: { readonly on: CalendarDate; readonly disposition: string; readonly reason?: string };
    }
  | { readonly type: 'DischargeCorrected'; readonly data: { readonly on?: CalendarDate; readonly reason: string } }
  | {
      readonly type: 'ServicesRecorded';
      readonly data: { readonly services: readonly RecordedService[]; readonly override?: Override };
    }
  | {
      readonly type: 'ServicesWithdrawn';
      readonly data: { readonly serviceIds: readonly string[]; readonly reason: string };
    }
  | {
      readonly type: 'ServicesBilled';
      readonly data: BilledService & { readonly serviceIds: readonly string[]; readonly override?: Override };
    }
  | { readonly type: 'SubmissionRecorded'; readonly data: Submission }
  | {
      readonly type: 'SubmissionAnswered';
      readonly data: { readonly submissionId: string } & SubmissionAnswer;
    }
  | {
      readonly type: 'InformationSent';
      readonly data: { readonly submissionId: string; readonly summary: string; readonly sentAt: Instant };
    }
  | { readonly type: 'AuthorizationRecorded'; readonly data: PayerAuthorization }
  | {
      readonly type: 'AuthorizationCorrected';
      readonly data: { readonly authorization: PayerAuthorization; readonly reason: string };
    }
  | {
      readonly type: 'AuthorizationVoided';
      readonly data: { readonly authorizationId: string; readonly reason: string };
    }
  | { readonly type: 'PeerToPeerOffered'; readonly data: TalkOffer }
  | {
      readonly type: 'PeerToPeerSaid';
      readonly data: TalkWord & { readonly offerId: string; readonly submissionId: string };
    }
  | {
      readonly type: 'PeerToPeerScheduled';
      readonly data: { readonly offerId: string; readonly at: Instant; readonly clinician: Clinician };
    }
  | {
      readonly type: 'PeerToPeerHeld';
      readonly data: { readonly offerId: string; readonly result: TalkResult; readonly notes: string };
    }
  | { readonly type: 'PeerToPeerMissed'; readonly data: { readonly offerId: string; readonly reason: string } }
  | { readonly type: 'PeerToPeerDeclined'; readonly data: { readonly offerId: string; readonly reason: string } }
  | {
      readonly type: 'PeerToPeerEscalated';
      readonly data: { readonly offerId: string; readonly to: Clinician; readonly reason: string };
    }
  | { readonly type: 'DenialRecorded'; readonly data: Denial }
  | {
      readonly type: 'DenialLetterRecorded';
      readonly data: Pick<Denial, 'denialId' | 'reason' | 'appealBy'> & LetterFacts & { readonly letter: DenialLetter };
    }
  | {
      readonly type: 'CauseAssigned';
      readonly data: { readonly denialId: string; readonly cause: DenialCause; readonly reason: string };
    }
  | { readonly type: 'AppealDrafted'; readonly data: PracticeAppeal }
  | { readonly type: 'AppealBound'; readonly data: AppealFile & { readonly appealId: string } }
  | { readonly type: 'AppealSent'; readonly data: PracticeAppeal & AppealSending }
  | {
      readonly type: 'AppealNotSent';
      readonly data: Omit<PacketFailure, 'packetId'> & { readonly appealId: string };
    }
  | {
      readonly type: 'AppealSaid';
      readonly data: { readonly appealId: string; readonly words: readonly AppealWord[] };
    }
  | { readonly type: 'AppealAnswered'; readonly data: AppealAnswer & { readonly appealId: string } }
  | {
      /** What an appeal that was won brought, once that is known. */
      readonly type: 'AppealMoneyRecorded';
      readonly data: { readonly appealId: string; readonly recovered: number };
    }
  | {
      readonly type: 'RemittanceApplied';
      readonly data: {
        readonly remittanceId: string;
        readonly claimId: string;
        readonly paidOn: CalendarDate;
        /** Cents. */
        readonly paid: number;
        readonly adjustmentCodes: readonly string[];
        readonly remarkCodes: readonly string[];
      };
    }
  | {
      readonly type: 'NoteChecked';
      readonly data: {
        readonly noteCheckId: string;
        readonly textSha256: string;
        readonly version: string;
        readonly levelOfCare: string;
        readonly missing: readonly string[];
        readonly contradicted: readonly string[];
        readonly wording: number;
      };
    }
  | {
      readonly type: 'TaskTaken';
      readonly data: { readonly task: string; readonly by: Clinician };
    }
  | {
      readonly type: 'HandedOver';
      readonly data: { readonly to: Clinician; readonly note: string };
    }
  | { readonly type: 'DocumentAdded'; readonly data: PracticeDocument }
  | { readonly type: 'DocumentDescribed'; readonly data: DocumentDescription & { readonly documentId: string } }
  | { readonly type: 'DocumentWithdrawn'; readonly data: { readonly documentId: string; readonly reason: string } }
  | { readonly type: 'PacketMade'; readonly data: Packet }
  | { readonly type: 'PacketSent'; readonly data: PacketSending }
  | { readonly type: 'PacketFailed'; readonly data: PacketFailure }
  | { readonly type: 'NoteAdded'; readonly data: { readonly noteId: string; readonly text: string } };

export type EpisodeEventType = EpisodeEvent['type'];

export type RecordedEpisodeEvent = EpisodeEvent & {
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

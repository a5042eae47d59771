import type { BenefitVerification } from '../benefits/verification.ts';
import type { AppealWord } from '../denial/appeal/word.ts';
import type { EpisodePacket, PacketFailure } from '../packet/record.ts';
import type { EpisodeDocument } from '../practiceDocument/record.ts';
import { talkEnd } from '../practiceTalk/standing.ts';
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

type Told = { readonly at: Instant; readonly by: string };

export type EpisodeService = RecordedService & {
  readonly billed?: BilledService;
  readonly withdrawn?: Told & { readonly reason: string };
};

export type EpisodeSubmission = Submission & {
  /** Oldest first; the last is how it stands. */
  readonly answers: readonly SubmissionAnswer[];
  readonly informationSent: readonly { readonly summary: string; readonly sentAt: Instant }[];
};

export type EpisodeAuthorization = PayerAuthorization & {
  readonly recordedAt: Instant;
  readonly earlier: readonly PayerAuthorization[];
  readonly voided?: Told & { readonly reason: string };
};

export type EpisodeTalk = TalkOffer & {
  readonly offeredAt: Instant;
  /** What the payer's system said of it, oldest first; none: all that is known somebody wrote down. */
  readonly said: readonly (TalkWord & { readonly at: Instant })[];
  /** The end of the window as somebody wrote it down, before the payer's system said another. */
  readonly writtenClosesAt?: Instant;
  readonly scheduled?: { readonly at: Instant; readonly clinician: Clinician };
  readonly held?: Told & { readonly result: TalkResult; readonly notes: string };
  readonly missed?: Told & { readonly reason: string };
  readonly declined?: Told & { readonly reason: string };
  readonly escalations: readonly (Told & { readonly to: Clinician; readonly reason: string })[];
};

export type EpisodeDenial = Denial & {
  readonly cause?: { readonly cause: DenialCause; readonly reason: string; readonly by: string };
};

export type EpisodeAppeal = PracticeAppeal & {
  readonly draftedAt: Instant;
  /** Every version that was kept, oldest first. */
  readonly versions: readonly (Told & Pick<PracticeAppeal, 'letter' | 'draft'>)[];
  /** Absent while there is none, and when the draft was changed after it. */
  readonly file?: AppealFile & Told;
  readonly failures: readonly (Omit<PacketFailure, 'packetId'> & { readonly at: Instant })[];
  readonly sentOn?: CalendarDate;
  readonly sent?: Omit<AppealSending, 'sentOn'> & Told;
  /** How the payer's system said last that it stands, level by level. */
  readonly said: readonly AppealWord[];
  readonly answered?: AppealAnswer;
};

export type EpisodeRemittance = {
  readonly remittanceId: string;
  readonly claimId: string;
  readonly paidOn: CalendarDate;
  readonly paid: number;
  readonly adjustmentCodes: readonly string[];
  readonly remarkCodes: readonly string[];
};

/** Everything the events say of one course, folded. Coverage, due moments, tasks and figures are derived from it. */
export type Episode = {
  readonly kind: 'episode';
  readonly version: number;
  readonly episodeNumber: string;
  readonly patient: Patient;
  readonly admittedOn: CalendarDate;
  readonly emergency: boolean;
  readonly clinician?: Clinician;
  /** In the order in which they began; the last is the present one. */
  readonly levels: readonly [
    { readonly programme: Programme; readonly from: CalendarDate; readonly reason?: string },
    ...{ readonly programme: Programme; readonly from: CalendarDate; readonly reason?: string }[],
  ];
  readonly coverages: readonly EpisodeCoverage[];
  readonly verifications: readonly BenefitVerification[];
  readonly services: readonly EpisodeService[];
  readonly submissions: readonly EpisodeSubmission[];
  readonly authorizations: readonly EpisodeAuthorization[];
  readonly talks: readonly EpisodeTalk[];
  readonly denials: readonly EpisodeDenial[];
  readonly appeals: readonly EpisodeAppeal[];
  readonly remittances: readonly EpisodeRemittance[];
  readonly noteChecks: readonly (Told & {
    readonly noteCheckId: string;
    readonly levelOfCare: string;
    readonly missing: readonly string[];
    readonly contradicted: readonly string[];
    readonly wording: number;
  })[];
  /** In the order in which they came. */
  readonly documents: readonly EpisodeDocument[];
  readonly packets: readonly EpisodePacket[];
  readonly takenTasks: Readonly<Record<string, Clinician>>;
  readonly handovers: readonly (Told & { readonly to: Clinician; readonly note: string })[];
  readonly notes: readonly (Told & { readonly noteId: string; readonly text: string })[];
  readonly discharge?: { readonly on: CalendarDate; readonly disposition: string };
  readonly lastEventAt: Instant;
};

export type EpisodeState = { readonly kind: 'none' } | Episode;

export const noEpisode: EpisodeState = { kind: 'none' };

export const presentProgramme = (e: Episode): Programme => (e.levels.at(-1) ?? e.levels[0]).programme;

export const programmeOn = (e: Episode, on: CalendarDate): Programme =>
  (e.levels.findLast((l) => l.from <= on) ?? e.levels[0]).programme;

/** The last answer of a submission that ends it; a pend or a question does not. */
export const finalAnswer = (s: EpisodeSubmission): SubmissionAnswer | undefined => {
  const last = s.answers.at(-1);
  return last && last.outcome !== 'pended' && last.outcome !== 'informationRequested' ? last : undefined;
};

/** Whether the payer has it or had it: what was taken back, or never got in, asks for nothing. */
export const wasAsked = (s: EpisodeSubmission): boolean => {
  const outcome = finalAnswer(s)?.outcome;
  return outcome !== 'withdrawn' && outcome !== 'rejected';
};

export const openTalks = (e: Episode): readonly EpisodeTalk[] => e.talks.filter((t) => !talkEnd(t));

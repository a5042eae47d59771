import type { Qualification } from '../actor/actor.ts';
import type { ReviewerRequirement } from '../case/command.ts';
import type { Assignee, AttachedDocument } from '../case/event.ts';
import type { Channel, ServicePeriod } from '../case/request.ts';
import type { BusinessCalendar } from '../clock/calendar.ts';
import type { Duration, TurnaroundRule } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { Authorized, CriteriaReference } from '../determination/determination.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { ToldByPhone } from '../urgency/told.ts';
import type { AppealOutcome, DismissalReason, expediteAskers, Filing, forwardMethods } from './event.ts';
import type { AppealLevel, AppealParty, AppealTiming } from './level.ts';

/** The level that follows by itself, with its clocks ready, should this one end against the member. */
export type NextAppeal = {
  readonly appealId: string;
  readonly number: string;
  readonly level: AppealLevel;
  readonly clocks: readonly StartedClock[];
};

/** Who might decide: credentials, and everybody above this person. */
export type Candidate = Assignee & {
  readonly qualification?: Qualification;
  readonly superiors: readonly string[];
};

export type LineDecision = {
  readonly itemSequence: number;
  readonly outcome: AppealOutcome;
  readonly rationale: string;
  readonly memberRationale: string;
  readonly authorized?: Authorized;
};

type On = { readonly appealId: string };

export type FileAppeal = {
  readonly type: 'FileAppeal';
  readonly appealId: string;
  readonly number: string;
  readonly level: AppealLevel;
  readonly filedBy: Filing;
  readonly itemSequences: readonly number[];
  readonly timing: AppealTiming;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly statement: string;
  readonly expedited?: { readonly by: (typeof expediteAskers)[number]; readonly reason: string };
  /** When what the party must hand in came, if it came with the appeal. */
  readonly standingShownAt?: Instant;
  readonly noticeDate?: CalendarDate;
  readonly filingDeadline?: Instant;
  /** Of the whole appeal, to be started when nothing is missing. */
  readonly clocks: readonly StartedClock[];
};

export type AppealCommand =
  | FileAppeal
  | ({
      readonly type: 'ShowAppealStanding';
      readonly by: string;
      readonly receivedAt: Instant;
      readonly documentId?: string;
      readonly clocks: readonly StartedClock[];
    } & On)
  | ({ readonly type: 'AcceptLateAppeal'; readonly reason: string } & On)
  | ({
      readonly type: 'AskExpeditedAppeal';
      readonly level: AppealLevel;
      readonly by: (typeof expediteAskers)[number];
      readonly reason: string;
      readonly askedAt: Instant;
      readonly clocks: readonly StartedClock[];
    } & On)
  | ({
      readonly type: 'RefuseExpeditedAppeal';
      readonly level: AppealLevel;
      readonly reason: string;
      readonly clocks: readonly StartedClock[];
      /** Of the letter that tells the member. */
      readonly noticeClocks: readonly StartedClock[];
      readonly told?: ToldByPhone;
    } & On)
  | ({
      readonly type: 'ExtendAppeal';
      readonly clockId: string;
      readonly ground: string;
      readonly by?: Duration;
      readonly reason: string;
      readonly rule: TurnaroundRule;
      readonly calendar: BusinessCalendar;
    } & On)
  | ({
      readonly type: 'AddAppealExhibit';
      readonly exhibitId: string;
      readonly documentId: string;
      readonly from: string;
    } & On)
  | ({
      readonly type: 'AssignAppealReviewer';
      readonly to: Candidate;
      readonly level: AppealLevel;
      readonly requirement: ReviewerRequirement;
      readonly reason?: string;
    } & On)
  | ({
      readonly type: 'AskAppealInformation';
      readonly requestId: string;
      readonly from: string;
      readonly text: string;
      readonly dueAt: Instant;
    } & On)
  | ({ readonly type: 'ReceiveAppealInformation'; readonly requestId: string; readonly summary: string } & On)
  | ({ readonly type: 'ShareAppealEvidence'; readonly summary: string; readonly respondBy: Instant } & On)
  | ({
      readonly type: 'DecideAppeal';
      readonly level: AppealLevel;
      readonly lines: readonly LineDecision[];
      readonly criteria: readonly (CriteriaReference & { readonly itemSequence: number })[];
      readonly requirement: ReviewerRequirement;
      readonly superiors: readonly string[];
      readonly attestation: { readonly noConflictOfInterest: boolean; readonly reviewedRecord: boolean };
      readonly evidenceOpened: readonly string[];
      /** The decision rests on evidence or on a reason that was not in the first one. */
      readonly newEvidence: boolean;
      readonly clocks: readonly StartedClock[];
      readonly next?: NextAppeal;
    } & On)
  | ({ readonly type: 'DismissAppeal'; readonly because: DismissalReason; readonly reason: string } & On)
  | ({ readonly type: 'WithdrawAppeal'; readonly requestedBy: string; readonly reason: string } & On)
  | ({
      readonly type: 'NameReviewOrganization';
      readonly name: string;
      readonly reference?: string;
      readonly clocks: readonly StartedClock[];
    } & On)
  | ({
      readonly type: 'ForwardAppeal';
      readonly to: string;
      readonly method: (typeof forwardMethods)[number];
      readonly tracking?: string;
      /** The file as it goes out, kept with the case. */
      readonly packet: AttachedDocument;
    } & On)
  | ({
      readonly type: 'ChaseExternalAnswer';
      readonly asked: string;
      readonly answer: string;
      readonly askAgainAt: Instant;
    } & On)
  | ({
      readonly type: 'ReceiveExternalDecision';
      readonly decidedBy: string;
      readonly decidedOn: CalendarDate;
      readonly reference?: string;
      readonly lines: readonly {
        readonly itemSequence: number;
        readonly outcome: AppealOutcome;
        readonly summary: string;
        readonly authorized?: Authorized;
      }[];
      readonly clocks: readonly StartedClock[];
    } & On)
  | ({ readonly type: 'EffectuateAppeal'; readonly how: string } & On)
  | ({
      readonly type: 'DecideAidContinuing';
      readonly level: AppealLevel;
      readonly granted: boolean;
      readonly askedBy: AppealParty;
      readonly askedAt: Instant;
      /** The last moment at which asking was in time: from the letter, or from the day of the change when that is later. */
      readonly askedInTimeUntil: Instant;
      readonly previouslyAuthorized: boolean;
      readonly period?: ServicePeriod;
      readonly reason: string;
    } & On)
  | ({ readonly type: 'EndAidContinuing'; readonly endedOn: CalendarDate; readonly reason: string } & On);

export type ReconsiderationCommand =
  | {
      readonly type: 'RequestReconsideration';
      readonly reconsiderationId: string;
      readonly ruleId: string;
      readonly itemSequences: readonly number[];
      readonly requestedBy: string;
      readonly statement: string;
      readonly receivedAt: Instant;
      readonly clocks: readonly StartedClock[];
    }
  | {
      readonly type: 'DecideReconsideration';
      readonly reconsiderationId: string;
      readonly outcome: 'unchanged' | 'approved';
      readonly reason: string;
      readonly authorized: readonly { readonly itemSequence: number; readonly authorized: Authorized }[];
    };

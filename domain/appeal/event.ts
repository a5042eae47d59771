import type { Assignee } from '../case/event.ts';
import type { Channel, ServicePeriod } from '../case/request.ts';
import type { Duration } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { Authorized, CriteriaReference, DecidedBy } from '../determination/determination.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { ToldByPhone } from '../urgency/told.ts';
import type { AppealBody, AppealParty, AppealTiming, Standing } from './level.ts';

export const appealOutcomes = ['upheld', 'overturned', 'partiallyOverturned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

const appealOpenings = ['requested', 'automatic', 'lapse'] as const;
export const expediteAskers = ['physician', 'member', 'plan'] as const;

export const dismissalReasons = [
  'lateWithoutGoodCause',
  'noStanding',
  'standingNotShown',
  'notAppealable',
  'noLongerDisputed',
  'deceasedWithoutSuccessor',
] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** How a file goes to the body outside. */
export const forwardMethods = ['portal', 'secureMail', 'fax', 'courier', 'mail'] as const;

export type Filing = {
  readonly party: AppealParty;
  readonly name: string;
  readonly relationship?: string;
  readonly npi?: string;
  readonly phone?: string;
};

export type AppealOpened = {
  readonly appealId: string;
  /** Under which people speak of it. */
  readonly number: string;
  readonly levelId: string;
  readonly levelVersion: string;
  readonly levelName: string;
  readonly body: AppealBody;
  readonly because: (typeof appealOpenings)[number];
  readonly itemSequences: readonly number[];
  readonly timing: AppealTiming;
  /** By the plan itself, where the level opens by itself. */
  readonly filedBy?: Filing;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly statement: string;
  readonly expedited?: { readonly by: (typeof expediteAskers)[number]; readonly reason: string };
  readonly previousAppealId?: string;
  /** The day of the letter that is appealed, and the last moment that was in time. */
  readonly noticeDate?: CalendarDate;
  readonly filingDeadline?: Instant;
  readonly late: boolean;
  readonly standing: Standing;
  readonly standingShownAt?: Instant;
  /** Empty while something that the party must hand in is missing. */
  readonly clocks: readonly StartedClock[];
};

export type LineResolution = {
  readonly itemSequence: number;
  readonly outcome: AppealOutcome;
  readonly rationale: string;
  readonly memberRationale: string;
  readonly criteria: readonly CriteriaReference[];
  readonly authorized?: Authorized;
};

export type AppealReviewer = Assignee & { readonly credentials: string };

type On = { readonly appealId: string };
type E<T extends string, D> = { readonly type: T; readonly data: On & D };

/** What happens to an appeal. The log of the case holds it with everything else about the request. */
export type AppealEvent =
  | { readonly type: 'AppealFiled'; readonly data: AppealOpened }
  | E<
      'AppealStandingShown',
      {
        readonly standing: Standing;
        readonly by: string;
        readonly receivedAt: Instant;
        readonly documentId?: string;
        readonly clocks: readonly StartedClock[];
      }
    >
  | E<'AppealLateFilingDecided', { readonly goodCause: true; readonly reason: string }>
  | E<
      'AppealExpediteAsked',
      {
        readonly by: (typeof expediteAskers)[number];
        readonly reason: string;
        readonly askedAt: Instant;
        readonly clocks: readonly StartedClock[];
      }
    >
  | E<
      'AppealExpediteRefused',
      { readonly reason: string; readonly clocks: readonly StartedClock[]; readonly told?: ToldByPhone }
    >
  | E<
      'AppealExtended',
      {
        readonly clockId: string;
        readonly ruleId: string;
        readonly ground: string;
        readonly by?: Duration;
        readonly reason: string;
        readonly dueBefore: Instant;
        readonly dueAfter: Instant;
      }
    >
  | E<
      'AppealExhibitAdded',
      { readonly exhibitId: string; readonly documentId: string; readonly title: string; readonly from: string }
    >
  | E<'AppealReviewerAssigned', { readonly to: AppealReviewer; readonly reason?: string }>
  | E<
      'AppealInformationAsked',
      { readonly requestId: string; readonly from: string; readonly text: string; readonly dueAt: Instant }
    >
  | E<'AppealInformationReceived', { readonly requestId: string; readonly summary: string }>
  | E<'AppealEvidenceShared', { readonly summary: string; readonly respondBy: Instant }>
  | E<
      'AppealDecided',
      {
        readonly by: DecidedBy;
        readonly lines: readonly LineResolution[];
        readonly evidenceOpened: readonly string[];
        readonly newEvidence: boolean;
        /** Of the authorization that was reversed: until it is put into effect. */
        readonly clocks: readonly StartedClock[];
      }
    >
  | E<'AppealDismissed', { readonly because: DismissalReason; readonly reason: string }>
  | E<'AppealWithdrawn', { readonly requestedBy: string; readonly reason: string }>
  | E<
      'ReviewOrganizationNamed',
      { readonly name: string; readonly reference?: string; readonly clocks: readonly StartedClock[] }
    >
  | E<
      'AppealForwarded',
      {
        readonly to: string;
        readonly method: (typeof forwardMethods)[number];
        readonly tracking?: string;
        readonly packetDocumentId: string;
        readonly packetSha256: string;
      }
    >
  | E<'ExternalAnswerChased', { readonly asked: string; readonly answer: string; readonly askAgainAt: Instant }>
  | E<
      'ExternalDecisionReceived',
      {
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
      }
    >
  | E<'AppealEffectuated', { readonly how: string }>
  | E<
      'AidContinuingDecided',
      {
        readonly granted: boolean;
        readonly askedBy: AppealParty;
        readonly askedAt: Instant;
        /** Days of service that go on in the meantime. */
        readonly period?: ServicePeriod;
        readonly reason: string;
      }
    >
  | E<'AidContinuingEnded', { readonly endedOn: CalendarDate; readonly reason: string }>;

export type ReconsiderationOutcome = 'unchanged' | 'approved';

/** A second look that the provider asks for. It is no appeal and uses up no level (N.Y. Ins. Law 4903(f)). */
export type ReconsiderationEvent =
  | {
      readonly type: 'ReconsiderationRequested';
      readonly data: {
        readonly reconsiderationId: string;
        readonly ruleId: string;
        readonly itemSequences: readonly number[];
        readonly requestedBy: string;
        readonly statement: string;
        readonly receivedAt: Instant;
        readonly clocks: readonly StartedClock[];
      };
    }
  | {
      readonly type: 'ReconsiderationDecided';
      readonly data: {
        readonly reconsiderationId: string;
        readonly outcome: ReconsiderationOutcome;
        readonly by: DecidedBy;
        readonly reason: string;
      };
    };

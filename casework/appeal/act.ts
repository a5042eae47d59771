import type { AppealOutcome, DismissalReason, expediteAskers } from '@openum/domain/appeal/event.ts';
import type { AppealParty, AppealTiming } from '@openum/domain/appeal/level.ts';
import type { Channel } from '@openum/domain/case/request.ts';
import type { Duration } from '@openum/domain/clock/rule.ts';
import type { CitedCriteria, GivenAuthorized } from '../case/act.ts';
import type { GivenCall } from '../urgency/told.ts';

type Asked = { readonly by: (typeof expediteAskers)[number]; readonly reason: string };
type Period = { readonly start: string; readonly end?: string | undefined };
type On = { readonly appealId: string };

export type GivenResolution = {
  readonly itemSequence: number;
  readonly outcome: AppealOutcome;
  readonly rationale: string;
  readonly memberRationale: string;
  readonly authorized?: GivenAuthorized | undefined;
  /** What was applied, where the product holds no criteria for the service. */
  readonly criteriaCited?: CitedCriteria | undefined;
};

/** What a person at the desk, or of a practice, may ask for around an appeal. Rules, clocks and credentials are added. */
export type AppealAct =
  | {
      readonly type: 'FileAppeal';
      readonly levelId: string;
      readonly filedBy: {
        readonly party: AppealParty;
        readonly name: string;
        readonly relationship?: string | undefined;
        readonly npi?: string | undefined;
        readonly phone?: string | undefined;
      };
      readonly itemSequences: readonly number[];
      readonly timing: AppealTiming;
      readonly receivedAt: string;
      readonly channel: Channel;
      readonly statement: string;
      readonly expedited?: Asked | undefined;
      /** When the consent, appointment or waiver came, if it came with the appeal. */
      readonly standingShownAt?: string | undefined;
      /** When the letter that is appealed proved to arrive later than presumed. */
      readonly noticeReceivedOn?: string | undefined;
    }
  | ({
      readonly type: 'ShowAppealStanding';
      readonly by: string;
      readonly receivedAt: string;
      readonly documentId?: string | undefined;
    } & On)
  | ({ readonly type: 'AcceptLateAppeal'; readonly reason: string } & On)
  | ({ readonly type: 'AskExpeditedAppeal'; readonly askedAt: string } & Asked & On)
  | ({ readonly type: 'RefuseExpeditedAppeal'; readonly reason: string; readonly told?: GivenCall | undefined } & On)
  | ({
      readonly type: 'ExtendAppeal';
      readonly clockId: string;
      readonly ground: string;
      readonly by?: Duration | undefined;
      readonly reason: string;
    } & On)
  | ({ readonly type: 'AddAppealExhibit'; readonly documentId: string; readonly from: string } & On)
  | ({ readonly type: 'AssignAppealReviewer'; readonly toUserId: string; readonly reason?: string | undefined } & On)
  | ({
      readonly type: 'AskAppealInformation';
      readonly from: string;
      readonly text: string;
      readonly dueAt: string;
    } & On)
  | ({ readonly type: 'ReceiveAppealInformation'; readonly requestId: string; readonly summary: string } & On)
  | ({ readonly type: 'ShareAppealEvidence'; readonly summary: string; readonly respondBy: string } & On)
  | ({
      readonly type: 'DecideAppeal';
      readonly lines: readonly GivenResolution[];
      readonly attestation: { readonly noConflictOfInterest: boolean; readonly reviewedRecord: boolean };
      readonly newEvidence: boolean;
    } & On)
  | ({ readonly type: 'DismissAppeal'; readonly because: DismissalReason; readonly reason: string } & On)
  | ({ readonly type: 'WithdrawAppeal'; readonly requestedBy: string; readonly reason: string } & On)
  | ({ readonly type: 'NameReviewOrganization'; readonly name: string; readonly reference?: string | undefined } & On)
  | ({
      readonly type: 'ChaseExternalAnswer';
      readonly asked: string;
      readonly answer: string;
      readonly askAgainAt: string;
    } & On)
  | ({
      readonly type: 'ReceiveExternalDecision';
      readonly decidedBy: string;
      readonly decidedOn: string;
      readonly reference?: string | undefined;
      readonly lines: readonly {
        readonly itemSequence: number;
        readonly outcome: AppealOutcome;
        readonly summary: string;
        readonly authorized?: GivenAuthorized | undefined;
      }[];
    } & On)
  | ({ readonly type: 'EffectuateAppeal'; readonly how: string } & On)
  | ({
      readonly type: 'DecideAidContinuing';
      readonly granted: boolean;
      readonly askedBy: AppealParty;
      readonly askedAt: string;
      /** When the cut takes effect, where that is known. */
      readonly effectiveOn?: string | undefined;
      readonly previouslyAuthorized: boolean;
      readonly period?: Period | undefined;
      readonly reason: string;
    } & On)
  | ({ readonly type: 'EndAidContinuing'; readonly endedOn: string; readonly reason: string } & On)
  | {
      readonly type: 'RequestReconsideration';
      readonly itemSequences: readonly number[];
      readonly requestedBy: string;
      readonly statement: string;
      readonly receivedAt: string;
    }
  | {
      readonly type: 'DecideReconsideration';
      readonly reconsiderationId: string;
      readonly outcome: 'unchanged' | 'approved';
      readonly reason: string;
    };

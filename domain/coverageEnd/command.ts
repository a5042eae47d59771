import type { ItemDecision, ReviewerRequirement } from '../case/command.ts';
import type { CriteriaReference } from '../determination/determination.ts';
import type { ApprovalLock } from '../reopening/lock.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { EndExplanation, NoticeDelivery, PlannedEnd, QioOutcome } from './event.ts';

/** The earliest last covered day that the rules on advance notice leave, and where they stand. */
export type AdvanceNotice = {
  readonly earliestEnd: CalendarDate;
  readonly citation: string;
  /** Grounds on which less notice is enough. */
  readonly exceptions: readonly string[];
};

export type CoverageEndCommand =
  | ({
      /** Nothing that is authorized becomes less: the days that are authorized run out, or the hospital discharges. */
      readonly type: 'PlanCoverageEnd';
      readonly requirement: ReviewerRequirement;
    } & Omit<PlannedEnd, 'exception' | 'itemSequence'>)
  | {
      /** An authorization that was given becomes shorter or ends: an adverse determination with notice in advance. */
      readonly type: 'ReduceAuthorization';
      readonly endId: string;
      readonly decision: Exclude<ItemDecision, { outcome: 'approved' }>;
      readonly lastCoveredOn: CalendarDate;
      readonly advance: AdvanceNotice;
      readonly exception?: NonNullable<PlannedEnd['exception']>;
      readonly criteria: readonly (CriteriaReference & { readonly itemSequence: number })[];
      readonly requirement: ReviewerRequirement;
      readonly attestation: { readonly noConflictOfInterest: boolean; readonly reviewedRecord: boolean };
      readonly evidenceOpened: readonly string[];
      /** Rules that bind the plan to what it authorized. */
      readonly approvalLocks: readonly ApprovalLock[];
    }
  | { readonly type: 'WithdrawCoverageEnd'; readonly endId: string; readonly reason: string }
  | ({ readonly type: 'RecordMedicareNotice' } & NoticeDelivery)
  | {
      readonly type: 'RecordQioRequest';
      readonly reviewId: string;
      readonly endId: string;
      readonly requestedAt: Instant;
      readonly notifiedAt: Instant;
      readonly requestedBy: string;
    }
  | ({ readonly type: 'ExplainCoverageEnd' } & EndExplanation)
  | {
      readonly type: 'RecordQioDecision';
      readonly reviewId: string;
      readonly outcome: QioOutcome;
      readonly decidedAt: Instant;
      readonly note: string;
    };

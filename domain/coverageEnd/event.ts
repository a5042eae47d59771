import type { CalendarDate, Instant } from '../time/instant.ts';

/**
 * Standard notices of Medicare about the end of covered care: Important Message and its copy, Notice of Medicare Non-Coverage,
 * detailed explanation of it, detailed notice of discharge, outpatient observation.
 */
export const medicareNotices = ['im', 'imCopy', 'nomnc', 'denc', 'dnd', 'moon'] as const;
export type MedicareNotice = (typeof medicareNotices)[number];

export const deliveryWays = ['inPerson', 'phone', 'mail', 'electronic'] as const;
export const signatures = ['signed', 'refused', 'notAsked'] as const;
export const recipients = ['member', 'representative'] as const;

export type NoticeDelivery = {
  readonly deliveryId: string;
  readonly notice: MedicareNotice;
  readonly to: { readonly name: string; readonly as: (typeof recipients)[number] };
  readonly how: (typeof deliveryWays)[number];
  readonly signature: (typeof signatures)[number];
  readonly deliveredAt: Instant;
  /** Who handed it over: the facility, or the plan. */
  readonly by: string;
  readonly documentId?: string;
};

/**
 * `hospitalDischarge`: the member leaves an inpatient stay (42 CFR 422.620). `nonCoverage`: skilled nursing, home health or
 * outpatient rehabilitation ends (422.624). `advanceNotice`: care authorized before is reduced or ended (438.404(c)(1), 431.211,
 * 29 CFR 2560.503-1(f)(2)(ii)(A)).
 */
export const endRoutes = ['hospitalDischarge', 'nonCoverage', 'advanceNotice'] as const;
export type EndRoute = (typeof endRoutes)[number];

export type PlannedEnd = {
  readonly endId: string;
  readonly route: EndRoute;
  /** Discharge day of a hospital stay; otherwise the last day that is covered. */
  readonly lastCoveredOn: CalendarDate;
  /** The line whose authorization becomes shorter, when one does. */
  readonly itemSequence?: number;
  /** In the words of the person who decided, for the record. */
  readonly reason: string;
  /** In plain words, for the member. */
  readonly memberReason: string;
  /** Why it may be sooner than the advance notice asks. */
  readonly exception?: { readonly ground: string; readonly reason: string };
};

export const qioOutcomes = ['endUpheld', 'endOverturned'] as const;
export type QioOutcome = (typeof qioOutcomes)[number];

/** Why coverage ends, in plain words for the member (42 CFR 422.626(e)(1), 422.622(d)). */
export type EndExplanation = {
  readonly reviewId: string;
  /** About this member's health and care, so that the rule can be seen to fit. */
  readonly facts: string;
  readonly rule: { readonly name: string; readonly citation: string; readonly text: string };
};

/** What happens when covered care is to end before the member agrees that it should. */
export type CoverageEndEvent =
  | { readonly type: 'CoverageEndPlanned'; readonly data: PlannedEnd }
  | { readonly type: 'CoverageEndWithdrawn'; readonly data: { readonly endId: string; readonly reason: string } }
  | { readonly type: 'MedicareNoticeDelivered'; readonly data: NoticeDelivery }
  | {
      readonly type: 'QioReviewRequested';
      readonly data: {
        readonly reviewId: string;
        readonly endId: string;
        readonly requestedAt: Instant;
        /** When the quality improvement organization told the plan; the plan's own notices count from here. */
        readonly notifiedAt: Instant;
        readonly requestedBy: string;
      };
    }
  | { readonly type: 'CoverageEndExplained'; readonly data: EndExplanation }
  | {
      readonly type: 'QioReviewDecided';
      readonly data: {
        readonly reviewId: string;
        readonly outcome: QioOutcome;
        readonly decidedAt: Instant;
        readonly note: string;
      };
    };

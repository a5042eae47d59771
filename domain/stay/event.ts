import type { Channel, Provider, RequestedItem, Stay, Urgency } from '../case/request.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

export const readinessStates = ['notReady', 'nearing', 'ready'] as const;
/** How near the member is to the next level of care or to going home. */
export type Readiness = (typeof readinessStates)[number];

export const transitionBarriers = [
  'clinical',
  'placement',
  'homeSupport',
  'equipment',
  'medication',
  'authorization',
  'transport',
  'familyDecision',
  'other',
] as const;
export type TransitionBarrier = (typeof transitionBarriers)[number];

export const dispositions = [
  'home',
  'homeHealth',
  'skilledNursing',
  'inpatientRehabilitation',
  'longTermAcute',
  'otherAcute',
  'psychiatric',
  'residential',
  'partialHospitalization',
  'intensiveOutpatient',
  'hospice',
  'againstAdvice',
  'expired',
  'other',
] as const;
/** Where the member went. */
export type Disposition = (typeof dispositions)[number];

export const chaseMethods = ['phone', 'fax', 'portal', 'email'] as const;
export const chaseResults = ['reached', 'messageLeft', 'noAnswer', 'sent'] as const;

export type ContinuedStayRequest = {
  readonly requestId: string;
  /** New lines of the case, each reviewed as concurrent. */
  readonly items: readonly RequestedItem[];
  readonly levelOfCare: string;
  /** How the member is and why more days are needed, in the words of the facility. */
  readonly clinicalUpdate: string;
  readonly documentIds: readonly string[];
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly requestedBy: string;
  /** Whether it came at least 24 hours before the approved days end (29 CFR 2560.503-1(f)(2)(ii)(B)); absent: no end was known. */
  readonly askedBeforeEnd?: boolean;
};

export type ClinicalUpdate = {
  readonly updateId: string;
  readonly summary: string;
  readonly from: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly documentIds: readonly string[];
};

export type UpdateChase = {
  readonly chaseId: string;
  readonly to: string;
  readonly method: (typeof chaseMethods)[number];
  readonly result: (typeof chaseResults)[number];
  readonly note?: string;
};

export type TransitionAssessment = {
  readonly readiness: Readiness;
  readonly expectedDischargeOn?: CalendarDate;
  readonly barriers: readonly TransitionBarrier[];
  /** What is planned for after the stay. */
  readonly plan?: string;
};

export type Discharge = { readonly dischargedAt: Instant; readonly disposition: Disposition; readonly note?: string };

export type AdmissionCorrection = {
  readonly admittedAt?: Instant;
  readonly facility?: Provider;
  readonly visitNumber?: NonNullable<Stay['visitNumber']>;
};

/** What happens during a stay. None of it is a determination; the days that are asked for are lines, decided like any other. */
export type StayEvent =
  | {
      /** Recorded later: a request that came with its stay holds it from the start. */
      readonly type: 'StayBegun';
      readonly data: { readonly stay: Stay };
    }
  | {
      readonly type: 'AdmissionCorrected';
      readonly data: AdmissionCorrection & { readonly reason: string };
    }
  | { readonly type: 'AdmissionCancelled'; readonly data: { readonly reason: string } }
  | { readonly type: 'ContinuedStayRequested'; readonly data: ContinuedStayRequest }
  | { readonly type: 'ClinicalUpdateReceived'; readonly data: ClinicalUpdate }
  | { readonly type: 'ClinicalUpdateChased'; readonly data: UpdateChase }
  | {
      readonly type: 'LevelOfCareChanged';
      readonly data: {
        readonly from: string;
        readonly to: string;
        readonly effectiveAt: Instant;
        readonly reason: string;
      };
    }
  | { readonly type: 'TransitionAssessed'; readonly data: TransitionAssessment }
  | { readonly type: 'DischargeRecorded'; readonly data: Discharge }
  | {
      readonly type: 'DischargeCorrected';
      readonly data: Discharge & { readonly reason: string };
    }
  | {
      /** The member had not left after all. */
      readonly type: 'DischargeCancelled';
      readonly data: { readonly reason: string };
    };

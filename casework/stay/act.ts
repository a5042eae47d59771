import type { Channel, Urgency } from '@openum/domain/case/request.ts';
import type {
  chaseMethods,
  chaseResults,
  Disposition,
  Readiness,
  TransitionBarrier,
} from '@openum/domain/stay/event.ts';

type Text = string | undefined;

/** What a person may record of a stay. Days and moments are as typed; lines, clocks and numbers are added here. */
export type StayAct =
  | {
      readonly type: 'BeginStay';
      readonly facilityNpi: string;
      readonly admittedAt: string;
      readonly levelOfCare: string;
      readonly admissionSource?: 'emergency' | 'elective' | 'transfer' | 'newborn' | 'other' | undefined;
    }
  | { readonly type: 'CorrectAdmission'; readonly admittedAt: string; readonly reason: string }
  | { readonly type: 'CancelAdmission'; readonly reason: string }
  | {
      readonly type: 'RequestContinuedStay';
      /** Absent: the day after the last that was asked for. */
      readonly from?: Text;
      readonly days: number;
      readonly levelOfCare: string;
      readonly clinicalUpdate: string;
      readonly receivedAt: string;
      readonly channel: Channel;
      readonly urgency: Urgency;
      readonly requestedBy: string;
    }
  | {
      readonly type: 'RecordClinicalUpdate';
      readonly summary: string;
      readonly from: string;
      readonly channel: Channel;
      readonly receivedAt: string;
    }
  | {
      readonly type: 'ChaseClinicalUpdate';
      readonly to: string;
      readonly method: (typeof chaseMethods)[number];
      readonly result: (typeof chaseResults)[number];
      readonly note?: Text;
    }
  | { readonly type: 'ChangeLevelOfCare'; readonly to: string; readonly effectiveAt: string; readonly reason: string }
  | {
      readonly type: 'AssessTransition';
      readonly readiness: Readiness;
      readonly barriers: readonly TransitionBarrier[];
      readonly expectedDischargeOn?: Text;
      readonly plan?: Text;
    }
  | {
      readonly type: 'RecordDischarge';
      readonly dischargedAt: string;
      readonly disposition: Disposition;
      readonly note?: Text;
      /** Why, where a discharge recorded before is corrected. */
      readonly reason?: Text;
    }
  | { readonly type: 'CancelDischarge'; readonly reason: string };

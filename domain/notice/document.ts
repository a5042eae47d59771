import type { AppealNoticeKind } from '../appeal/letters.ts';
import type { LineOfBusiness } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';

/** What a law, a regulator or an accreditor can demand that a letter says. */
export const noticeElements = [
  'deniedService',
  'specificReason',
  'decisionReasonCode',
  'criteriaCited',
  'freeCriteriaCopy',
  'freeCaseFile',
  'reviewer',
  'authorizedInstead',
  'alternatives',
  'appealWindow',
  'appealWho',
  'appealHow',
  'appealTimes',
  'expeditedAppeal',
  'externalReview',
  'continuationOfBenefits',
  'codesOnRequest',
  'consumerAssistance',
  'legalAction',
  'peerToPeer',
  'languageAssistance',
  'contact',
  'referenceNumber',
  'approvedService',
  'servicingProvider',
  'validityEnd',
  'paymentDisclaimer',
  'extensionReason',
  'newDueDate',
  'grievanceRight',
  'lapsedDeadline',
  'lapseMeaning',
  'appealReceived',
  'appealDueDate',
  'appealOutcome',
  'appealReason',
  'dismissalReason',
  'dismissalReview',
  'expediteRefusalReason',
  'physicianSupport',
  'forwardedTo',
  'coverageEndDay',
  'coverageEndReason',
  'coverageEndRule',
  'coverageEndFacts',
] as const;
export type NoticeElement = (typeof noticeElements)[number];

export type DecisionKind = 'approval' | 'adverseDetermination';
/** Letters about decisions, and letters about a time limit. */
export type NoticeKind =
  | DecisionKind
  | 'extension'
  | 'lapse'
  | 'expediteRefused'
  | 'detailedExplanation'
  | 'general'
  | AppealNoticeKind;
export const noticeFormats = ['standard', 'largePrint'] as const;
export type NoticeFormat = (typeof noticeFormats)[number];
export type NoticeAudience = 'member' | 'provider';
export type Direction = 'ltr' | 'rtl';

/** Every `string` below is plain text: no markup of any kind is read from it. */
export type NoticeBlock = {
  /** The demand that this block answers, and for which item of the request when it speaks of one. */
  readonly element?: NoticeElement;
  readonly itemSequence?: number;
} & (
  | {
      readonly kind: 'paragraph';
      readonly lead?: string;
      readonly text: string;
    }
  | {
      readonly kind: 'quote';
      readonly label: string;
      readonly paragraphs: readonly string[];
    }
  | {
      readonly kind: 'list';
      readonly lead?: string;
      readonly ordered: boolean;
      readonly items: readonly string[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'callout'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'translations';
      readonly entries: readonly {
        /** BCP 47. */
        readonly language: string;
        readonly direction: Direction;
        readonly text: string;
      }[];
    }
);

export type NoticeSection = {
  readonly heading: string;
  /** Printed after the closing of the letter. */
  readonly enclosure: boolean;
  readonly blocks: readonly NoticeBlock[];
};

/** What is true of one item of the letter, so that a demand with a condition can be checked against it. */
export type NoticeItem = {
  readonly sequence: number;
  readonly medicalNecessity: boolean;
  readonly somethingAuthorized: boolean;
  readonly alternativesRecorded: boolean;
};

export type PlanIdentity = {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly tty: string;
  readonly hours: string;
  readonly fax?: string;
  readonly website?: string;
};

/** A letter, complete and laid out in meaning, not in looks. Plain JSON; equal documents render to equal bytes. */
export type NoticeDocument = {
  readonly noticeId: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly kind: NoticeKind;
  readonly audience: NoticeAudience;
  readonly lineOfBusiness: LineOfBusiness;
  readonly language: string;
  readonly format: NoticeFormat;
  readonly direction: Direction;
  readonly title: string;
  readonly date: CalendarDate;
  readonly dateText: string;
  readonly plan: PlanIdentity;
  readonly addressee: readonly string[];
  readonly reference: readonly {
    readonly label: string;
    readonly value: string;
  }[];
  readonly salutation: string;
  readonly sections: readonly NoticeSection[];
  readonly closing: readonly string[];
  readonly footer: string;
  /** `Page {page} of {pages}` in the letter's language. */
  readonly pageLabel: string;
  readonly items: readonly NoticeItem[];
  /** Last day to appeal that the letter prints; absent on approvals. */
  readonly appealDeadline?: CalendarDate;
  /** Flesch-Kincaid grade of the running text; absent for a language that the measure was not made for. */
  readonly readingGrade?: number;
  readonly warnings: readonly string[];
};

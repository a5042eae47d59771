import type { LineOfBusiness } from '../case/request.ts';
import { addCalendarMonths, addDays, type CalendarDate } from '../time/instant.ts';
import type { NoticeAudience } from './document.ts';

/** Sentences of one audience. All may use the placeholders of a letter. */
type AppealWording = {
  readonly window: string;
  readonly who: readonly string[];
  readonly how: readonly string[];
  readonly times: readonly string[];
  readonly expedited: readonly string[];
  readonly external: readonly string[];
  readonly continuation?: readonly string[];
  readonly consumerAssistance?: readonly string[];
  /** How to object when the plan takes more time to decide, where there is a right to. */
  readonly grievance?: readonly string[];
  readonly legalAction?: string;
  readonly peerToPeer?: string;
};

/** The first appeal of a line of business, and what may follow it. Data: `content/notice/appealRights.json`. */
export type AppealRights = {
  readonly id: string;
  readonly version: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** What the first level is called: appeal, reconsideration, redetermination. */
  readonly levelName: string;
  /** Absent where the decision itself cannot be appealed; the wording then says what can be. */
  readonly window?: {
    readonly value: number;
    readonly unit: 'days' | 'months';
    /** `receipt`: the law counts from the day that the letter arrives. */
    readonly countedFrom: 'noticeDate' | 'receipt';
    /** Days that the letter is given to arrive; only with `receipt`. */
    readonly presumedReceiptDays?: number;
  };
  /** Days to ask that care goes on during the appeal, where there is such a right. */
  readonly continuationDays?: number;
  readonly citations: readonly string[];
  /** States whose law lets a member go to reviewers outside at once, and the sentences that say so. */
  readonly immediateReview?: readonly {
    readonly state: string;
    readonly citation: string;
    readonly wording: Readonly<Record<NoticeAudience, readonly string[]>>;
  }[];
  readonly wording: Readonly<Record<NoticeAudience, AppealWording>>;
};

/** Last day on which an appeal is in time. Never earlier than the law allows when the letter arrives as presumed. */
export const appealDeadline = (rights: AppealRights, noticeDate: CalendarDate): CalendarDate | undefined => {
  if (rights.window === undefined) return undefined;
  const { value, unit, presumedReceiptDays } = rights.window;
  const start = addDays(noticeDate, presumedReceiptDays ?? 0);
  return unit === 'days' ? addDays(start, value) : addCalendarMonths(start, value);
};

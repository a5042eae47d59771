import type { AppealOutcome } from '@openum/domain/appeal/event.ts';
import type { Channel, LineOfBusiness, ReviewType } from '@openum/domain/case/request.ts';
import type { Determination } from '@openum/domain/determination/determination.ts';
import type { TalkOutcome } from '@openum/domain/peerToPeer/event.ts';
import type { DecidedCounts } from '@openum/domain/report/publicMetrics.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { CaseRow, ItemRow } from '../projection/rows.ts';
import type { Scope } from './scope.ts';

/** Local days, half-open. */
export type Days = { readonly from?: CalendarDate; readonly before?: CalendarDate };
export type Moments = { readonly from: Instant; readonly before: Instant };

/** Which cases a report is about, whatever the time. */
export type CaseKind = {
  readonly lineOfBusiness?: readonly LineOfBusiness[];
  readonly state?: string;
  readonly reviewType?: ReviewType;
};

export type VolumeRow = { readonly day: CalendarDate; readonly channel: Channel; readonly cases: number };

/** First decisions on lines; a line that was not first decided in the period is in none. */
export type DecisionRow = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly reviewType: ReviewType;
  readonly outcome: Determination['outcome'];
  readonly byRule: boolean;
  readonly lines: number;
};

/** Lines of which an appeal was decided in the period. */
export type AppealedRow = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly outcome: AppealOutcome;
  readonly lines: number;
};

export type ReceivedRow = { readonly day: CalendarDate; readonly cases: number };

/** Open cases of one person; without a user, of nobody. */
export type LoadRow = {
  readonly userId?: string;
  readonly name?: string;
  readonly open: number;
  readonly overdue: number;
  /** Due from now to the end of the local day. */
  readonly dueToday: number;
};

export const talkEnds = ['offered', 'held', 'missed', 'declined'] as const;
export type TalkEnd = (typeof talkEnds)[number];
export type TalkRow = { readonly end: TalkEnd; readonly outcome?: TalkOutcome; readonly talks: number };

/** The cases behind one number of a report. */
export type CaseListFilter = CaseKind & {
  readonly received?: Days;
  readonly channel?: Channel;
  readonly open?: boolean;
  /** A user id, or `none`. */
  readonly assignee?: string;
  /** Hard due moment before `before`, and from `from` on. */
  readonly due?: { readonly from?: Instant; readonly before: Instant };
  /** An appeal was received then. */
  readonly appealReceived?: Moments;
};

/** The lines behind one number: the stage is that of the line. */
export type LineFilter = CaseKind & {
  /** First decided so in these days. */
  readonly decided?: Days & { readonly outcome?: readonly Determination['outcome'][]; readonly byRule?: boolean };
  /** An appeal of it was decided so in these days. */
  readonly appealed?: Days & { readonly outcome?: readonly AppealOutcome[] };
  /** Approved by itself, or exempt, under the change of the dial with this number. */
  readonly dial?: number;
};

/** Who a row of a list is about. */
type ReportedCase = Pick<
  CaseRow,
  | 'caseId'
  | 'caseNumber'
  | 'memberName'
  | 'memberNumber'
  | 'lineOfBusiness'
  | 'stateOfIssue'
  | 'requestingProviderName'
  | 'receivedAt'
>;

export type ReportedLine = ReportedCase &
  Pick<ItemRow, 'itemSequence' | 'serviceCode' | 'reviewType' | 'firstOutcome' | 'firstDecidedOn'> &
  Pick<ItemRow, 'appealOutcome' | 'appealDecidedOn'> & { readonly byRule: boolean };

/** Talks behind one number. */
export type TalkFilter = CaseKind & {
  readonly talk: Moments & { readonly end: TalkEnd; readonly outcome?: TalkOutcome };
};
export type ReportedTalk = ReportedCase & {
  readonly sequence: number;
  readonly end: TalkEnd;
  readonly at: Instant;
  readonly outcome?: TalkOutcome;
};

export type ListPage<T> = { readonly rows: readonly T[]; readonly next?: string };

export type CasePage = {
  /** Newest first. */
  readonly rows: readonly CaseRow[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

/** Counts of cases, each with the list behind it. */
export type CaseReports = {
  /** Cases that came in, by day and channel, in that order. */
  volume(scope: Scope, kind: CaseKind, received: Days): Promise<readonly VolumeRow[]>;
  /** First decisions on prior authorization of non-drug lines of the publishing lines of business, by contract and urgency. */
  decidedByContract(scope: Scope, decided: Required<Days>): Promise<readonly DecidedCounts[]>;
  appealed(scope: Scope, kind: CaseKind, decided: Days): Promise<readonly AppealedRow[]>;
  decisions(scope: Scope, kind: CaseKind, decided: Days): Promise<readonly DecisionRow[]>;
  /** Open cases by the day of receipt, oldest first. */
  openByDay(scope: Scope, kind: CaseKind): Promise<readonly ReceivedRow[]>;
  /** Open cases by who has them, the busiest first; those of nobody last. */
  load(scope: Scope, kind: CaseKind, now: Instant, endOfToday: Instant): Promise<readonly LoadRow[]>;
  talks(scope: Scope, kind: CaseKind, happened: Moments): Promise<readonly TalkRow[]>;
  /** As many rows as `decisions` or `appealed` count, those of the newest cases first. */
  lines(scope: Scope, filter: LineFilter, after: string | undefined, limit: number): Promise<ListPage<ReportedLine>>;
  /** As many rows as `talks` counts, the newest first. */
  talkList(scope: Scope, filter: TalkFilter, after: string | undefined, limit: number): Promise<ListPage<ReportedTalk>>;
  cases(scope: Scope, filter: CaseListFilter, after: string | undefined, limit: number): Promise<CasePage>;
};

import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import type { AppealOutcome } from '@openum/domain/appeal/event.ts';
import type { LineOfBusiness, ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { ReasonClass } from '@openum/domain/determination/determination.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { AppealRow, CaseRow } from '../projection/rows.ts';
import type { Scope } from './scope.ts';

/** An appeal with what the list shows of its case. */
export type ListedAppeal = AppealRow &
  Pick<CaseRow, 'caseId' | 'caseNumber' | 'memberName' | 'memberNumber' | 'lineOfBusiness' | 'stateOfIssue'>;

export type AppealFilter = {
  /** Absent: open and ended ones. */
  readonly open?: boolean;
  readonly status?: readonly (AppealStatus | 'open' | 'answered')[];
  readonly levelId?: string;
  readonly lineOfBusiness?: LineOfBusiness;
  readonly urgency?: Urgency;
  readonly reviewerUserId?: string;
  readonly dueBefore?: Instant;
  /** Start of a member's name, a member number, a case number or an appeal number. */
  readonly text?: string;
  /** Requesting providers by NPI, for what a practice sees of its own. */
  readonly npis?: readonly string[];
};

export type AppealPage = {
  /** Earliest due first; those without a due moment after them, newest first. */
  readonly rows: readonly ListedAppeal[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

/** Appeals decided on one kind of denial in one month. */
export type AppealCount = {
  readonly month: string;
  readonly lineOfBusiness: LineOfBusiness;
  readonly levelId: string;
  readonly levelName: string;
  readonly stage: ReviewType;
  readonly serviceCode: string;
  readonly reasonClass: ReasonClass;
  readonly outcome: AppealOutcome;
  readonly count: number;
};

/** The list of appeals, computed from the events of their cases. */
export type Appeals = {
  page(scope: Scope, filter: AppealFilter, after: string | undefined, limit: number): Promise<AppealPage>;
  /** How many of the filter stand in each status. */
  statuses(scope: Scope, filter: AppealFilter): Promise<Readonly<Record<string, number>>>;
  /** Decided from the first day up to and without the last; reconsiderations are no appeals and are not counted. */
  decided(scope: Scope, from: CalendarDate, until: CalendarDate): Promise<readonly AppealCount[]>;
};

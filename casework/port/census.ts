import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { Readiness } from '@openum/domain/stay/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseRow, TaskRow } from '../projection/rows.ts';
import type { StayRow } from '../stay/row.ts';
import type { Scope } from './scope.ts';

export type CensusFilter = {
  /** `in`: members who are in, or whose days still wait for a decision. */
  readonly presence?: 'in' | 'discharged';
  readonly review?: 'pending' | 'due';
  readonly dueBefore?: Instant;
  readonly facilityName?: string;
  readonly levelOfCare?: string;
  readonly lineOfBusiness?: LineOfBusiness;
  readonly readiness?: Readiness;
  readonly updateAwaited?: true;
  /** Only stays about whose end of coverage something is owed, the first due on top. */
  readonly coverageEndOwed?: true;
  /** A user id, or `none` for stays that nobody has. */
  readonly assignee?: string;
  /** Start of a member's name, a member number or a case number. */
  readonly text?: string;
};

/** What is owed about the end of coverage: a notice to see to, an answer to write down. */
export type OwedAtEnd = Pick<TaskRow, 'title' | 'dueAt'>;

export type CensusEntry = {
  readonly case: CaseRow;
  readonly stay: StayRow;
  /** The first due on top, those without a moment last. */
  readonly coverageEnd: readonly OwedAtEnd[];
};

export type CensusPage = {
  /** The next review first, overdue ones on top; those without one last. */
  readonly rows: readonly CensusEntry[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

export type CensusCounts = {
  readonly in: number;
  readonly overdue: number;
  readonly today: number;
  readonly pending: number;
  readonly updateAwaited: number;
  readonly ready: number;
  /** Of all stays, also of members who have left: what the plan owes them is owed still. */
  readonly coverageEnd: number;
};

export type Census = {
  page(scope: Scope, filter: CensusFilter, after: string | undefined, limit: number): Promise<CensusPage>;
  /** Of the members who are in, but for `coverageEnd`. */
  counts(scope: Scope, now: Instant, endOfToday: Instant): Promise<CensusCounts>;
  /** Names of the facilities where members are in, by the alphabet, at most `limit`. */
  facilities(scope: Scope, limit: number): Promise<readonly string[]>;
};

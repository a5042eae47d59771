import type { LineOfBusiness, ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { CaseStatus, ItemStatus } from '@openum/domain/case/status.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseRow } from '../projection/rows.ts';
import type { Scope } from './scope.ts';

export type WorkListFilter = {
  readonly queue?: 'clinical' | 'physician';
  /** A user id, or `none` for cases that nobody has. */
  readonly assignee?: string;
  readonly status?: readonly CaseStatus[];
  readonly lineOfBusiness?: readonly LineOfBusiness[];
  readonly reviewType?: readonly ReviewType[];
  readonly urgency?: Urgency;
  /** Due at this moment or later; with `dueBefore` a half-open range. Both leave out cases without a due moment. */
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
  /** Start of a member's name or of the requesting provider's, a member number, a case number, an authorization number or the requesting provider's NPI. */
  readonly text?: string;
};

export type WorkListPage = {
  /** Earliest hard due moment first; cases without one last. */
  readonly rows: readonly CaseRow[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

export type DueBuckets = {
  readonly overdue: number;
  readonly within4Hours: number;
  readonly today: number;
  readonly within3Days: number;
  readonly later: number;
};

/** A request as its sender lists it: the case, and what has become of each line, in order. */
export type RequestRow = { readonly case: CaseRow; readonly outcomes: readonly ItemStatus[] };

export type RequestPage = {
  /** Newest first. */
  readonly rows: readonly RequestRow[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

export type WorkList = {
  page(scope: Scope, filter: WorkListFilter, after: string | undefined, limit: number): Promise<WorkListPage>;
  /** Cases of the filter by time left at `now`; a case counts once, in the first bucket that fits. `endOfToday` is the end of the local day. */
  buckets(scope: Scope, filter: WorkListFilter, now: Instant, endOfToday: Instant): Promise<DueBuckets>;
  /** Ids of all cases with one of these tasks open, the earliest due first. */
  withOpenSteps(scope: Scope, stepIds: readonly string[]): Promise<readonly string[]>;
  /** Cases of one member, newest first, for duplicates and history. */
  ofMember(scope: Scope, memberNumber: string, limit: number): Promise<readonly CaseRow[]>;
  /** Cases that one of these providers asked for, by NPI; without an NPI none. */
  ofRequesters(
    scope: Scope,
    npis: readonly string[],
    filter: Pick<WorkListFilter, 'status' | 'text'>,
    after: string | undefined,
    limit: number,
  ): Promise<RequestPage>;
  /** For Claim/$inquire: member number and one of these NPIs must match (spec-53). */
  inquire(
    scope: Scope,
    query: {
      readonly memberNumber: string;
      readonly npis: readonly string[];
      readonly authorizationNumbers: readonly string[];
      readonly caseNumbers: readonly string[];
      readonly serviceCodes: readonly string[];
      readonly limit: number;
    },
  ): Promise<readonly string[]>;
};

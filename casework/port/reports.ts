import type { LineOfBusiness, Urgency } from '@openum/domain/case/request.ts';
import type { Authority } from '@openum/domain/clock/rule.ts';
import type { ClockOutcome } from '@openum/domain/report/clockOutcome.ts';
import type { ComplianceDimension, ComplianceFigures } from '@openum/domain/report/compliance.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { ClockRow } from '../projection/rows.ts';
import type { CaseReports } from './caseReports.ts';
import type { Scope } from './scope.ts';

/** Clocks by the local day on which they started, and by what they are. A clock stays in its month for ever. */
export type ClockFilter = {
  readonly from?: CalendarDate;
  /** First day that is not in it any more. */
  readonly before?: CalendarDate;
  readonly lineOfBusiness?: readonly LineOfBusiness[];
  readonly state?: string;
  readonly reviewType?: ClockRow['reviewType'];
  readonly urgency?: Urgency;
  readonly authority?: Authority;
  readonly jurisdiction?: string;
  readonly ruleId?: string;
  readonly kind?: string;
  /** True: only clocks that somebody outside can enforce. */
  readonly hard?: boolean;
};

export type ComplianceGroup = {
  /** The value of each dimension asked for; `2026-11` for a month. */
  readonly key: Readonly<Partial<Record<ComplianceDimension, string>>>;
  readonly figures: ComplianceFigures;
};

/** One clock behind a number. */
export type ReportedClock = ClockRow & {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly outcome: ClockOutcome;
  readonly assigneeName?: string;
  /** Every line is decided: what is still missing is the letter. */
  readonly decided: boolean;
};

export type ReportedClockPage = {
  /** By due moment, then case and clock. */
  readonly rows: readonly ReportedClock[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
};

export type ClockListFilter = ClockFilter & {
  readonly outcome?: readonly ClockOutcome[];
  /** True: only clocks of cases whose every line is decided, which wait for a letter. */
  readonly decided?: boolean;
};

/** Figures over all cases of a tenant, each with the list behind it. */
export type Reports = CaseReports & {
  /** One group for each combination that occurs, in the order of its key; no dimension gives one group, or none. */
  compliance(
    scope: Scope,
    filter: ClockFilter,
    by: readonly ComplianceDimension[],
    now: Instant,
  ): Promise<readonly ComplianceGroup[]>;
  /** Open hard clocks past due of cases whose every line is decided: the letter is late. */
  lateLetters(
    scope: Scope,
    kind: Pick<ClockFilter, 'lineOfBusiness' | 'state' | 'reviewType'>,
    now: Instant,
  ): Promise<number>;
  clocks(
    scope: Scope,
    filter: ClockListFilter,
    now: Instant,
    after: string | undefined,
    limit: number,
  ): Promise<ReportedClockPage>;
};

import type { ComplianceDimension, ComplianceFigures } from '@openum/domain/report/compliance.ts';
import { complianceFigures } from '@openum/domain/report/compliance.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { ClockFilter, ComplianceGroup } from '../port/reports.ts';
import type { Scope } from '../port/scope.ts';

export type ReportedRule = { readonly name: string; readonly citation: string };

export type ComplianceReport = {
  readonly now: Instant;
  readonly total: ComplianceFigures;
  readonly groups: readonly ComplianceGroup[];
  /** Name and source of each rule that a group names, in the newest version. */
  readonly rules: Readonly<Record<string, ReportedRule>>;
};

/** Turnaround compliance of the clocks of `filter`, as a whole and broken down. docs/reporting.md says what each number counts. */
export const complianceReport = async (
  { reports, environment, knowledge }: Casework,
  scope: Scope,
  filter: ClockFilter,
  by: readonly ComplianceDimension[],
): Promise<ComplianceReport> => {
  const now = environment.now();
  const [[total], groups] = await Promise.all([
    reports.compliance(scope, filter, [], now),
    reports.compliance(scope, filter, by, now),
  ]);
  const named = new Set(groups.flatMap((g) => (g.key.rule === undefined ? [] : [g.key.rule])));
  return {
    now,
    total: total?.figures ?? complianceFigures([], now),
    groups,
    rules: Object.fromEntries(
      knowledge.turnaroundRules
        .filter((r) => named.has(r.id))
        .toSorted((a, b) => (a.version < b.version ? -1 : 1))
        .map(({ id, name, citation }) => [id, { name, citation }]),
    ),
  };
};

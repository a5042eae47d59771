import type { ClockFilter, ComplianceGroup } from '@openum/casework/port/reports.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type ClockOutcome, clockOutcomes } from '@openum/domain/report/clockOutcome.ts';
import { type ComplianceDimension, complianceRate } from '@openum/domain/report/compliance.ts';
import type { Spread } from '@openum/domain/report/spread.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Database, Row, Statement } from '../connection/database.ts';
import { clockConditions, outcomeSql } from './clockFilter.ts';

const columnOf: Record<ComplianceDimension, string> = {
  rule: 'k.rule_id',
  authority: 'k.authority',
  jurisdiction: 'k.jurisdiction',
  kind: 'k.kind',
  lineOfBusiness: 'k.line_of_business',
  state: 'k.state_of_issue',
  reviewType: 'k.review_type',
  urgency: 'k.urgency',
  month: `to_char(k.started_on, 'YYYY-MM')`,
};

/** An array of average, percentiles and longest; NULL where nothing is counted. */
const spreadSql = (value: string, outcomes: string): string => {
  const filter = `filter (where outcome in (${outcomes}))`;
  return `array[avg(${value}) ${filter}] || percentile_cont(array[0.5, 0.9, 0.95]) within group (order by ${value}) ${filter}
    || max(${value}) ${filter}`;
};

const spread = (values: unknown): Spread | undefined => {
  const [average, median, p90, p95, longest] = (values as readonly (number | null)[]).map((v) => Math.round(v ?? 0));
  return average === undefined || (values as readonly unknown[])[0] === null
    ? undefined
    : { average, median: median ?? 0, p90: p90 ?? 0, p95: p95 ?? 0, longest: longest ?? 0 };
};

const groupOf = (by: readonly ComplianceDimension[], row: Row): ComplianceGroup => {
  const count = Object.fromEntries(clockOutcomes.map((o) => [o, Number(row[o])])) as Record<ClockOutcome, number>;
  const rate = complianceRate(count);
  const timeUsed = spread(row.time_used);
  const lateness = spread(row.lateness);
  return {
    key: Object.fromEntries(by.map((dimension, i) => [dimension, String(row[`d${i}`])])),
    figures: {
      ...count,
      ended: count.met + count.missed,
      extended: Number(row.extended_count),
      ...(rate === undefined ? {} : { rate }),
      ...(timeUsed ? { timeUsed } : {}),
      ...(lateness ? { lateness } : {}),
    },
  };
};

/** Percentiles sort every clock of the report: in memory a year takes a second, on disk several. */
const roomToSort: Statement = {
  sql: `select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
  parameters: [],
};

export const complianceOf = async (
  db: Database,
  scope: Scope,
  filter: ClockFilter,
  by: readonly ComplianceDimension[],
  now: Instant,
): Promise<readonly ComplianceGroup[]> => {
  const where = clockConditions(filter, 3);
  const places = by.map((_, i) => `d${i}`);
  const [, rows = []] = await db.inTenant(scope, [
    roomToSort,
    {
      sql: `select ${[...places, ...clockOutcomes.map((o) => `count(*) filter (where outcome = '${o}') as ${o}`)].join(', ')},
        count(*) filter (where extended and outcome not in ('voided', 'superseded')) as extended_count,
        ${spreadSql('used', `'met', 'missed'`)} as time_used,
        ${spreadSql('late', `'missed', 'overdue'`)} as lateness
      from (select ${by.map((dimension, i) => `${columnOf[dimension]} collate "C" as d${i}, `).join('')}
          ${outcomeSql('$2')} as outcome, k.extended,
          extract(epoch from k.met_at - k.started_at)::float8 as used,
          extract(epoch from coalesce(k.met_at, $2::timestamptz) - k.due_at)::float8 as late
        from case_clock k where k.tenant_id = $1 and ${where.sql}) x
      ${by.length === 0 ? 'having count(*) > 0' : `group by ${places.join(', ')} order by ${places.join(', ')}`}`,
      parameters: [scope.tenantId, now, ...where.parameters],
    },
  ]);
  return rows.map((row) => groupOf(by, row));
};

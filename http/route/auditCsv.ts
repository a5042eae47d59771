import type { PublicMetricsReport } from '@openum/casework/report/publicMetrics.ts';
import type { UniverseRow } from '@openum/domain/audit/universe.ts';
import type { Duration, PublicMetrics, Share } from '@openum/domain/report/publicMetrics.ts';
import { type Column, csvOf } from '../csv/csv.ts';

const percent = ({ part, whole }: Share): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(2));
const hours = (seconds: number | undefined): string => (seconds === undefined ? '' : (seconds / 3600).toFixed(2));

const share = (name: string, of: (m: PublicMetrics) => Share): readonly Column<PublicMetrics>[] => [
  [`${name}_percent`, (m) => percent(of(m))],
  [`${name}_count`, (m) => of(m).part],
  [`${name}_of`, (m) => of(m).whole],
];
const time = (name: string, of: (m: PublicMetrics) => Duration | undefined): readonly Column<PublicMetrics>[] => [
  [`${name}_average_hours`, (m) => hours(of(m)?.averageSeconds)],
  [`${name}_median_hours`, (m) => hours(of(m)?.medianSeconds)],
];

export const publicMetricsCsv = ({ year, metrics }: PublicMetricsReport): string =>
  csvOf<PublicMetrics>(
    [
      ['calendar_year', () => year],
      ['line_of_business', (m) => m.lineOfBusiness],
      ['contract', (m) => m.contract],
      ...share('standard_approved', (m) => m.standardApproved),
      ...share('standard_denied', (m) => m.standardDenied),
      ...share('standard_approved_after_appeal', (m) => m.standardApprovedAfterAppeal),
      ...share('extended_and_approved', (m) => m.extendedAndApproved),
      ...share('expedited_approved', (m) => m.expeditedApproved),
      ...share('expedited_denied', (m) => m.expeditedDenied),
      ...time('standard_time', (m) => m.standardTime),
      ...time('expedited_time', (m) => m.expeditedTime),
    ],
    metrics,
  );

export const servicesCsv = ({ services }: PublicMetricsReport): string =>
  csvOf(
    [
      ['line_of_business', (s) => s.lineOfBusiness],
      ['code', (s) => s.code],
      ['item_or_service', (s) => s.label],
      ['category', (s) => s.category],
    ],
    services.flatMap((l) => l.services.map((s) => ({ ...s, lineOfBusiness: l.lineOfBusiness }))),
  );

/** Rows of one universe have the same headings; without a row there is nothing to name. */
export const universeCsv = (rows: readonly UniverseRow[]): string =>
  csvOf(
    Object.keys(rows[0] ?? { 'No row in these days': '' }).map(
      (heading): Column<UniverseRow> => [heading, (row) => row[heading]],
    ),
    rows,
  );

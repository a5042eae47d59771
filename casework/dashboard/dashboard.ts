import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { absenceAt } from '@openum/domain/matching/physician.ts';
import type { QueueForecast } from '@openum/domain/physician/forecast.ts';
import { type AgeBand, agingBands } from '@openum/domain/report/aging.ts';
import {
  type AppealRates,
  appealRates,
  type DecisionRates,
  decisionRates,
} from '@openum/domain/report/decisionRates.ts';
import { type TalkFigures, talkFigures } from '@openum/domain/report/talkFigures.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { readForecast } from '../physician/forecast.ts';
import type { CaseKind, LoadRow, VolumeRow } from '../port/caseReports.ts';
import type { Tenant } from '../port/identity.ts';
import type { ClockFilter, ComplianceGroup } from '../port/reports.ts';
import { type ComplianceReport, complianceReport } from '../report/compliance.ts';

/** What the dashboard is about; both days are in it. */
export type DashboardFilter = CaseKind & { readonly from: CalendarDate; readonly through: CalendarDate };

export type Dashboard = {
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly endOfToday: Instant;
  /** The period as moments in the plan's zone, half-open. */
  readonly period: { readonly from: Instant; readonly before: Instant };
  /** Clocks that somebody outside can enforce, started in the period, by regulator and rule. */
  readonly compliance: ComplianceReport;
  readonly byRegulator: readonly ComplianceGroup[];
  readonly byMonth: readonly ComplianceGroup[];
  /** Targets that the plan set itself or pledged: not in any rate above. */
  readonly targets: ComplianceReport;
  readonly volume: readonly VolumeRow[];
  readonly decisions: DecisionRates;
  readonly decisionsByLine: readonly { readonly lineOfBusiness: LineOfBusiness; readonly figures: DecisionRates }[];
  readonly talks: TalkFigures;
  readonly appeals: AppealRates;
  /** Of the whole physician queue, whatever the filter. */
  readonly forecast: QueueForecast;
  readonly aging: readonly AgeBand[];
  /** `awayUntil` is there while the person is away. */
  readonly load: readonly (LoadRow & { readonly userId: string; readonly awayUntil?: Instant })[];
  readonly unowned: LoadRow;
  /** Decided, and the letter not out in time. */
  readonly lateLetters: number;
};

export const readDashboard = async (
  casework: Casework,
  tenant: Tenant,
  filter: DashboardFilter,
): Promise<Dashboard> => {
  const { reports, environment } = casework;
  const scope = { tenantId: tenant.tenantId };
  const now = environment.now();
  const today = dateInZone(now, tenant.zone);
  const endOfToday = startOfDay(addDays(today, 1), tenant.zone);
  const { from, through, ...kind } = filter;
  const days = { from, before: addDays(through, 1) };
  const period = { from: startOfDay(days.from, tenant.zone), before: startOfDay(days.before, tenant.zone) };
  const clocks: ClockFilter = { ...kind, ...days };
  const hard: ClockFilter = { ...clocks, hard: true };

  const [compliance, byRegulator, byMonth, targets, letters] = await Promise.all([
    complianceReport(casework, scope, hard, ['authority', 'jurisdiction', 'rule']),
    reports.compliance(scope, hard, ['authority', 'jurisdiction'], now),
    reports.compliance(scope, hard, ['month'], now),
    complianceReport(casework, scope, { ...clocks, hard: false }, ['authority', 'jurisdiction', 'rule']),
    reports.lateLetters(scope, kind, now),
  ]);
  const [volume, decisions, talks, received, load, appealed, forecast, files] = await Promise.all([
    reports.volume(scope, kind, days),
    reports.decisions(scope, kind, days),
    reports.talks(scope, kind, period),
    reports.openByDay(scope, kind),
    reports.load(scope, kind, now, endOfToday),
    reports.appealed(scope, kind, days),
    readForecast(casework, scope),
    casework.physicians.files(scope),
  ]);
  return {
    now,
    today,
    endOfToday,
    period,
    compliance,
    byRegulator,
    byMonth,
    targets,
    volume,
    decisions: decisionRates(decisions),
    decisionsByLine: [...Map.groupBy(decisions, (d) => d.lineOfBusiness)].map(([lineOfBusiness, rows]) => ({
      lineOfBusiness,
      figures: decisionRates(rows),
    })),
    talks: talkFigures(talks),
    appeals: appealRates(appealed),
    forecast,
    aging: agingBands(received, today),
    load: load.flatMap(({ userId, ...row }) => {
      if (userId === undefined) return [];
      const file = files.find((f) => f.userId === userId);
      const absence = file && absenceAt(file, now);
      return [{ ...row, userId, ...(absence ? { awayUntil: absence.until } : {}) }];
    }),
    unowned: load.find((row) => row.userId === undefined) ?? { open: 0, overdue: 0, dueToday: 0 },
    lateLetters: letters,
  };
};

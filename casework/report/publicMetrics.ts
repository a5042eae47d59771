import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { type PublicMetrics, publicMetrics, publishingLines } from '@openum/domain/report/publicMetrics.ts';
import { authorizationRequired, type Service } from '@openum/domain/service/catalogue.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

export type ListedService = Pick<Service, 'system' | 'code' | 'label' | 'category'>;

export type PublicMetricsReport = {
  readonly year: number;
  /** Items and services that need prior authorization, drugs left out, for each line of business that publishes. */
  readonly services: readonly {
    readonly lineOfBusiness: LineOfBusiness;
    readonly services: readonly ListedService[];
  }[];
  readonly metrics: readonly PublicMetrics[];
};

const firstDay = (year: number): CalendarDate => `${String(year).padStart(4, '0')}-01-01` as CalendarDate;

/** The prior authorization metrics of one calendar year, by contract (42 CFR 422.122(c) and its like). */
export const publicMetricsReport = async (
  { reports, knowledge }: Casework,
  scope: Scope,
  year: number,
): Promise<PublicMetricsReport> => {
  const counts = await reports.decidedByContract(scope, { from: firstDay(year), before: firstDay(year + 1) });
  const metrics = publicMetrics(counts);
  const lines = publishingLines.filter((line) => metrics.some((m) => m.lineOfBusiness === line));
  return {
    year,
    services: lines.map((lineOfBusiness) => ({
      lineOfBusiness,
      services: knowledge.services.services
        .filter((s) => !s.isDrug && authorizationRequired(s, lineOfBusiness))
        .map(({ system, code, label, category }) => ({ system, code, label, category })),
    })),
    metrics,
  };
};

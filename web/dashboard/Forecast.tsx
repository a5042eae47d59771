import '../physician/physician.css';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { DashboardView } from '@openum/http/contract/report.ts';
import { Link } from '@tanstack/react-router';
import { clockTime, count } from '../app/format.ts';
import { ForecastLine } from '../physician/ForecastLine.tsx';
import { Chart, ChartTable } from '../report/Chart.tsx';
import { ReportPanel } from '../report/parts.tsx';

const series = [
  { name: 'waiting', label: 'Waiting at the end of the hour', color: 'var(--um-chart-1)' },
  { name: 'late', label: 'Missing their deadline', color: 'var(--um-chart-3)' },
] as const;

/** When the queue of the physicians will miss a deadline if all goes on as it does. */
export const Forecast = ({
  forecast,
  zone,
}: {
  readonly forecast: DashboardView['forecast'];
  readonly zone: ZoneId;
}) => {
  const data = forecast.hours.map((h) => ({ label: clockTime(h.from, zone), waiting: h.waiting, late: h.late }));
  const late = forecast.hours.reduce((sum, h) => sum + h.late, 0);
  return (
    <ReportPanel
      title="Physician queue, hour by hour"
      span={7}
      aside={
        <Link to="/physician" search={{}}>
          {count(forecast.waiting, 'line')} waiting
        </Link>
      }
    >
      <div className="um-report-note">
        <ForecastLine forecast={forecast} />
      </div>
      {forecast.waiting > 0 && (
        <Chart
          data={data}
          series={series}
          height={180}
          summary={`Forecast of the physician queue for ${forecast.hours.length} hours: ${count(forecast.waiting, 'line')} waiting now, ${count(late, 'line')} missing a deadline.`}
          table={<ChartTable caption="Physician queue by hour" head="Hour from" data={data} series={series} />}
        />
      )}
    </ReportPanel>
  );
};

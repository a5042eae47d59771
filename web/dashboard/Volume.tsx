import type { Channel } from '@openum/domain/case/request.ts';
import { addDays, daysBetween } from '@openum/domain/time/instant.ts';
import type { DashboardView } from '@openum/http/contract/report.ts';
import { count, date } from '../app/format.ts';
import { channelWord } from '../app/words.ts';
import { Chart, ChartTable } from '../report/Chart.tsx';
import { CasesNumber, ReportPanel } from '../report/parts.tsx';
import type { DayRange } from '../report/period.ts';
import { numbers, ReportTable } from '../report/ReportTable.tsx';
import type { CasesSearch } from '../report/search.ts';

const colorOf: Record<Channel, string> = {
  pas: 'var(--um-chart-1)',
  x12: 'var(--um-chart-7)',
  portal: 'var(--um-chart-4)',
  fax: 'var(--um-chart-2)',
  phone: 'var(--um-chart-3)',
  mail: 'var(--um-chart-5)',
  admissionNotice: 'var(--um-chart-6)',
};
const channels = Object.keys(channelWord) as Channel[];

/** Up to this many days each have a bar; beyond, a bar is a week. */
const mostBars = 62;

/** Every day or week of the period, those without an arrival too. */
const barsOf = (volume: DashboardView['volume'], { from, through }: DayRange) => {
  const days = daysBetween(from, through) + 1;
  const step = days > mostBars ? 7 : 1;
  const bars = Array.from({ length: Math.ceil(days / step) }, (_, i) => {
    const first = addDays(from, i * step);
    return { label: first.slice(5).replace('-', '/'), counts: new Map<Channel, number>() };
  });
  for (const { day, channel, cases } of volume) {
    const bar = bars[Math.floor(daysBetween(from, day) / step)];
    bar?.counts.set(channel, (bar.counts.get(channel) ?? 0) + cases);
  }
  return { step, data: bars.map(({ label, counts }) => ({ label, ...Object.fromEntries(counts) })) };
};

type Props = { readonly view: DashboardView; readonly days: DayRange; readonly search: CasesSearch };

export const Volume = ({ view, days, search }: Props) => {
  const total = view.volume.reduce((sum, v) => sum + v.cases, 0);
  const used = channels
    .map((channel) => ({
      channel,
      cases: view.volume.filter((v) => v.channel === channel).reduce((sum, v) => sum + v.cases, 0),
    }))
    .filter((c) => c.cases > 0);
  const { step, data } = barsOf(view.volume, days);
  const series = used.map(({ channel }) => ({
    name: channel,
    label: channelWord[channel],
    color: colorOf[channel],
  }));
  const each = step === 1 ? 'day' : 'week';
  return (
    <ReportPanel title={`Cases received, by ${each} and channel`} span={7}>
      {total === 0 ? (
        <p className="um-report-note">No case came in on these days.</p>
      ) : (
        <>
          <Chart
            data={data}
            series={series}
            height={220}
            summary={`${count(total, 'case')} came in from ${date(days.from)} through ${date(days.through)}: ${used
              .map((c) => `${c.cases} by ${channelWord[c.channel]}`)
              .join(', ')}.`}
            table={
              <ChartTable
                caption={`Cases received by ${each} and channel`}
                head={step === 1 ? 'Day' : 'Week from'}
                data={data}
                series={series}
              />
            }
          />
          <ReportTable
            caption="Cases received by channel"
            heads={numbers([...used.map((c) => channelWord[c.channel]), 'All'])}
          >
            <tr>
              {used.map((c) => (
                <td key={c.channel} className="um-number">
                  <CasesNumber
                    n={c.cases}
                    of={`received by ${channelWord[c.channel]}`}
                    search={{ ...search, channel: c.channel }}
                  />
                </td>
              ))}
              <td className="um-number">
                <CasesNumber n={total} of="received" search={search} />
              </td>
            </tr>
          </ReportTable>
        </>
      )}
    </ReportPanel>
  );
};

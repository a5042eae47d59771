import type { Authority } from '@openum/domain/clock/rule.ts';
import type { ComplianceFigures } from '@openum/domain/report/compliance.ts';
import type { ComplianceGroup, ComplianceView, DashboardView } from '@openum/http/contract/report.ts';
import { Chart } from '../report/Chart.tsx';
import { ClocksNumber, Rate, ReportPanel } from '../report/parts.tsx';
import { numbers, ReportTable } from '../report/ReportTable.tsx';
import type { ClocksSearch } from '../report/search.ts';
import { authorityWord, jurisdictionWord, percent, spanWord } from '../report/words.ts';

const counted = ['met', 'missed', 'overdue', 'open'] as const;

const series = [
  { name: 'met', label: 'Met', color: 'var(--um-chart-1)' },
  { name: 'missed', label: 'Missed', color: 'var(--um-chart-2)' },
  { name: 'overdue', label: 'Overdue', color: 'var(--um-chart-3)' },
  { name: 'open', label: 'Open', color: 'var(--um-chart-6)' },
] as const;

const Counts = ({
  figures,
  of,
  search,
}: {
  readonly figures: ComplianceFigures;
  readonly of: string;
  readonly search: ClocksSearch;
}) => (
  <>
    {counted.map((outcome) => (
      <td key={outcome} className="um-number">
        <ClocksNumber n={figures[outcome]} of={`${outcome}, ${of}`} search={{ ...search, outcome }} />
      </td>
    ))}
    <td className="um-number">
      <Rate figures={figures} />
    </td>
    <td className="um-number">
      {spanWord(figures.timeUsed?.median)}
      <small>{figures.timeUsed ? `95 of 100 within ${spanWord(figures.timeUsed.p95)}` : 'none ended'}</small>
    </td>
    <td className="um-number">{spanWord(figures.lateness?.median)}</td>
  </>
);

const heads = ['Met', 'Missed', 'Overdue', 'Open', 'In time', 'Median time', 'Median late'] as const;

const nameOf = ({ key }: ComplianceGroup): string => jurisdictionWord(key.jurisdiction ?? '');

type Props = {
  readonly view: DashboardView;
  /** Filter that every list opened from here keeps. */
  readonly search: ClocksSearch;
};

/** By who made the rule: those who ask the plan for its figures. */
export const ByRegulator = ({ view, search }: Props) => {
  const { total } = view.compliance;
  const data = view.byRegulator.map((g) => ({
    label: nameOf(g),
    ...Object.fromEntries(counted.map((outcome) => [outcome, g.figures[outcome]])),
  }));
  return (
    <ReportPanel title="Turnaround by regulator">
      {data.length > 0 && (
        <Chart
          data={data}
          series={series}
          horizontal
          height={70 + 34 * data.length}
          summary={`Clocks met, missed, overdue and open by regulator. ${view.byRegulator
            .map((g) => `${nameOf(g)}: ${percent(g.figures.rate)} in time`)
            .join('; ')}. The table below has the numbers.`}
        />
      )}
      <ReportTable wide caption="Turnaround compliance by regulator" heads={['Regulator', ...numbers(heads)]}>
        {view.byRegulator.map((g) => (
          <tr key={`${g.key.authority} ${g.key.jurisdiction}`}>
            <th scope="row">
              {nameOf(g)}
              <small>{authorityWord[g.key.authority as Authority]}</small>
            </th>
            <Counts figures={g.figures} of={nameOf(g)} search={{ ...search, hard: 'true', ...g.key }} />
          </tr>
        ))}
        <tr data-total>
          <th scope="row">All</th>
          <Counts figures={total} of="all regulators" search={{ ...search, hard: 'true' }} />
        </tr>
      </ReportTable>
    </ReportPanel>
  );
};

/** By rule, each with its source. `hard` false: targets that nobody outside can enforce. */
export const ByRule = ({
  title,
  report,
  hard,
  search,
}: {
  readonly title: string;
  readonly report: ComplianceView;
  readonly hard: boolean;
  readonly search: ClocksSearch;
}) => (
  <ReportPanel title={title}>
    <ReportTable wide caption={title} heads={['Rule', ...numbers(heads)]}>
      {report.groups.map((g) => {
        const id = g.key.rule ?? '';
        return (
          <tr key={`${g.key.jurisdiction} ${id}`}>
            <th scope="row">
              {report.rules[id]?.name ?? id}
              <small>
                {id} · {nameOf(g)} · {report.rules[id]?.citation}
              </small>
            </th>
            <Counts figures={g.figures} of={id} search={{ ...search, hard: String(hard), ruleId: id }} />
          </tr>
        );
      })}
    </ReportTable>
  </ReportPanel>
);

export const ByMonth = ({ view, search }: Props) => (
  <ReportPanel title="Turnaround by month" span={5}>
    <ReportTable
      caption="Turnaround compliance by month of start"
      heads={['Clocks started in', ...numbers(['Late', 'In time'])]}
    >
      {view.byMonth.map(({ key: { month = '' }, figures }) => (
        <tr key={month}>
          <th scope="row">{month}</th>
          <td className="um-number">
            <ClocksNumber
              n={figures.missed + figures.overdue}
              of={`late, started in ${month}`}
              search={{ ...search, ...monthDays(month, search), hard: 'true', outcome: 'missed,overdue' }}
            />
          </td>
          <td className="um-number">
            <Rate figures={figures} />
          </td>
        </tr>
      ))}
    </ReportTable>
  </ReportPanel>
);

/** The days of a month inside the period that is shown. */
const monthDays = (month: string, { from = '', through = '9999-12-31' }: ClocksSearch) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const [first, end] = [`${month}-01`, `${month}-${String(last).padStart(2, '0')}`];
  return { from: from > first ? from : first, through: through < end ? through : end };
};

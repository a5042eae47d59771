import { addDays, type Instant } from '@openum/domain/time/instant.ts';
import type { DashboardView } from '@openum/http/contract/report.ts';
import { useSession } from '../api/session.ts';
import { count, moment } from '../app/format.ts';
import { Chart } from '../report/Chart.tsx';
import { CasesNumber, ReportPanel } from '../report/parts.tsx';
import { numbers, ReportTable } from '../report/ReportTable.tsx';
import type { CasesSearch } from '../report/search.ts';

type Props = { readonly view: DashboardView; readonly kind: CasesSearch };

type Band = DashboardView['aging'][number];
const bandWord = ({ fromDays, toDays }: Band): string =>
  toDays === undefined ? `${fromDays} days and more` : `${fromDays} to ${toDays} days`;

const receivedIn = ({ received }: Band): CasesSearch => ({
  ...(received.from ? { from: received.from } : {}),
  ...(received.before ? { through: addDays(received.before, -1) } : {}),
});

export const Aging = ({ view, kind }: Props) => {
  const total = view.aging.reduce((sum, b) => sum + b.cases, 0);
  const data = view.aging.map((b) => ({ label: bandWord(b), cases: b.cases }));
  return (
    <ReportPanel title="Age of open cases" span={5}>
      {total > 0 && (
        <Chart
          data={data}
          series={[{ name: 'cases', label: 'Open cases', color: 'var(--um-chart-1)' }]}
          horizontal
          height={190}
          summary={`${count(total, 'open case')} by days since receipt. The table below has the numbers.`}
        />
      )}
      <ReportTable caption="Open cases by days since receipt" heads={['Since receipt', ...numbers(['Open cases'])]}>
        {view.aging.map((b) => (
          <tr key={b.fromDays}>
            <th scope="row">{bandWord(b)}</th>
            <td className="um-number">
              <CasesNumber
                n={b.cases}
                of={`open, ${bandWord(b)} old`}
                search={{ ...kind, ...receivedIn(b), open: 'true' }}
              />
            </td>
          </tr>
        ))}
        <tr data-total>
          <th scope="row">All</th>
          <td className="um-number">
            <CasesNumber n={total} of="open" search={{ ...kind, open: 'true' }} />
          </td>
        </tr>
      </ReportTable>
    </ReportPanel>
  );
};

export const Load = ({ view, kind }: Props) => {
  const { zone } = useSession();
  const row = (name: string, assignee: string, load: DashboardView['unowned'], awayUntil?: Instant) => {
    const search: CasesSearch = { ...kind, open: 'true', assignee };
    return (
      <tr key={assignee}>
        <th scope="row">
          {name}
          {awayUntil && <small>Away until {moment(awayUntil, zone)}</small>}
        </th>
        <td className="um-number">
          <CasesNumber n={load.open} of={`open, ${name}`} search={search} />
        </td>
        <td className="um-number">
          <CasesNumber n={load.dueToday} of={`due today, ${name}`} search={{ ...search, due: 'today' }} />
        </td>
        <td className="um-number">
          <CasesNumber n={load.overdue} of={`overdue, ${name}`} search={{ ...search, due: 'overdue' }} />
        </td>
      </tr>
    );
  };
  return (
    <ReportPanel title="Load of each person" span={7}>
      <ReportTable caption="Open cases by assignee" heads={['Person', ...numbers(['Open', 'Due today', 'Overdue'])]}>
        {view.load.map((l) => row(l.name ?? l.userId, l.userId, l, l.awayUntil))}
        {row('Nobody', 'none', view.unowned)}
      </ReportTable>
      {view.load.length === 0 && <p className="um-report-note">No open case has anybody yet.</p>}
    </ReportPanel>
  );
};

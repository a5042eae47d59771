import '../report/report.css';
import { Button, Group, Menu } from '@mantine/core';
import { addDays, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { DashboardView } from '@openum/http/contract/report.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { get, serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { clockTime, date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { CasesNumber, ClocksNumber, LinesNumber, rateDetail, Tile } from '../report/parts.tsx';
import type { DayRange } from '../report/period.ts';
import { ReportFilters } from '../report/ReportFilters.tsx';
import { type DashboardSearch, fileAddress, kindOf } from '../report/search.ts';
import { percent } from '../report/words.ts';
import { ByMonth, ByRegulator, ByRule } from './Compliance.tsx';
import { Appeals, Decisions, Talks } from './Decisions.tsx';
import { Forecast } from './Forecast.tsx';
import { Aging, Load } from './OpenWork.tsx';
import { Volume } from './Volume.tsx';

const renewEveryMs = 60_000;

const daysOf = (search: DashboardSearch, today: CalendarDate): DayRange => {
  const through = (search.through ?? today) as CalendarDate;
  return { from: (search.from ?? addDays(through, -29)) as CalendarDate, through };
};

const Files = ({ days, kind }: { readonly days: DayRange; readonly kind: DashboardSearch }) => {
  const file = (by: string) => fileAddress('/api/reports/compliance.csv', { ...kind, ...days, by });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={file('authority,jurisdiction')}>
          Turnaround by regulator (CSV)
        </Menu.Item>
        <Menu.Item component="a" href={file('jurisdiction,rule')}>
          Turnaround by rule (CSV)
        </Menu.Item>
        <Menu.Item component="a" href={file('month,jurisdiction,lineOfBusiness,reviewType,urgency,rule')}>
          Turnaround in full detail (CSV)
        </Menu.Item>
        <Menu.Item component="a" href={fileAddress('/api/reports/cases.csv', { ...kind, ...days })}>
          Cases received (CSV)
        </Menu.Item>
        <Menu.Item component="a" href={fileAddress('/api/reports/clocks.csv', { ...kind, ...days })}>
          Clocks started (CSV)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const Figures = ({
  view,
  days,
  kind,
}: {
  readonly view: DashboardView;
  readonly days: DayRange;
  readonly kind: DashboardSearch;
}) => {
  const { zone } = useSession();
  const period = { ...kind, ...days };
  const { total } = view.compliance;
  const open = view.aging.reduce((sum, b) => sum + b.cases, 0);
  const { denied } = view.decisions.lines;
  return (
    <div className="um-report">
      <dl className="um-tiles">
        <Tile label="Clocks in time" detail={rateDetail(total)}>
          {percent(total.rate)}
        </Tile>
        <Tile label="Clocks overdue now" tone={total.overdue > 0 ? 'bad' : undefined} detail="started in the period">
          <ClocksNumber n={total.overdue} of="overdue" search={{ ...period, hard: 'true', outcome: 'overdue' }} />
        </Tile>
        <Tile label="Letters late" tone={view.lateLetters > 0 ? 'bad' : undefined} detail="decided, not yet sent">
          <ClocksNumber
            n={view.lateLetters}
            of="late letters"
            search={{ ...kind, hard: 'true', outcome: 'overdue', decided: 'true' }}
          />
        </Tile>
        <Tile label="Open cases" detail="now">
          <CasesNumber n={open} of="open" search={{ ...kind, open: 'true' }} />
        </Tile>
        <Tile label="Cases of nobody" detail="open, no assignee">
          <CasesNumber n={view.unowned.open} of="open of nobody" search={{ ...kind, open: 'true', assignee: 'none' }} />
        </Tile>
        <Tile label="Lines denied" detail={`${percent(view.decisions.rates?.denied)} of lines decided`}>
          <LinesNumber
            n={denied}
            of="denied"
            search={{ ...kind, decidedFrom: days.from, decidedThrough: days.through, outcome: 'denied' }}
          />
        </Tile>
      </dl>
      <ByRegulator view={view} search={period} />
      <Volume view={view} days={days} search={period} />
      <Aging view={view} kind={kind} />
      <Decisions view={view} days={days} kind={kind} />
      <Talks view={view} days={days} kind={kind} />
      <Load view={view} kind={kind} />
      <Appeals view={view} days={days} kind={kind} />
      <Forecast forecast={view.forecast} zone={zone} />
      <ByMonth view={view} search={period} />
      <ByRule title="Turnaround by rule" report={view.compliance} hard search={period} />
      {view.targets.groups.length > 0 && (
        <ByRule title="Own targets and pledges" report={view.targets} hard={false} search={period} />
      )}
    </div>
  );
};

/** What the director answers for, over all cases; each number opens its list. */
export const DashboardPage = () => {
  const { view, zone } = useSession();
  const search = useSearch({ from: '/shell/desk/dashboard' });
  const navigate = useNavigate();
  const today = dateInZone(new Date(serverNow()).toISOString() as Instant, zone);
  const days = daysOf(search, today);
  const kind = kindOf(search);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['dashboard', search, today],
    queryFn: ({ signal }) => get<DashboardView>('/api/dashboard', { ...search, ...days }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: renewEveryMs,
  });
  return (
    <Page
      title="Dashboard"
      aside={
        data && (
          <span className="um-quiet">
            {view.tenant.name}, {date(days.from)} through {date(days.through)}, as of {clockTime(data.now, zone)}
          </span>
        )
      }
      actions={
        <Group gap="xs" className="um-report-actions">
          <Files days={days} kind={kind} />
          <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
        </Group>
      }
    >
      <ReportFilters
        search={search}
        days={days}
        today={today}
        change={(next) => void navigate({ to: '/dashboard', search: next })}
      />
      {isPending && <LoadingRows label="Loading the figures" />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} />}
      {data && <Figures view={data} days={days} kind={kind} />}
    </Page>
  );
};

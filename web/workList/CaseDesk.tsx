import { Button, Kbd, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { type Query, serverNow } from '../api/client.ts';
import { sendCommand } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count } from '../app/format.ts';
import { useKeys } from '../app/keys.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { Arrivals } from './Arrivals.tsx';
import { BulkActions } from './BulkActions.tsx';
import { CaseCards } from './CaseCards.tsx';
import { CaseTable } from './CaseTable.tsx';
import { countsQueryOptions, total } from './counts.ts';
import { DueBuckets } from './DueBuckets.tsx';
import { FilterBar } from './FilterBar.tsx';
import {
  countsQuery,
  filterOf,
  isNarrowed,
  listQuery,
  noFilter,
  searchOf,
  type WorkFilter,
  type WorkSearch,
} from './filter.ts';
import { claimNext } from './next.ts';
import { PrintList } from './PrintList.tsx';
import { leavePlace } from './place.ts';
import { roleMissing, rowMayNot } from './rowAct.ts';
import { useCases } from './useCases.ts';

type Props = {
  readonly title: string;
  readonly search: WorkSearch;
  readonly setSearch: (search: WorkSearch, replace: boolean) => void;
  /** The list itself, when no tab says which. */
  readonly base?: Query;
  /** Where the next case comes from when this list has none to offer. */
  readonly waiting: Query;
  readonly tabs?: (filter: WorkFilter) => ReactNode;
  /** Shown when the list is empty without any filter. */
  readonly empty: (filter: WorkFilter) => ReactNode;
};

/** Address of the whole list as a file. */
const fileOf = (query: Query): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && String(value) !== '') params.set(key, String(value));
  return `/api/cases.csv?${params}`;
};

const tell = (message: string) => notifications.show({ message, color: 'gray', autoClose: 6000 });
const tellProblem = (problem: unknown) => tell(problem instanceof Error ? problem.message : 'It failed. Try again.');

/** A list of cases to work from: filters, time left, the cases themselves, and what is done with them from here. */
export const CaseDesk = ({ title, search, setSearch, base, waiting, tabs, empty }: Props) => {
  const { actor, zone } = useSession();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const searchField = useRef<HTMLInputElement>(null);
  const focused = useRef<string>(undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [taking, setTaking] = useState(false);

  const filter = filterOf(search);
  const listName = JSON.stringify([base, searchOf(filter)]);
  const cases = useCases([base, searchOf(filter)], (nowMs) => listQuery(filter, nowMs, zone, base));
  const { data: counts } = useQuery(countsQueryOptions(countsQuery(filter, base)));
  const selectedRows = cases.rows.filter((r) => selected.has(r.caseId));

  const change = (next: WorkFilter, replace = true) => {
    setSelected(new Set());
    setSearch(searchOf(next), replace);
  };
  const open = (caseId: string) => {
    const scrollTop = document.querySelector('.um-list')?.scrollTop ?? 0;
    leavePlace(listName, { scrollTop, caseId });
    void navigate({ to: '/cases/$caseId', params: { caseId } });
  };

  const claimWhy = roleMissing('Claim', actor);
  const claim = async () => {
    const row = cases.rows.find((r) => r.caseId === focused.current);
    if (!row) return tell('Move to a case first, then press c to claim it.');
    const why = row.assigneeUserId === actor.userId ? 'You already have this case.' : rowMayNot('Claim', actor, row);
    if (why) return tell(why);
    try {
      await sendCommand(row, { type: 'Claim' });
      tell(`${row.caseNumber} is yours.`);
    } catch (problem) {
      tellProblem(problem);
    }
  };
  const takeNext = async () => {
    if (taking) return;
    if (claimWhy) return tell(claimWhy);
    setTaking(true);
    try {
      const caseId = await claimNext(cases.rows, actor, waiting);
      if (caseId) open(caseId);
      else tell('No case is waiting that is yours or unassigned.');
    } catch (problem) {
      tellProblem(problem);
    } finally {
      setTaking(false);
    }
  };
  useKeys({ c: claim, n: takeNext, '/': () => searchField.current?.focus() });

  const { due, ...withoutDue } = filter;
  const isEmpty = !cases.isLoading && !cases.error && cases.rows.length === 0;
  const all = counts && total(counts);
  return (
    <div className="um-desk">
      <Page
        title={title}
        actions={
          <ActButton
            why={claimWhy}
            hint="Claims the first case that is yours or unassigned, and opens it"
            leftSection={<IconPlayerTrackNext size={15} aria-hidden />}
            rightSection={
              <Kbd size="xs" visibleFrom="sm" aria-hidden>
                n
              </Kbd>
            }
            onClick={takeNext}
            loading={taking}
          >
            Next case
          </ActButton>
        }
      >
        {tabs?.(filter)}
        <DueBuckets
          counts={counts}
          chosen={due}
          choose={(bucket) => change(bucket ? { ...filter, due: bucket } : withoutDue, false)}
        />
        <FilterBar
          filter={filter}
          change={change}
          apply={(next) => change(filterOf(next), false)}
          searchField={searchField}
          file={fileOf(listQuery(filter, serverNow(), zone, base))}
        />
        <BulkActions rows={selectedRows} onSelect={setSelected} />
        <Arrivals cases={cases} />
        {cases.isLoading && <LoadingRows label="Loading cases" />}
        {cases.error && cases.rows.length === 0 && <FailedState error={cases.error} retry={cases.retry} />}
        {isEmpty &&
          (isNarrowed(filter) ? (
            <EmptyState
              title="No case fits this filter"
              action={
                <Button variant="default" onClick={() => change({ ...noFilter, tab: filter.tab })}>
                  Clear filters
                </Button>
              }
            >
              Take a filter away, or look on another tab.
            </EmptyState>
          ) : (
            empty(filter)
          ))}
        {cases.rows.length > 0 &&
          (narrow ? (
            <CaseCards label={title} cases={cases} zone={zone} />
          ) : (
            <CaseTable
              label={title}
              listName={listName}
              cases={cases}
              zone={zone}
              selected={selected}
              onSelect={setSelected}
              onOpen={open}
              onFocusCase={(id) => {
                focused.current = id;
              }}
            />
          ))}
        {cases.rows.length > 0 && (
          <Text size="xs" c="dimmed" pt={4} className="um-list-foot">
            {cases.hasMore && !due && all !== undefined && all > cases.rows.length
              ? `${cases.rows.length} of ${count(all, 'case')} loaded`
              : `${count(cases.rows.length, 'case')} shown${cases.hasMore ? ', more below' : ''}`}
            {', earliest deadline first'}
          </Text>
        )}
        <PrintList title={title} rows={cases.rows} zone={zone} more={cases.hasMore} />
      </Page>
    </div>
  );
};

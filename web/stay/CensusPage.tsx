import '../peerToPeer/peerToPeer.css';
import '../workList/work.css';
import './stay.css';
import { Anchor, Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { type Readiness, readinessStates } from '@openum/domain/stay/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CensusLine, CensusView } from '@openum/http/contract/stay.ts';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get, serverNow } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { count, date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessShort, lineOfBusinessWord } from '../app/words.ts';
import { type CensusList, type CensusSearch, censusLists, censusListWords, censusQueryOf } from './census.ts';
import { readinessWords } from './words.ts';

const columns = ['Next review', 'Member', 'Facility and level', 'Admitted', 'Days', 'Transition', 'Owner'] as const;

const Review = ({ row }: { readonly row: CensusLine }) => {
  const { zone } = useSession();
  const { stay } = row;
  if (stay.review === 'discharged') return 'Discharged';
  if (stay.review === 'closed') return 'Closed';
  return (
    <>
      {stay.reviewDueAt && <DueTime dueAt={stay.reviewDueAt} zone={zone} focusable />}
      {stay.reviewDueAt && <div>{moment(stay.reviewDueAt, zone)}</div>}
      {stay.review === 'pending' && (
        <span className="um-chip" data-tone="accent">
          Decision pending
        </span>
      )}
      {stay.updateAwaited && (
        <span className="um-chip" data-tone="waiting">
          Update awaited
        </span>
      )}
    </>
  );
};

const Row = ({ row }: { readonly row: CensusLine }) => {
  const { zone } = useSession();
  const { case: c, stay } = row;
  const unfunded = row.deliveredDays - row.usedDays;
  return (
    <tr>
      <td>
        <Review row={row} />
      </td>
      <td>
        <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: c.caseId }} />}>
          {c.memberName}
        </Anchor>
        <div>
          {c.memberNumber}, case {c.caseNumber}
        </div>
        <div title={lineOfBusinessWord[c.lineOfBusiness]}>{lineOfBusinessShort[c.lineOfBusiness]}</div>
        {row.coverageEnd.map((owed) => (
          <div key={owed.title} className="um-census-owed">
            {owed.title}
            {owed.dueAt && (
              <>
                {' '}
                <DueTime dueAt={owed.dueAt} zone={zone} focusable /> {moment(owed.dueAt, zone)}
              </>
            )}
          </div>
        ))}
      </td>
      <td>
        {stay.facilityName}
        <div>{row.levelLabel}</div>
      </td>
      <td>
        <span className="um-census-label">Admitted </span>
        {date(stay.admittedOn)}
        {stay.dischargedOn && <div>left {date(stay.dischargedOn)}</div>}
      </td>
      <td>
        {stay.approvedDays} approved, {row.usedDays} used
        {stay.approvedThrough && <div>through {date(stay.approvedThrough)}</div>}
        {unfunded > 0 && <div className="um-census-bad">{count(unfunded, 'day')} without authorization</div>}
      </td>
      <td>
        {stay.readiness ? readinessWords[stay.readiness] : 'Not assessed'}
        {stay.expectedDischargeOn && <div>expected {date(stay.expectedDischargeOn)}</div>}
      </td>
      <td>
        <span className="um-census-label">Owner </span>
        {c.assigneeName ?? 'Nobody'}
      </td>
    </tr>
  );
};

type FilterProps = {
  readonly search: CensusSearch;
  readonly view: CensusView | undefined;
  readonly go: (change: CensusSearch) => void;
};

/** One filter taken away or put in; an empty choice takes it away. */
const withFilter = (search: CensusSearch, key: keyof CensusSearch, value: string): CensusSearch => {
  const { [key]: _, ...rest } = search;
  return value === '' ? rest : { ...rest, [key]: value };
};

const Filters = ({ search, view, go }: FilterProps) => {
  const [text, setText] = useState(search.text ?? '');
  const changeText = useDebouncedCallback((next: string) => go(withFilter(search, 'text', next.trim())), 250);
  useEffect(() => {
    setText((shown) => (shown.trim() === (search.text ?? '') ? shown : (search.text ?? '')));
  }, [search.text]);
  const choice = (
    key: 'facility' | 'level' | 'line' | 'readiness',
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[key] ?? ''}
      onChange={(e) => go(withFilter(search, key, e.currentTarget.value))}
      data={[{ value: '', label: `${label}: all` }, ...data]}
    />
  );
  const narrowed = Object.keys(search).length > 0;
  return (
    <div className="um-census-filters">
      <TextInput
        size="xs"
        type="search"
        aria-label="Filter by member name or number"
        placeholder="Name or number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
      />
      {choice(
        'facility',
        'Facility',
        (view?.facilities ?? []).map((f) => ({ value: f, label: f })),
      )}
      {choice(
        'level',
        'Level of care',
        (view?.levels ?? []).map((l) => ({ value: l.code, label: l.label })),
      )}
      {choice(
        'line',
        'Line of business',
        linesOfBusiness.map((l: LineOfBusiness) => ({ value: l, label: lineOfBusinessWord[l] })),
      )}
      {choice(
        'readiness',
        'Readiness',
        readinessStates.map((r: Readiness) => ({ value: r, label: readinessWords[r] })),
      )}
      <NativeSelect
        size="xs"
        aria-label="Presence"
        value={search.list === 'coverageEnd' ? 'all' : (search.presence ?? 'in')}
        disabled={search.list === 'coverageEnd'}
        {...(search.list === 'coverageEnd' ? { title: 'What is owed is listed of all stays' } : {})}
        onChange={(e) =>
          go(withFilter(search, 'presence', e.currentTarget.value === 'in' ? '' : e.currentTarget.value))
        }
        data={[
          { value: 'in', label: 'In house' },
          { value: 'discharged', label: 'Discharged' },
          { value: 'all', label: 'All stays' },
        ]}
      />
      {narrowed && (
        <Button size="compact-sm" variant="subtle" onClick={() => go({})}>
          Clear filters
        </Button>
      )}
    </div>
  );
};

const totalOf = (counts: CensusView['counts'] | undefined, list: CensusList): number =>
  counts ? counts[list === 'update' ? 'updateAwaited' : list] : 0;

/** Who is in: the next review first, overdue ones on top. */
export const CensusPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/desk/census' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = censusQueryOf(search);
  const census = useInfiniteQuery({
    queryKey: ['census', query],
    queryFn: ({ signal, pageParam }) =>
      get<CensusView>('/api/census', { ...query, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['census'] });
  useCaseChanges(renew, renew);
  const go = (change: CensusSearch) => void navigate({ to: '/census', search: change });
  const pages = census.data?.pages ?? [];
  const last = pages.at(-1);
  const rows = pages.flatMap((p) => p.rows);
  return (
    <Page
      title="Census"
      aside={last && <span>{count(last.counts.in, 'member')} in</span>}
      actions={
        <div style={{ display: 'flex', gap: '0.375rem' }}>
          <SegmentedControl
            aria-label="Whose"
            value={search.whose ?? 'all'}
            onChange={(v) => go(withFilter(search, 'whose', v === 'all' ? '' : v))}
            data={[
              { value: 'all', label: 'All' },
              { value: 'me', label: 'Mine' },
              { value: 'none', label: 'Nobody’s' },
            ]}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={rows.length === 0}
            title={rows.length === 0 ? 'There is nothing to print' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div role="group" aria-label="Lists" className="um-talk-numbers" style={{ marginBlockEnd: '0.5rem' }}>
        {censusLists.map((list) => (
          <button
            key={list}
            type="button"
            className="um-bucket"
            data-bucket={list}
            {...(totalOf(last?.counts, list) > 0 ? { 'data-some': true } : {})}
            aria-pressed={search.list === list}
            onClick={() => go(withFilter(search, 'list', search.list === list ? '' : list))}
          >
            <span className="um-bucket-count">{totalOf(last?.counts, list)}</span>
            <span>{censusListWords[list]}</span>
          </button>
        ))}
      </div>
      <Filters search={search} view={last} go={go} />
      {census.isError && <FailedState error={census.error} retry={() => void census.refetch()} />}
      {census.isPending && <LoadingRows label="Loading the census" />}
      {census.data && rows.length === 0 && (
        <EmptyState title={Object.keys(search).length > 0 ? 'No stay fits these filters' : 'Nobody is in'}>
          A stay stands here from its admission notice, or from the request that names the admission, until the member
          has left and every day is decided.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <caption className="um-hidden">
            Stays by their next review. Printed {moment(new Date(serverNow()).toISOString() as Instant, zone)}.
          </caption>
          <thead>
            <tr>
              {columns.map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <Row key={r.case.caseId} row={r} />
            ))}
          </tbody>
        </table>
      )}
      {census.hasNextPage && (
        <div className="um-census-foot">
          <Button variant="default" loading={census.isFetchingNextPage} onClick={() => void census.fetchNextPage()}>
            Show more
          </Button>
          <span>{count(rows.length, 'stay')} shown</span>
        </div>
      )}
    </Page>
  );
};

import '../practice.css';
import '../../workList/work.css';
import { Anchor, Button, TextInput } from '@mantine/core';
import { type CensusGapKind, censusGapKinds } from '@openum/domain/practiceCensus/check.ts';
import type { CensusLine, CensusPage as Reading } from '@openum/http/contract/practice/census.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import { fileOfPractice } from '../../api/practice.ts';
import { count, date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { fileAddress } from '../../report/search.ts';
import { Pages } from '../Pages.tsx';
import { money, stateWord } from '../words.ts';
import { readCensusSearch } from './search.ts';
import { gapTone, gapWord } from './words.ts';

const route = getRouteApi('/shell/practice/practice/census-check');

/** Where a gap is closed. */
const Act = ({ line }: { readonly line: CensusLine }) => {
  const params = { episodeId: line.episodeId };
  switch (line.kind) {
    case 'notEntered':
      return (
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/attendance" search={{ on: line.from }} />}>
          Enter attendance
        </Anchor>
      );
    case 'notBilled':
      return (
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={params} />}>
          Bill them on the episode
        </Anchor>
      );
    default:
      return (
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId/requests" params={params} />}>
          Ask the payer
        </Anchor>
      );
  }
};

const Rows = ({ lines }: { readonly lines: readonly CensusLine[] }) => (
  <table className="um-practice-table" data-plain data-stack>
    <caption className="um-hidden">Days that do not agree, the most pressing first</caption>
    <thead>
      <tr>
        {['What', 'Patient', 'Payer', 'Days', 'Amount', 'What to do'].map((h) => (
          <th key={h} scope="col">
            {h}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((l) => (
        <tr key={`${l.episodeId} ${l.kind} ${l.from} ${l.state}`}>
          <td>
            <span className="um-chip" data-tone={gapTone[l.kind]}>
              {gapWord[l.kind]}
            </span>
            {l.state && <div className="um-practice-quiet">{stateWord[l.state]}</div>}
          </td>
          <td>
            <Anchor
              fw={600}
              renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId: l.episodeId }} />}
            >
              {l.patientName}
            </Anchor>
            <div className="um-practice-quiet">
              {l.episodeNumber}, {l.programmeName}
            </div>
          </td>
          <td>{l.payerName ?? <b className="um-practice-bad">No payer set</b>}</td>
          <td>
            {l.from === l.to ? date(l.from) : `${date(l.from)} to ${date(l.to)}`}
            <div className="um-practice-quiet">{count(l.days, 'day')}</div>
          </td>
          <td data-label="Amount">{money(l.amount)}</td>
          <td>
            <Act line={l} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

type KindsProps = {
  readonly sums: Reading['sums'];
  readonly chosen: CensusGapKind | undefined;
  readonly choose: (kind: CensusGapKind | undefined) => void;
};

const Kinds = ({ sums, chosen, choose }: KindsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
  <div role="group" aria-label="What does not agree" className="um-practice-buckets">
    {censusGapKinds.map((kind) => (
      <button
        key={kind}
        type="button"
        className="um-bucket"
        aria-pressed={chosen === kind}
        onClick={() => choose(chosen === kind ? undefined : kind)}
      >
        <span className="um-bucket-count">{count(sums[kind].days, 'day')}</span>
        <span>
          {gapWord[kind]}, {money(sums[kind].amount)}
        </span>
      </button>
    ))}
  </div>
);

/** Who was in against attendance, authorizations and claims: every day on which they do not agree. */
export const CensusPage = () => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({
    queryKey: ['practice', 'census', search],
    queryFn: ({ signal }) => get<Reading>('/api/practice/census-check', search, signal),
    placeholderData: keepPreviousData,
  });
  const change = (part: Record<string, string>) =>
    void navigate({ search: (before) => readCensusSearch({ ...before, page: '', ...part }), replace: true });
  const reading = query.data;
  return (
    <Page
      title="Census check"
      aside={reading && <span>{`${date(reading.from)} to ${date(reading.through)}`}</span>}
      actions={
        <div className="um-practice-actions">
          <Button
            component="a"
            href={fileOfPractice(
              fileAddress('/api/practice/census-check.csv', search.from ? { from: search.from } : {}),
            )}
            download
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            Table (CSV)
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={!reading || reading.total === 0}
            title={!reading || reading.total === 0 ? 'There is nothing to print' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
        </div>
      }
    >
      <p className="um-practice-quiet">
        Who was in by admission and discharge, held against attendance, authorizations and claims. Today is left out: it
        may still be entered.
      </p>
      <div className="um-practice-filters">
        <TextInput
          size="xs"
          type="date"
          label="From"
          value={search.from ?? reading?.from ?? ''}
          onChange={(e) => change({ from: e.currentTarget.value })}
        />
      </div>
      {query.isError && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows label="Comparing" />}
      {reading && !query.isError && (
        <>
          {reading.arrivals !== undefined && reading.arrivals > 0 && (
            <p>
              <Link to="/practice/arrivals">{count(reading.arrivals, 'message')} of your own systems</Link>{' '}
              {reading.arrivals === 1 ? 'is' : 'are'} not taken up: somebody may be in, or gone, who is not so below.
            </p>
          )}
          <Kinds sums={reading.sums} chosen={search.kind} choose={(kind) => change({ kind: kind ?? '' })} />
          <p className="um-practice-quiet">
            A covered day counts as not billed when it is more than {count(reading.daysToBill, 'day')} old.
          </p>
          {reading.total === 0 ? (
            <EmptyState title={search.kind ? 'Nothing of this kind' : 'Everything agrees'}>
              {search.kind
                ? 'Press the chosen count again to see all.'
                : 'Each day in the practice is entered, covered and billed.'}
            </EmptyState>
          ) : (
            <Rows lines={reading.lines} />
          )}
          <Pages
            page={reading.page}
            size={reading.size}
            total={reading.total}
            of="the census check"
            go={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </Page>
  );
};

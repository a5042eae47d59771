import './appeal.css';
import '../peerToPeer/peerToPeer.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type RatesAnswer, rateDimensions } from '@openum/http/contract/appeal.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get, serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessWord } from '../app/words.ts';
import { wallClock } from '../case/act/localMoment.ts';

type Dimension = (typeof rateDimensions)[number];

const dimensionWord: Record<Dimension, string> = {
  lineOfBusiness: 'Line of business',
  levelId: 'Level',
  stage: 'Stage of the denial',
  serviceCode: 'Service',
  reasonClass: 'Kind of denial',
  month: 'Month',
};

const classWord: Readonly<Record<string, string>> = {
  medicalNecessity: 'Medical necessity',
  administrative: 'Administrative: workflow, coverage, coding',
};

const labelOf = (by: Dimension, label: string): string =>
  by === 'lineOfBusiness'
    ? (lineOfBusinessWord[label as keyof typeof lineOfBusinessWord] ?? label)
    : by === 'reasonClass'
      ? (classWord[label] ?? label)
      : label;

const percent = (rate: number | undefined): string => (rate === undefined ? '–' : `${Math.round(rate * 1000) / 10} %`);

/** How many denials fell on appeal, in a span and by what the reader asks for. */
export const RatesPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/desk/appeals/rates' });
  const navigate = useNavigate();
  const today = wallClock(new Date(serverNow()).toISOString() as never, zone).day;
  const from = search.from ?? `${today.slice(0, 4)}-01-01`;
  const until = search.until ?? `${Number(today.slice(0, 4)) + 1}-01-01`;
  const by = rateDimensions.find((d) => d === search.by) ?? 'levelId';
  const rates = useQuery({
    queryKey: ['appeals', 'rates', from, until],
    queryFn: ({ signal }) => get<RatesAnswer>('/api/appeals/rates', { from, until }, signal),
    enabled: from < until,
  });
  const go = (part: object) => void navigate({ to: '/appeals/rates', search: { ...search, ...part }, replace: true });
  const rows = rates.data ? [...rates.data.by[by], rates.data.all] : [];
  return (
    <Page
      title="Overturn rates"
      actions={
        <div className="um-appeal-acts">
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/appeals" search={{}} />}>
            All appeals
          </Button>
        </div>
      }
    >
      <div className="um-appeal-filters">
        <TextInput
          type="date"
          label="Decided from"
          value={from}
          onChange={(e) => go({ from: e.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Up to, without"
          value={until}
          error={from < until ? undefined : 'This day comes after the first.'}
          onChange={(e) => go({ until: e.currentTarget.value })}
        />
        <NativeSelect label="By" value={by} onChange={(e) => go({ by: e.currentTarget.value })}>
          {rateDimensions.map((d) => (
            <option key={d} value={d}>
              {dimensionWord[d]}
            </option>
          ))}
        </NativeSelect>
      </div>
      {rates.isError && <FailedState error={rates.error} retry={() => void rates.refetch()} />}
      {rates.isLoading && <LoadingRows label="Counting" rows={4} />}
      {rates.data?.all.decided === 0 && (
        <EmptyState title="No appeal was decided in these days">Choose a longer span.</EmptyState>
      )}
      {rates.data !== undefined && rates.data.all.decided > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {[dimensionWord[by], 'Decided', 'Overturned', 'In part', 'Upheld', 'Overturn rate'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.key || 'all'}>
                <td>{r.key === '' ? <b>{r.label}</b> : labelOf(by, r.label)}</td>
                <td>{r.decided}</td>
                <td>{r.overturned}</td>
                <td>{r.partiallyOverturned}</td>
                <td>{r.upheld}</td>
                <td>
                  <b>{percent(r.rate)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="um-appeal-quiet">
        Overturned in whole or in part, of all appeals decided. Dismissed and withdrawn appeals, and reconsiderations,
        are not counted.
      </p>
    </Page>
  );
};

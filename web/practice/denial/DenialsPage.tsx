import '../practice.css';
import './denial.css';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { causeWord } from '@openum/domain/denial/words.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import { denialCauses } from '@openum/domain/episode/record.ts';
import type { DenialPage } from '@openum/http/contract/practice/denial.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { count } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { Pages } from '../Pages.tsx';
import { money } from '../words.ts';
import { Clusters } from './Clusters.tsx';
import { DenialItem } from './DenialItem.tsx';
import { denialsQuery } from './queries.ts';
import { RemittanceBox } from './RemittanceBox.tsx';
import { Retro } from './Retro.tsx';
import { type DenialSearch, isNarrowed, readDenialSearch } from './search.ts';

const route = getRouteApi('/shell/practice/practice/denials');

type NarrowProps = {
  readonly reading: DenialPage;
  readonly search: DenialSearch;
  readonly change: (part: Record<string, string>) => void;
};

/** Narrows the denials to a payer, a programme, a cause, or to those of which an appeal is open. */
const Narrow = ({ reading, search, change }: NarrowProps) => {
  const names = (of: (c: DenialPage['clusters'][number]) => readonly [string, string]) =>
    [...new Map(reading.clusters.map(of))].map(([value, label]) => ({ value, label }));
  const choice = (
    key: 'payer' | 'programme' | 'cause',
    label: string,
    all: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[key] ?? ''}
      onChange={(e) => change({ [key]: e.currentTarget.value })}
      data={[{ value: '', label: all }, ...data]}
    />
  );
  return (
    <search className="um-practice-filters">
      {choice(
        'payer',
        'Payer',
        'Every payer',
        names((c) => [c.payerId, c.payerName]),
      )}
      {choice(
        'programme',
        'Programme',
        'Every programme',
        names((c) => [c.programmeId, c.programmeName]),
      )}
      {choice(
        'cause',
        'Cause',
        'Every cause',
        denialCauses.map((c) => ({ value: c, label: causeWord[c] })),
      )}
      <Checkbox
        size="xs"
        label="Open to appeal"
        checked={search.appeal === 'open'}
        onChange={(e) => change({ appeal: e.currentTarget.checked ? 'open' : '' })}
      />
      {isNarrowed(search) && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => change({ payer: '', programme: '', cause: '', appeal: '' })}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
};

/** Money that payers refused: why, what it has in common, and what can still be done. */
export const DenialsPage = () => {
  const { view } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ ...denialsQuery(search), placeholderData: keepPreviousData });
  const reading = query.data;
  const bills = view.user.roles.some((r) => episodeCapabilities.ApplyRemittance.roles.includes(r));
  const denials = reading?.denials ?? [];
  const change = (part: Record<string, string>) =>
    void navigate({ search: (before) => readDenialSearch({ ...before, page: '', ...part }), replace: true });
  return (
    <Page
      title="Denials"
      aside={reading && <span>{count(reading.sums.count, 'denial')}</span>}
      actions={
        <div className="um-practice-actions">
          <Button
            component="a"
            href={fileOfPractice('/api/practice/denials.csv')}
            download
            size="compact-sm"
            variant="default"
          >
            Denials (CSV)
          </Button>
          <Button
            component="a"
            href={fileOfPractice('/api/practice/retro.csv')}
            download
            size="compact-sm"
            variant="default"
          >
            Can still be asked for (CSV)
          </Button>
        </div>
      }
    >
      {query.isError && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows label="Loading the denials" />}
      {reading && (
        <>
          <dl className="um-practice-sums um-denial-sums">
            <div data-bad={reading.sums.denied > 0 || undefined}>
              <dt>Denied</dt>
              <dd>{money(reading.sums.denied)}</dd>
            </div>
            <div>
              <dt>Recovered</dt>
              <dd>{money(reading.sums.recovered)}</dd>
            </div>
            <div>
              <dt>Open to appeal</dt>
              <dd>{money(reading.sums.open)}</dd>
            </div>
          </dl>
          <Narrow reading={reading} search={search} change={change} />
          <div className="um-practice-columns">
            <div>
              {denials.length === 0 ? (
                <EmptyState title={isNarrowed(search) ? 'No denial fits' : 'Nothing was denied'}>
                  {isNarrowed(search)
                    ? 'Clear the filters to see all of them.'
                    : bills
                      ? 'Denials come with the answers of payers, and with remittances that you read in here.'
                      : 'Denials come with the answers of payers, and with remittances that the biller reads in.'}
                </EmptyState>
              ) : (
                <Panel title="Denials, the newest first" flush>
                  <ul className="um-practice-list">
                    {denials.map((d) => (
                      <DenialItem key={`${d.episodeId} ${d.denialId}`} line={d} labels={reading.labels} />
                    ))}
                  </ul>
                </Panel>
              )}
              <Pages
                page={reading.page}
                size={reading.size}
                total={reading.total}
                of="the denials"
                go={(page) => change({ page: String(page) })}
              />
            </div>
            <div>
              {bills && <RemittanceBox />}
              {reading.clusters.length > 0 && <Clusters clusters={reading.clusters} />}
              {reading.retro.length > 0 && <Retro retro={reading.retro} />}
            </div>
          </div>
        </>
      )}
    </Page>
  );
};

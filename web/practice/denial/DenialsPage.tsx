import '../practice.css';
import './denial.css';
import { Anchor, Button } from '@mantine/core';
import { causeWord } from '@openum/domain/denial/words.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { DenialsReading } from '@openum/http/contract/practice/denial.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { money } from '../words.ts';
import { DenialItem } from './DenialItem.tsx';
import { denialsQuery } from './queries.ts';
import { RemittanceBox } from './RemittanceBox.tsx';

const Clusters = ({ clusters }: Pick<DenialsReading, 'clusters'>) => (
  <Panel title="What they have in common" flush>
    <div className="um-practice-scroll">
      <table className="um-practice-table" data-plain>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Payer and programme</th>
            <th scope="col">Denied</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map((c) => (
            <tr key={`${c.payerId} ${c.programmeId} ${c.cause}`}>
              <th scope="row">{causeWord[c.cause]}</th>
              <td>
                {c.payerName}
                <div className="um-practice-quiet">{c.programmeName}</div>
              </td>
              <td>
                {money(c.amount)}
                <div className="um-practice-quiet">
                  {count(c.count, 'denial')}
                  {c.recovered > 0 && `, ${money(c.recovered)} recovered`}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Panel>
);

const Retro = ({ retro }: Pick<DenialsReading, 'retro'>) => {
  const { zone } = useSession();
  return (
    <Panel title={`Can still be asked for (${retro.length})`} flush>
      <ul className="um-practice-list">
        {retro.map((r) => (
          <li key={`${r.episodeId} ${r.from}`}>
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: r.episodeId }} />
              )}
            >
              {r.patientName}
            </Anchor>{' '}
            {r.emergency && <span className="um-chip">Emergency admission</span>}
            <div>
              {r.from && r.to && `${date(r.from)} to ${date(r.to)}, `}
              {money(r.atStake)}
            </div>
            <div className="um-practice-quiet">
              {r.payerName ? `${r.payerName}. ` : ''}
              {r.dueAt ? <DueTime dueAt={r.dueAt} zone={zone} /> : 'Ask the payer until when.'}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** Money that payers refused: why, what it has in common, and what can still be done. */
export const DenialsPage = () => {
  const { view } = useSession();
  const query = useQuery(denialsQuery);
  const reading = query.data;
  const bills = view.user.roles.some((r) => episodeCapabilities.ApplyRemittance.roles.includes(r));
  const denials = reading?.denials ?? [];
  const sum = (of: (d: DenialsReading['denials'][number]) => number) => denials.reduce((total, d) => total + of(d), 0);
  return (
    <Page
      title="Denials"
      aside={reading && <span>{count(denials.length, 'denial')}</span>}
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
            <div data-bad={denials.length > 0 || undefined}>
              <dt>Denied</dt>
              <dd>{money(sum((d) => d.amount))}</dd>
            </div>
            <div>
              <dt>Recovered</dt>
              <dd>{money(sum((d) => d.recovered))}</dd>
            </div>
            <div>
              <dt>Open to appeal</dt>
              <dd>{money(sum((d) => (d.appealOpen ? d.amount - d.recovered : 0)))}</dd>
            </div>
          </dl>
          <div className="um-practice-columns">
            <div>
              {denials.length === 0 ? (
                <EmptyState title="Nothing was denied">
                  {bills
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

import '../practice.css';
import './payer.css';
import { Anchor } from '@mantine/core';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { PayerHistory } from '@openum/http/contract/practice/payer.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { count, date, moment } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { CardForm } from './CardForm.tsx';
import { useMayNotKeep } from './PayersPage.tsx';
import { payerQuery } from './queries.ts';

const Versions = ({ versions }: { readonly versions: PayerHistory['versions'] }) => {
  const { zone } = useSession();
  return (
    <section aria-label="Earlier versions">
      <h2 style={{ fontSize: '1.0625rem' }}>Versions</h2>
      {versions.length === 0 ? (
        <EmptyState title="No version yet">What is saved above becomes the first.</EmptyState>
      ) : (
        versions.map((v) => (
          <details key={v.version}>
            <summary>
              Version {v.version}, in effect from {date(v.card.effectiveFrom)}: {v.reason}{' '}
              <span className="um-practice-quiet">
                {v.savedBy.name}, {moment(v.savedAt, zone)}, {count(v.changes.length, 'change')}
              </span>
            </summary>
            <table className="um-practice-table" data-plain>
              <thead>
                <tr>
                  {['Field', 'Before', 'After'].map((h) => (
                    <th key={h} scope="col">
                      {h}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {v.changes.map((c) => (
                  <tr key={c.path}>
                    <td>{c.path}</td>
                    <td>{c.before ?? 'unknown'}</td>
                    <td>{c.after ?? 'unknown'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))
      )}
    </section>
  );
};

/** What one payer wants, how it changed, and who said so. */
export const PayerPage = () => {
  const { zone } = useSession();
  const now = useNow();
  const { payerId } = useParams({ strict: false }) as { payerId: string };
  const { data, error, refetch } = useQuery(payerQuery(payerId));
  const why = useMayNotKeep();
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows label="The rule card is loading" />;
  const today = dateInZone(new Date(now).toISOString() as Instant, zone);
  return (
    <Page
      title={data.name}
      aside={
        <span className="um-practice-quiet">
          {data.current ? `version ${data.current.version} is in effect` : 'no rule card in effect'}
        </span>
      }
      actions={<Anchor renderRoot={(p) => <Link {...p} to="/practice/payers" />}>All payers</Anchor>}
    >
      <CardForm key={data.versions[0]?.version ?? 0} history={data} today={today} why={why} />
      <Versions versions={data.versions} />
    </Page>
  );
};

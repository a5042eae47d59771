import '../practice.css';
import './payer.css';
import { Anchor, Button } from '@mantine/core';
import type { CardDrift } from '@openum/domain/payer/behaviour.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { PayerHistory } from '@openum/http/contract/practice/payer.ts';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { count, date, moment } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { BehaviourPart } from './BehaviourPart.tsx';
import { CardForm } from './CardForm.tsx';
import { useMayNotKeep } from './PayersPage.tsx';
import { payerQuery } from './queries.ts';
import { RuleCard } from './RuleCard.tsx';

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

/** The card with what the payer's own answers show written in, as of today. */
const withDrift =
  ({ levelOfCare, part, usual }: CardDrift, today: CalendarDate) =>
  (card: PayerCard): PayerCard => ({
    ...card,
    levels: card.levels.map((l) =>
      l.levelOfCare === levelOfCare
        ? {
            ...l,
            [part]: { value: usual.median, source: 'experience', where: count(usual.count, 'answer'), on: today },
          }
        : l,
    ),
  });

type Editing = { readonly begin?: (card: PayerCard) => PayerCard };

/** What one payer wants and what it does, how its card changed, and who said so. */
export const PayerPage = () => {
  const { zone } = useSession();
  const now = useNow();
  const { payerId } = useParams({ strict: false }) as { payerId: string };
  const { data, error, refetch } = useQuery(payerQuery(payerId));
  const why = useMayNotKeep();
  const [editing, setEditing] = useState<Editing>();
  const edit = (begun: Editing): void => {
    setEditing(begun);
    window.scrollTo({ top: 0 });
  };
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows label="The rule card is loading" />;
  const today = dateInZone(new Date(now).toISOString() as Instant, zone);
  const { current } = data;
  return (
    <Page
      title={data.name}
      aside={
        <span className="um-practice-quiet">
          {current
            ? `version ${current.version}, in effect from ${date(current.card.effectiveFrom)}`
            : 'no rule card in effect'}
        </span>
      }
      actions={
        <div className="um-practice-actions">
          {current && !editing && (
            <>
              <Button
                leftSection={<IconPencil size={16} />}
                {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
                onClick={() => !why && edit({})}
              >
                Change the card
              </Button>
              <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
                Print
              </Button>
            </>
          )}
          <Anchor renderRoot={(p) => <Link {...p} to="/practice/payers" />}>All payers</Anchor>
        </div>
      }
    >
      {current && !editing ? (
        <RuleCard card={current.card} levels={data.levels} />
      ) : (
        <CardForm
          key={data.versions[0]?.version ?? 0}
          history={data}
          today={today}
          why={why}
          begin={editing?.begin}
          close={current && (() => setEditing(undefined))}
        />
      )}
      {!editing && (
        <BehaviourPart payerId={payerId} take={why ? undefined : (drift) => edit({ begin: withDrift(drift, today) })} />
      )}
      <Versions versions={data.versions} />
    </Page>
  );
};

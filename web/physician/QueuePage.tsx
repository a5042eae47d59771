import './physician.css';
import '../brief/brief.css';
import { Button, Kbd, SegmentedControl, Switch } from '@mantine/core';
import type { PhysicianQueueView } from '@openum/http/contract/physician.ts';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { count } from '../app/format.ts';
import { useKeys } from '../app/keys.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ForecastLine } from './ForecastLine.tsx';
import { QueueItem } from './QueueItem.tsx';
import { QueuePane } from './QueuePane.tsx';
import { groupsOf, nextOf, type QueueRow, type QueueSearch, rowsOf, whoseLists, whoseWords } from './queue.ts';

const queryKey = ['physician-queue'] as const;

/** What did not meet criteria, the earliest deadline first, with the brief of each opened beside it. */
export const QueuePage = () => {
  const { actor } = useSession();
  const search = useSearch({ from: '/shell/desk/physician' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [said, setSaid] = useState('');
  const queue = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<PhysicianQueueView>('/api/physician/queue', {}, signal),
    refetchInterval: 60_000,
  });
  const renew = () => void client.invalidateQueries({ queryKey });
  useCaseChanges(renew, renew);
  const all = queue.data?.rows ?? [];
  const rows = rowsOf(all, search.whose, actor.userId);
  const open = all.find((r) => r.row.caseId === search.case);
  const go = (change: QueueSearch, replace = false) => void navigate({ to: '/physician', search: change, replace });
  const { case: _, ...closed } = search;
  const openCase = (caseId: string) => {
    setSaid('');
    go({ ...search, case: caseId });
  };
  const next = () => {
    const found = nextOf(rows, search.case, actor.userId);
    if (found) openCase(found.row.caseId);
    else setSaid('No other case waits that is yours, or nobody’s and yours to decide.');
  };
  const step = (by: number) => {
    const at = rows.findIndex((r) => r.row.caseId === search.case);
    const to = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (to) openCase(to.row.caseId);
  };
  useKeys({ n: next, j: () => step(1), k: () => step(-1) });
  const list = (shown: readonly QueueRow[]) => (
    <ul>
      {shown.map((r) => (
        <li key={r.row.caseId}>
          <QueueItem item={r} open={r === open} onOpen={() => openCase(r.row.caseId)} />
        </li>
      ))}
    </ul>
  );
  return (
    <Page
      title="Physician queue"
      actions={
        <div className="um-brief-actions">
          <Button
            variant="default"
            renderRoot={(props) =>
              actor.roles.includes('medicalDirector') ? (
                <Link {...props} to="/physician/file/$userId" params={{ userId: 'me' }} />
              ) : (
                <Link {...props} to="/physician/people" />
              )
            }
          >
            {actor.roles.includes('medicalDirector') ? 'My availability and conflicts' : 'Physicians'}
          </Button>
          <Button
            leftSection={<IconPlayerTrackNext size={15} aria-hidden />}
            rightSection={<Kbd size="xs">n</Kbd>}
            onClick={next}
          >
            Next case
          </Button>
        </div>
      }
    >
      {queue.data && <ForecastLine forecast={queue.data.forecast} />}
      <div className="um-queue-tools">
        <SegmentedControl
          aria-label="Whose"
          value={search.whose ?? 'all'}
          onChange={(v) => {
            const { whose: __, ...rest } = search;
            const whose = whoseLists.find((w) => w === v);
            go(whose ? { ...rest, whose } : rest);
          }}
          data={(['all', ...whoseLists] as const).map((value) => ({
            value,
            label: `${whoseWords[value]} ${rowsOf(all, value === 'all' ? undefined : value, actor.userId).length}`,
          }))}
        />
        <Switch
          label="Side by side, by service"
          checked={search.group === 'service'}
          onChange={(e) => {
            const { group: __, ...rest } = search;
            go(e.currentTarget.checked ? { ...rest, group: 'service' } : rest);
          }}
        />
      </div>
      <div role="status">{said}</div>
      {queue.isPending && <LoadingRows label="Loading the queue" />}
      {queue.isError && <FailedState error={queue.error} retry={() => void queue.refetch()} />}
      {queue.data && rows.length === 0 && (
        <EmptyState title={search.whose ? 'No case in this list' : 'No case is waiting for a physician'}>
          Cases come here when a clinical reviewer refers what did not meet criteria. They appear by themselves.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div
          className="um-queue"
          {...(open ? { 'data-open': true } : {})}
          {...(search.group ? { 'data-group': true } : {})}
        >
          <nav className="um-queue-list" aria-label="Cases that wait">
            {search.group === 'service'
              ? groupsOf(rows).map((g) => (
                  <section key={g.code}>
                    <h2>
                      {g.code} {g.label} <span className="um-brief-quiet">{count(g.rows.length, 'case')}</span>
                    </h2>
                    {g.rows.length > 1 && <CompareTable group={g} onOpen={openCase} />}
                    {list(g.rows)}
                  </section>
                ))
              : list(rows)}
          </nav>
          {open ? (
            <QueuePane key={open.row.caseId} item={open} close={() => go(closed)} />
          ) : (
            <p className="um-queue-hint um-brief-quiet">Choose a case to read its brief.</p>
          )}
        </div>
      )}
    </Page>
  );
};

import './peerToPeer.css';
import '../workList/work.css';
import { Anchor, SegmentedControl } from '@mantine/core';
import { peerToPeerStatus } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PeerToPeerBoard, PeerToPeerBoardRow } from '@openum/http/contract/peerToPeer.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { BoardCalendar } from './BoardCalendar.tsx';
import { boardLists, boardWords, listsOf, mine } from './board.ts';
import { attemptWords, statusTones, statusWords } from './words.ts';

const Row = ({ row, now }: { readonly row: PeerToPeerBoardRow; readonly now: Instant }) => {
  const { zone } = useSession();
  const { offer, deadlines, closesAt } = row;
  const status = peerToPeerStatus(offer, now, deadlines);
  const lists = listsOf(row, now);
  const last = offer.attempts.at(-1);
  return (
    <tr>
      <td>
        <span className="um-chip" data-tone={statusTones[status]}>
          {statusWords[status]}
        </span>
        {lists.includes('record') && <div>Record what happened</div>}
        {lists.includes('deputy') && <div>Name a deputy</div>}
        {lists.includes('locked') && <div>Make another link</div>}
      </td>
      <td>
        <DueTime dueAt={offer.scheduled?.slot.startsAt ?? closesAt} zone={zone} focusable />
        <div>
          {offer.scheduled
            ? `Agreed ${moment(offer.scheduled.slot.startsAt, zone)}`
            : `Window closes ${moment(closesAt, zone)}`}
        </div>
      </td>
      <td>
        <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: row.caseId }} />}>
          {row.caseNumber}
        </Anchor>
        <div>{row.memberName}</div>
      </td>
      <td>
        {offer.to.name}
        <div>{offer.scheduled?.callBack ?? offer.to.phone ?? 'no number'}</div>
      </td>
      <td>{offer.physician?.name ?? 'Not settled yet'}</td>
      <td>
        {offer.attempts.length === 0
          ? 'No call yet'
          : `${offer.attempts.length} ${offer.attempts.length === 1 ? 'call' : 'calls'}`}
        {last && <div>{attemptWords[last.result]}</div>}
      </td>
    </tr>
  );
};

/** Every talk that still needs somebody, the next to happen first. */
export const BoardPage = () => {
  const { actor } = useSession();
  const search = useSearch({ from: '/shell/desk/peer-to-peer' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const board = useQuery({
    queryKey: ['peer-to-peer'],
    queryFn: ({ signal }) => get<PeerToPeerBoard>('/api/peer-to-peer', {}, signal),
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['peer-to-peer'] });
  useCaseChanges(renew, renew);
  const now = new Date(useNow()).toISOString() as Instant;
  const whose = (board.data?.rows ?? []).filter((r) => search.whose !== 'mine' || mine(r, actor.userId));
  const rows = whose.filter((r) => search.list === undefined || listsOf(r, now).includes(search.list));
  const go = (change: typeof search) => void navigate({ to: '/peer-to-peer', search: change });
  return (
    <Page
      title="Peer-to-peer"
      actions={
        <div className="um-talk-numbers">
          <SegmentedControl
            aria-label="View"
            value={search.view ?? 'list'}
            onChange={(v) => {
              const { view: _, ...rest } = search;
              go(v === 'calendar' ? { ...rest, view: 'calendar' } : rest);
            }}
            data={[
              { value: 'list', label: 'List' },
              { value: 'calendar', label: 'Calendar' },
            ]}
          />
          <SegmentedControl
            aria-label="Whose"
            value={search.whose ?? 'all'}
            onChange={(v) => {
              const { whose: _, ...rest } = search;
              go(v === 'mine' ? { ...rest, whose: 'mine' } : rest);
            }}
            data={[
              { value: 'all', label: 'All' },
              { value: 'mine', label: 'Mine' },
            ]}
          />
        </div>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div role="group" aria-label="Lists" className="um-talk-numbers" style={{ marginBlockEnd: '0.5rem' }}>
        {boardLists.map((list) => (
          <button
            key={list}
            type="button"
            className="um-bucket"
            aria-pressed={search.list === list}
            onClick={() => {
              const { list: before, ...rest } = search;
              go(before === list ? rest : { ...rest, list });
            }}
          >
            <span className="um-bucket-count">{whose.filter((r) => listsOf(r, now).includes(list)).length}</span>
            <span>{boardWords[list]}</span>
          </button>
        ))}
      </div>
      {board.isError && <FailedState error={board.error} retry={() => void board.refetch()} />}
      {board.isPending && <LoadingRows label="Loading the talks" />}
      {board.data && rows.length === 0 && (
        <EmptyState title={search.list || search.whose ? 'No talk in this list' : 'No talk is open'}>
          A peer-to-peer is offered on the page of a case. It stands here until somebody writes down what became of it.
        </EmptyState>
      )}
      {rows.length > 0 && search.view === 'calendar' && <BoardCalendar rows={rows} now={now} />}
      {rows.length > 0 && search.view !== 'calendar' && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['State', 'When', 'Case', 'Clinician', 'For the plan', 'Calls'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <Row key={r.offer.offerId} row={r} now={now} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};

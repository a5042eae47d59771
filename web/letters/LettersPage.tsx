import './letters.css';
import '../peerToPeer/peerToPeer.css';
import '../workList/work.css';
import type { LettersView } from '@openum/http/contract/delivery.ts';
import { Link, useSearch } from '@tanstack/react-router';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { BatchList } from './BatchList.tsx';
import { useLetters, useRenewLetters } from './queries.ts';
import { RunList } from './RunList.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { type LetterTab, letterTabs } from './tabs.ts';
import { LetterRowCells, WaitingList } from './WaitingList.tsx';

const tabWord: Record<LetterTab, string> = {
  print: 'Waiting for print',
  returned: 'Came back',
  spoken: 'Told by telephone',
  batches: 'Print batches',
  runs: 'Letters to many',
  settings: 'How letters go',
};

const Returned = ({ rows }: { readonly rows: LettersView['returned'] }) =>
  rows.length === 0 ? (
    <EmptyState title="No letter came back">
      Write down on the case that a letter came back, and it stands here until another goes in its place.
    </EmptyState>
  ) : (
    <table className="um-talk-table">
      <thead>
        <tr>
          {['State', 'Letter', 'Case', 'Written'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.noticeId}>
            <LetterRowCells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );

const Spoken = ({ rows }: { readonly rows: LettersView['spoken'] }) => {
  const { zone } = useSession();
  return rows.length === 0 ? (
    <EmptyState title="No written notice is owed after a call">
      A decision told by telephone stands here until its letter has been sent.
    </EmptyState>
  ) : (
    <table className="um-talk-table">
      <thead>
        <tr>
          {['Written notice due', 'Told', 'Case'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ spoken, caseId, caseNumber, memberName }) => (
          <tr key={spoken.oralNoticeId}>
            <td>
              {spoken.writtenDueAt ? (
                <DueTime dueAt={spoken.writtenDueAt} zone={zone} focusable />
              ) : (
                'No rule lets the call stand for it'
              )}
              <div>{spoken.rule?.citation}</div>
            </td>
            <td>
              {spoken.spokenTo}, {spoken.number}
              <div>{moment(spoken.givenAt, zone)}</div>
            </td>
            <td>
              <Link to="/cases/$caseId" params={{ caseId }}>
                {caseNumber}
              </Link>
              <div>{memberName}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const numberOf = (tab: LetterTab, board: LettersView | undefined): number | undefined => {
  if (!board) return undefined;
  const numbers: Partial<Record<LetterTab, number>> = {
    print: board.waiting.length,
    returned: board.returned.length,
    spoken: board.spoken.length,
    batches: board.batches.filter((b) => !b.mailedAt).length,
  };
  return numbers[tab];
};

/** Letters on their way: what somebody has to do about them, and how they go. */
export const LettersPage = () => {
  const { tab = 'print' } = useSearch({ from: '/shell/desk/letters' });
  const board = useLetters();
  const renew = useRenewLetters();
  useCaseChanges(
    () => void board.refetch(),
    () => void renew(),
  );
  return (
    <Page title="Letters">
      <nav className="um-tabs" aria-label="Lists of letters">
        {letterTabs.map((t) => (
          <Link
            key={t}
            to="/letters"
            search={t === 'print' ? {} : { tab: t }}
            className="um-tab"
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {tabWord[t]}
            {numberOf(t, board.data) !== undefined && <span className="um-tab-count">{numberOf(t, board.data)}</span>}
          </Link>
        ))}
      </nav>
      <div className="um-letters-block">
        {board.isError && <FailedState error={board.error} retry={() => void board.refetch()} />}
        {board.isPending && <LoadingRows label="Loading the letters" />}
        {board.data && tab === 'print' && <WaitingList rows={board.data.waiting} />}
        {board.data && tab === 'returned' && <Returned rows={board.data.returned} />}
        {board.data && tab === 'spoken' && <Spoken rows={board.data.spoken} />}
        {board.data && tab === 'batches' && <BatchList batches={board.data.batches} />}
        {tab === 'runs' && <RunList />}
        {board.data && tab === 'settings' && <SettingsForm board={board.data} />}
      </div>
    </Page>
  );
};

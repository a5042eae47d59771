import '../../workList/work.css';
import '../practice.css';
import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { count } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Pages } from '../Pages.tsx';
import { boardQuery } from '../queries.ts';
import { BoardRow } from './BoardRow.tsx';
import { Figures } from './Figures.tsx';
import { Filters } from './Filters.tsx';
import { OpenTalks } from './OpenTalks.tsx';
import { SortHeadings } from './SortHeadings.tsx';
import { isNarrowed, readBoardSearch } from './search.ts';

/** Everybody in the practice, the one whose days run out first on top. */
export const BoardPage = () => {
  const search = useSearch({ from: '/shell/practice/practice/board' });
  const navigate = useNavigate();
  const board = useQuery({ ...boardQuery(search), placeholderData: keepPreviousData });
  const change = (part: Record<string, string>) =>
    void navigate({ to: '/practice/board', search: readBoardSearch({ ...search, page: '', ...part }), replace: true });
  const lines = board.data?.lines ?? [];
  const admit = (
    <Button
      leftSection={<IconPlus size={15} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/practice/admit" />}
    >
      Admit a patient
    </Button>
  );
  return (
    <Page
      title="UR board"
      aside={board.data && <span>{count(board.data.total, 'patient')}</span>}
      actions={
        <div className="um-practice-actions">
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={lines.length === 0}
            title={lines.length === 0 ? 'There is nothing to print' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
          {admit}
        </div>
      }
    >
      {board.data && <OpenTalks lines={board.data.talks} />}
      {board.data && <Figures board={board.data} chosen={search.due} choose={(due) => change({ due: due ?? '' })} />}
      <Filters key={search.text === undefined ? 'all' : 'found'} search={search} change={change} />
      {board.isError && !board.data && <FailedState error={board.error} retry={() => void board.refetch()} />}
      {board.isPending && <LoadingRows label="Loading the board" />}
      {board.data && lines.length === 0 && (
        <EmptyState title={isNarrowed(search) ? 'Nobody fits' : 'Nobody is in the practice'} action={admit}>
          {isNarrowed(search)
            ? 'A name is found by how it begins. Clear the filters to see everybody.'
            : 'Admit a patient, or bring your census in from a file under Import.'}
        </EmptyState>
      )}
      {lines.length > 0 && (
        <div className="um-practice-scroll">
          <table className="um-practice-table" data-stack>
            <caption className="um-hidden">Patients, the one whose covered days end first on top</caption>
            <SortHeadings search={search} change={change} />
            <tbody>
              {lines.map((l) => (
                <BoardRow key={l.episodeId} line={l} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {board.data && (
        <Pages
          page={board.data.page}
          size={board.data.size}
          total={board.data.total}
          of="the board"
          go={(page) => change({ page: String(page) })}
        />
      )}
      {board.data?.more && (
        <p>There are more than can be looked through. Narrow the list by programme, payer or name.</p>
      )}
    </Page>
  );
};

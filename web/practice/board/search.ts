import { boardSorts, dueBuckets } from '@openum/domain/episode/board.ts';
import type { BoardSearch } from '../queries.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The filters of the board as its address holds them; what it does not know is left out. */
export const readBoardSearch = (search: Record<string, unknown>): BoardSearch => {
  const presence = text(search.presence);
  const due = dueBuckets.find((d) => d === search.due);
  const sort = boardSorts.find((x) => x === search.sort);
  const page = Number(search.page);
  const [programme, level, payer, find] = [search.programme, search.level, search.payer, search.text].map(text);
  return {
    ...(presence === 'discharged' || presence === 'all' ? { presence } : {}),
    ...(due ? { due } : {}),
    ...(programme ? { programme } : {}),
    ...(level ? { level } : {}),
    ...(payer ? { payer } : {}),
    ...(find ? { text: find } : {}),
    ...(sort && (sort !== 'urgency' || search.descending === 'true') ? { sort } : {}),
    ...(sort && search.descending === 'true' ? { descending: 'true' } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page: String(page) } : {}),
  };
};

export type SearchProps = {
  readonly search: BoardSearch;
  readonly change: (part: Record<string, string>) => void;
};

/** Whether some patients are left out, whatever the order and the page. */
export const isNarrowed = ({ sort: _, descending: __, page: ___, ...filters }: BoardSearch): boolean =>
  Object.keys(filters).length > 0;

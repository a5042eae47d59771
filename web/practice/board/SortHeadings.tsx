import type { BoardSort } from '@openum/domain/episode/board.ts';
import type { SearchProps } from './search.ts';

/** Headings, each with the order that it gives. */
const headings: readonly (readonly [string, BoardSort])[] = [
  ['Covered', 'urgency'],
  ['Patient', 'patient'],
  ['Programme and level', 'programme'],
  ['Payer', 'payer'],
  ['Next update', 'due'],
  ['Not covered so far', 'atStake'],
  ['Open in 14 days', 'openAhead'],
];

/** Amounts are looked at from the largest on. */
const largestFirst: readonly BoardSort[] = ['atStake', 'openAhead'];

/** A second press turns the order around. */
const SortHeading = ({
  label,
  by,
  search,
  change,
}: SearchProps & { readonly label: string; readonly by: BoardSort }) => {
  const now = (search.sort ?? 'urgency') === by;
  const down = now ? !search.descending : largestFirst.includes(by);
  const order = now ? (search.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" {...(order ? { 'aria-sort': order } : {})}>
      <button
        type="button"
        className="um-sort"
        onClick={() => change({ sort: by, descending: down ? 'true' : '', page: '' })}
      >
        {label}
        {order && <span aria-hidden>{search.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
};

export const SortHeadings = ({ search, change }: SearchProps) => (
  <thead>
    <tr>
      {headings.map(([label, by]) => (
        <SortHeading key={by} label={label} by={by} search={search} change={change} />
      ))}
    </tr>
  </thead>
);

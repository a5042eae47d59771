import { Anchor } from '@mantine/core';
import type { OfPractice, PracticeName } from '@openum/http/contract/practice/many.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressIn } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import type { ManyAsked } from './queries.ts';

/** A link into the practice of a line; the page is loaded anew there. */
export const Into = ({ line, to, children }: { line: OfPractice; to: string; children: ReactNode }) => (
  <Anchor fw={600} href={addressIn(to, line.practice.tenantId)}>
    {children}
  </Anchor>
);

/** The zone of a line's practice, as everybody there reads its times. */
export const useZoneOf = (practices: readonly PracticeName[]) => {
  const { zone } = useSession();
  return (line: OfPractice) => practices.find((p) => p.tenantId === line.practice.tenantId)?.zone ?? zone;
};

/** What a view is asked to show, and the way to another page or bucket. */
export type ViewProps = {
  readonly asked: ManyAsked;
  readonly change: (part: Record<string, string>) => void;
};

type TableProps = { readonly label: string; readonly headings: readonly string[]; readonly children: ReactNode };

export const Table = ({ label, headings, children }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="um-practice-scroll" aria-label={label} tabIndex={0}>
    <table className="um-practice-table" data-plain data-stack>
      <thead>
        <tr>
          {headings.map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

type LoadedProps<T> = {
  readonly query: UseQueryResult<T>;
  readonly empty: string;
  readonly lines: (data: T) => number;
  readonly children: (data: T) => ReactNode;
};

/** What a view shows while it loads, when it failed, and when there is nothing in it. */
export const Loaded = <T,>({ query, empty, lines, children }: LoadedProps<T>) => {
  if (query.data === undefined)
    return query.isError ? (
      <FailedState error={query.error} retry={() => void query.refetch()} />
    ) : (
      <LoadingRows label="The practices are being read" />
    );
  if (lines(query.data) === 0) return <EmptyState title={empty}>In none of the practices shown.</EmptyState>;
  return children(query.data);
};

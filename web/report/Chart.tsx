import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { BarsProps, Series } from './charts.tsx';

const Bars = lazy(async () => ({ default: (await import('./charts.tsx')).Bars }));

type Props = BarsProps & {
  /** What the chart shows, in a sentence that holds its message. */
  readonly summary: string;
  /** The same numbers for those who do not see the bars; the table nearby when there is one already. */
  readonly table?: ReactNode;
};

export const Chart = ({ summary, table, ...bars }: Props) => (
  <figure className="um-figure">
    <div role="img" aria-label={summary} style={{ minBlockSize: bars.height }}>
      <Suspense fallback={<Skeleton h={bars.height} />}>
        <Bars {...bars} />
      </Suspense>
    </div>
    {table && (
      <details className="um-figure-table">
        <summary>The numbers as a table</summary>
        {table}
      </details>
    )}
  </figure>
);

type TableProps = {
  readonly caption: string;
  readonly head: string;
  readonly data: BarsProps['data'];
  readonly series: readonly Series[];
};

export const ChartTable = ({ caption, head, data, series }: TableProps) => (
  <table className="um-report-table">
    <caption className="um-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{head}</th>
        {series.map((s) => (
          <th key={s.name} scope="col" className="um-number">
            {s.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {data.map((row) => (
        <tr key={String(row.label)}>
          <th scope="row">{row.label}</th>
          {series.map((s) => (
            <td key={s.name} className="um-number">
              {row[s.name] ?? 0}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

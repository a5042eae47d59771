import type { ReactNode } from 'react';

/** The head of a column: its words, or words with how they stand. */
export type ColumnHead =
  | string
  | {
      readonly label: string;
      /** Figures stand at the end of their column. */
      readonly number?: boolean;
      readonly wrap?: boolean;
      /** Read aloud and not shown, over a column of buttons. */
      readonly hidden?: boolean;
    };

/** Heads of columns of figures. */
export const numbers = (labels: readonly string[]): readonly ColumnHead[] =>
  labels.map((label) => ({ label, number: true }));

const classOf = ({ number, wrap }: Exclude<ColumnHead, string>): string | undefined =>
  [number && 'um-number', wrap && 'um-wrap'].filter(Boolean).join(' ') || undefined;

type TableProps = {
  /** Read aloud before the table; not shown. */
  readonly caption: string;
  readonly heads: readonly ColumnHead[];
  /** Keeps its width on a narrow screen, where its frame scrolls. */
  readonly wide?: boolean;
  /** Rows of the body. */
  readonly children: ReactNode;
};

/** A table of a report without a frame of its own: a caption for those who listen, heads with their scope, and the rows. */
export const BareTable = ({ caption, heads, wide, children }: TableProps) => (
  <table className="um-report-table" data-wide={wide || undefined}>
    <caption className="um-hidden">{caption}</caption>
    <thead>
      <tr>
        {heads.map((h) => {
          const head = typeof h === 'string' ? { label: h } : h;
          return (
            <th key={head.label} scope="col" className={classOf(head)}>
              {head.hidden ? <span className="um-hidden">{head.label}</span> : head.label}
            </th>
          );
        })}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

/** A table of a report in a frame that scrolls, by the keyboard too, where the screen is narrower than the table. */
export const ReportTable = (props: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody scrolls the frame by keyboard (WCAG 2.1.1).
  <section className="um-report-scroll" tabIndex={0} aria-label={`${props.caption}, table`}>
    <BareTable {...props} />
  </section>
);

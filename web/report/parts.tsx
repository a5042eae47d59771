import type { ComplianceFigures } from '@openum/domain/report/compliance.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { CasesSearch, ClocksSearch, LinesSearch, TalksSearch } from './search.ts';
import { percent } from './words.ts';

type PanelProps = {
  readonly title: string;
  readonly span?: 5 | 6 | 7;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A named part of a report. */
export const ReportPanel = ({ title, span, aside, children }: PanelProps) => {
  const id = useId();
  return (
    <section className="um-report-panel" aria-labelledby={id} data-span={span}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
};

type NumberProps = { readonly n: number; readonly of: string };

/** A number that opens the cases behind it. Nothing lies behind none. */
export const CasesNumber = ({ n, of, search }: NumberProps & { readonly search: CasesSearch }) =>
  n === 0 ? (
    '0'
  ) : (
    <Link to="/dashboard/cases" search={search} aria-label={`${n.toLocaleString('en-US')} ${of}: show the cases`}>
      {n.toLocaleString('en-US')}
    </Link>
  );

/** A number that opens the lines behind it. */
export const LinesNumber = ({ n, of, search }: NumberProps & { readonly search: LinesSearch }) =>
  n === 0 ? (
    '0'
  ) : (
    <Link to="/dashboard/lines" search={search} aria-label={`${n.toLocaleString('en-US')} ${of}: show the lines`}>
      {n.toLocaleString('en-US')}
    </Link>
  );

/** A number that opens the talks behind it. */
export const TalksNumber = ({ n, of, search }: NumberProps & { readonly search: TalksSearch }) =>
  n === 0 ? (
    '0'
  ) : (
    <Link to="/dashboard/talks" search={search} aria-label={`${n.toLocaleString('en-US')} ${of}: show the talks`}>
      {n.toLocaleString('en-US')}
    </Link>
  );

/** A number that opens the clocks behind it. */
export const ClocksNumber = ({ n, of, search }: NumberProps & { readonly search: ClocksSearch }) =>
  n === 0 ? (
    '0'
  ) : (
    <Link to="/dashboard/clocks" search={search} aria-label={`${n.toLocaleString('en-US')} ${of}: show the clocks`}>
      {n.toLocaleString('en-US')}
    </Link>
  );

type TileProps = {
  readonly label: string;
  readonly tone?: 'bad' | undefined;
  readonly detail?: string;
  readonly children: ReactNode;
};

export const Tile = ({ label, tone, detail, children }: TileProps) => (
  <div className="um-tile" data-tone={tone}>
    <dt>{label}</dt>
    <dd>
      {children}
      {detail && <small>{detail}</small>}
    </dd>
  </div>
);

/** How a rate came to be, in words: `39 of 40`. */
export const rateDetail = ({ met, missed, overdue }: ComplianceFigures): string =>
  met + missed + overdue === 0
    ? 'nothing was due yet'
    : `${met.toLocaleString('en-US')} of ${(met + missed + overdue).toLocaleString('en-US')} in time`;

export const Rate = ({ figures }: { readonly figures: ComplianceFigures }) => (
  <>
    {percent(figures.rate)}
    <small>{rateDetail(figures)}</small>
  </>
);

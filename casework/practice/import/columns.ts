import type { ImportKind } from '../../port/practiceImports.ts';

export type ImportColumn = { readonly name: string; readonly required: boolean; readonly example: string };

const column = (name: string, example: string, required = false): ImportColumn => ({ name, required, example });
const chart = column('chart number', 'CP-2050', true);

/** The columns of each kind of file, in the order of its template. Names are read without regard to case and spaces. */
export const importColumns: Record<ImportKind, readonly ImportColumn[]> = {
  patients: [
    chart,
    column('family name', 'Quigley', true),
    column('given name', 'Maeve', true),
    column('birth date', '1990-04-02', true),
    column('part 2', 'no'),
    column('programme', 'Cedar House'),
    column('admitted on', '2026-11-16'),
    column('emergency', 'no'),
    column('payer', 'Juniper Mutual'),
    column('member number', 'JM-100200'),
    column('group number', ''),
  ],
  coverages: [
    chart,
    column('order', '1', true),
    column('payer', 'Juniper Mutual', true),
    column('member number', 'JM-100200', true),
    column('group number', ''),
    column('state of issue', 'NY'),
    column('from', '2026-01-01'),
    column('to', ''),
  ],
  authorizations: [
    chart,
    column('authorization number', 'J-90400', true),
    column('first day', '2026-11-16', true),
    column('last day', '2026-11-22', true),
    column('level of care', 'residential'),
    column('codes', 'H0018'),
    column('units', '7'),
    column('next update by', '2026-11-21'),
  ],
  attendance: [chart, column('day', '2026-11-16', true), column('units', '1')],
};

/** `Chart Number`, `chart_number` and `chart-number` are one name. */
export const columnKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

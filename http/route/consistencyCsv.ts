import { fewestUnits } from '@openum/domain/consistency/agreement.ts';
import type { Agreement, ConsistencyReport } from '@openum/domain/consistency/report.ts';
import { csvOf } from '../csv/csv.ts';

type Row = Agreement & { readonly about: string; readonly name: string };

const figure = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(4));

/** Agreement on outcomes, on each criteria set and on each point, one row each. */
export const consistencyCsv = ({ outcome, leaves, byCriteria, byLeaf }: ConsistencyReport): string => {
  const rows: readonly Row[] = [
    { about: 'outcome', name: 'all lines', ...outcome },
    { about: 'points', name: 'all points', ...leaves },
    ...byCriteria.map((c) => ({ about: 'outcome of criteria', ...c })),
    ...byLeaf.map((l) => ({ about: 'point', ...l, name: `${l.setId}: ${l.label}` })),
  ];
  return csvOf<Row>(
    [
      ['about', (r) => r.about],
      ['name', (r) => r.name],
      ['rated_by_two_or_more', (r) => r.units],
      ['too_few_to_rest_on', (r) => (r.units < fewestUnits ? 'yes' : 'no')],
      ['percent_agreement', (r) => figure(r.percent)],
      ['krippendorff_alpha', (r) => figure(r.alpha)],
      ['alpha_low_95', (r) => figure(r.interval?.low)],
      ['alpha_high_95', (r) => figure(r.interval?.high)],
    ],
    rows,
  );
};

import { count } from '../app/format.ts';
import type { Cases } from './useCases.ts';

/** Tells those who listen, without interrupting them, that cases have come. */
export const Arrivals = ({ cases }: { readonly cases: Cases }) => {
  const { rows } = cases.arrivals;
  const named = rows.slice(0, 3).map((r) => r.caseNumber);
  return (
    <div className="um-hidden" aria-live="polite">
      {rows.length > 0 &&
        `${count(rows.length, 'new case')} on this list: ${named.join(', ')}${rows.length > 3 ? ' and others' : ''}`}
    </div>
  );
};

import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { part, type Segment, text } from '../text/segment.ts';
import { centsOf, dateOf, quantityOf } from '../text/value.ts';

/** Reads values and notes what is missing or malformed, by segment, place and element. */
export const reader = () => {
  const problems: X12Problem[] = [];
  const note = (p: X12Problem) => {
    problems.push(p);
  };
  const needed = (s: Segment, n: number, what: string): string => {
    const found = text(s, n);
    if (found === undefined) note(problem('elementMissing', s, `${what} is missing`, { element: n }));
    return found ?? '';
  };
  const read = <T>(of: (t: string) => T | undefined, rule: string) => {
    return (s: Segment, n: number, k = 1): T | undefined => {
      const found = part(s, n, k);
      if (found === undefined) return undefined;
      const value = of(found);
      if (value === undefined)
        note(problem('elementInvalid', s, rule, { element: n, ...(k === 1 ? {} : { component: k }) }));
      return value;
    };
  };
  const cents = read(centsOf, 'it must be an amount with at most two decimals');
  return {
    problems,
    note,
    needed,
    cents,
    date: read(dateOf, 'it must be a day, YYYYMMDD'),
    quantity: read(quantityOf, 'it must be a number'),
    /** An amount that must be there. */
    neededCents: (s: Segment, n: number, what: string): number => {
      needed(s, n, what);
      return cents(s, n) ?? 0;
    },
    code: <C extends string>(s: Segment, n: number, allowed: readonly C[]): C | undefined => {
      const found = text(s, n);
      if (found === undefined) return undefined;
      const known = allowed.find((c) => c === found);
      if (known === undefined) note(problem('codeUnknown', s, 'this code has no meaning here', { element: n }));
      return known;
    },
    /** A day or a span, after the qualifier of its format: D8 or RD8. */
    span: (s: Segment, format: number): { from: CalendarDate; to: CalendarDate } | undefined => {
      const value = text(s, format + 1);
      const [from = '', to = from] = text(s, format) === 'RD8' ? (value ?? '').split('-') : [value ?? ''];
      const first = dateOf(from);
      const last = dateOf(to);
      if (first && last && first <= last) return { from: first, to: last };
      note(problem('elementInvalid', s, 'it must be a day, or two days in order', { element: format + 1 }));
      return undefined;
    },
  };
};

export type Reader = ReturnType<typeof reader>;

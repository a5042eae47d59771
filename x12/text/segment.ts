/** Repetitions of components; most elements have one of each. */
export type Element = readonly (readonly string[])[];

/** What a segment holds, before it has a place in a file. */
export type Content = { readonly id: string; readonly elements: readonly Element[] };

export type Segment = Content & {
  readonly kind: 'segment';
  /** Number of the segment in the file, the first ISA being 1. */
  readonly position: number;
};

export type Delimiters = {
  readonly element: string;
  readonly component: string;
  /** None before version 00402. */
  readonly repetition?: string;
  readonly segment: string;
};

/** The n-th element (the first is 1), or undefined where nothing stands. */
export const text = (s: Content, n: number): string | undefined => s.elements[n - 1]?.[0]?.[0] || undefined;

/** The k-th component of the n-th element. */
export const part = (s: Content, n: number, k: number): string | undefined =>
  s.elements[n - 1]?.[0]?.[k - 1] || undefined;

/** First components of every repetition of the n-th element. */
export const repeats = (s: Content, n: number): readonly string[] =>
  (s.elements[n - 1] ?? []).flatMap(([first]) => (first ? [first] : []));

export type Value =
  | string
  | undefined
  | { readonly parts: readonly (string | undefined)[] }
  | { readonly repeats: readonly string[] };

const elementOf = (value: Value): Element => {
  if (value === undefined) return [['']];
  if (typeof value === 'string') return [[value]];
  if ('parts' in value)
    return [
      trimmed(
        value.parts.map((p) => p ?? ''),
        (p) => p === '',
      ),
    ];
  return value.repeats.length === 0 ? [['']] : value.repeats.map((r) => [r]);
};

const trimmed = <T>(list: readonly T[], isEmpty: (x: T) => boolean): readonly T[] =>
  list.slice(0, list.findLastIndex((x) => !isEmpty(x)) + 1);

const isEmptyElement = (e: Element): boolean => e.every((r) => r.every((c) => c === ''));

/** A segment to be written; empty elements at its end are left out. */
export const segment = (id: string, ...values: readonly Value[]): Content => ({
  id,
  elements: trimmed(values.map(elementOf), isEmptyElement).map((e) => (e[0]?.length === 0 ? [['']] : e)),
});

import type { NoteCheck } from '@openum/domain/noteCheck/check.ts';
import type { Span } from '@openum/domain/text/span.ts';

/** What a piece of the note is painted as; the first of these that holds. */
const markKinds = ['against', 'wording', 'supports', 'aside'] as const;
export type MarkKind = (typeof markKinds)[number];

export type Mark = Span & { readonly kind: MarkKind; readonly subject: string };

export type Piece = Span & { readonly kind?: MarkKind; readonly copied: boolean };

/** Everything in the note that something is said about, in the order of the text. `subject` names the card beside it. */
export const marksOf = (check: NoteCheck): readonly Mark[] =>
  [
    ...check.findings.flatMap((f) =>
      f.evidence.map(({ from, to, standing }): Mark => ({ from, to, kind: standing, subject: f.indicatorId })),
    ),
    ...check.wording.map(({ from, to, ruleId }): Mark => ({ from, to, kind: 'wording', subject: `wording.${ruleId}` })),
  ].toSorted((a, b) => a.from - b.from || b.to - a.to);

/** The text cut at each border of a mark, without gaps and without overlap. */
export const piecesOf = (length: number, marks: readonly Mark[], copied: readonly Span[]): readonly Piece[] => {
  const borders = new Set([0, length, ...[...marks, ...copied].flatMap((m) => [m.from, m.to])]);
  const cuts = [...borders].filter((b) => b >= 0 && b <= length).toSorted((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    const on = (s: Span) => s.from <= from && s.to >= to;
    const kind = markKinds.find((k) => marks.some((m) => m.kind === k && on(m)));
    return { from, to, copied: copied.some(on), ...(kind ? { kind } : {}) };
  });
};

/** The mark at or nearest after a place, the other way round for `back`; around the end to the beginning. */
export const markFrom = (marks: readonly Mark[], at: number, back: boolean): Mark | undefined =>
  back ? (marks.findLast((m) => m.to < at) ?? marks.at(-1)) : (marks.find((m) => m.from > at) ?? marks[0]);

export const markAt = (marks: readonly Mark[], at: number): Mark | undefined =>
  marks.find((m) => m.from <= at && at <= m.to);

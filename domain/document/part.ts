import type { DocumentKind } from '../checklist/kind.ts';
import type { PageKind } from './classify.ts';

/** Pages of one file that belong together: a fax often holds a cover sheet, an order, a note and a report. */
export type DocumentPart = {
  readonly from: number;
  readonly to: number;
  /** Absent: nothing on the pages says what they are. */
  readonly kind?: DocumentKind;
  readonly because: readonly string[];
  /** A person has said so. */
  readonly said?: true;
};

/** Pages from the first to the last, both among them. */
export type PageRange = { readonly from: number; readonly to: number };

/** What a person has said of a range of pages. */
export type SaidPart = PageRange & { readonly kind: DocumentKind };

export type ClassifiedPage = { readonly page: number; readonly kind?: PageKind };

/** Splits a file where a page opens another kind, or the same kind anew. A page that says nothing belongs to the one before it. */
export const partsOf = (pages: readonly ClassifiedPage[]): readonly DocumentPart[] => {
  const parts: DocumentPart[] = [];
  for (const { page, kind } of pages) {
    const last = parts.at(-1);
    const goesOn =
      last !== undefined && (kind === undefined || (!kind.opens && (last.kind ?? kind.kind) === last.kind));
    if (goesOn) parts[parts.length - 1] = { ...last, to: page };
    else parts.push({ from: page, to: page, ...(kind ? { kind: kind.kind } : {}), because: kind?.because ?? [] });
  }
  return parts;
};

/** The parts as a person has corrected them: of ranges that overlap, the later word counts. */
export const correctedParts = (
  pages: readonly ClassifiedPage[],
  said: readonly SaidPart[] = [],
): readonly DocumentPart[] => {
  const read = partsOf(pages);
  const parts: { readonly source: object; part: DocumentPart }[] = [];
  for (const { page } of pages) {
    const holds = (p: PageRange) => p.from <= page && page <= p.to;
    const word = said.findLast(holds);
    const source = word ?? read.find(holds);
    if (!source) continue;
    const last = parts.at(-1);
    if (last?.source === source) last.part = { ...last.part, to: page };
    else
      parts.push({
        source,
        part: word
          ? { from: page, to: page, kind: word.kind, because: [], said: true }
          : { ...(source as DocumentPart), from: page, to: page },
      });
  }
  return parts.map((p) => p.part);
};

/** What the file as a whole is: the kind with the most pages that is no cover sheet, else what there is. */
export const kindOfFile = (parts: readonly DocumentPart[]): DocumentKind | undefined => {
  const pages = new Map<DocumentKind, number>();
  for (const { kind, from, to } of parts) if (kind) pages.set(kind, (pages.get(kind) ?? 0) + to - from + 1);
  const ranked = [...pages].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  return ranked.find((k) => k !== 'correspondence') ?? ranked[0];
};

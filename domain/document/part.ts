import type { DocumentKind } from '../checklist/kind.ts';
import type { PageKind } from './classify.ts';

/** Pages of one file that belong together: a fax often holds a cover sheet, an order, a note and a report. */
export type DocumentPart = {
  readonly from: number;
  readonly to: number;
  /** Absent: nothing on the pages says what they are. */
  readonly kind?: DocumentKind;
  readonly because: readonly string[];
};

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

/** What the file as a whole is: the kind with the most pages that is no cover sheet, else what there is. */
export const kindOfFile = (parts: readonly DocumentPart[]): DocumentKind | undefined => {
  const pages = new Map<DocumentKind, number>();
  for (const { kind, from, to } of parts) if (kind) pages.set(kind, (pages.get(kind) ?? 0) + to - from + 1);
  const ranked = [...pages].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  return ranked.find((k) => k !== 'correspondence') ?? ranked[0];
};

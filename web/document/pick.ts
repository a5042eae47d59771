import type { DocumentPage } from '@openum/domain/document/page.ts';

export type Place = { readonly page: number; readonly start: number; readonly end: number };
/** Whether two places are the same; no place is the same as none. */
export const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a !== undefined && b !== undefined && a.page === b.page && a.start === b.start && a.end === b.end;
export type Picked = Place & { readonly documentId: string; readonly quote: string };

/** The stretch of the page's text without the blanks around it; undefined when nothing is left. */
export const pickedText = (
  { page, text }: Pick<DocumentPage, 'page' | 'text'>,
  documentId: string,
  from: number,
  to: number,
): Picked | undefined => {
  const whole = text.slice(Math.min(from, to), Math.max(from, to));
  const quote = whole.trim();
  if (quote === '') return undefined;
  const start = Math.min(from, to) + whole.indexOf(quote);
  return { documentId, page, start, end: start + quote.length, quote };
};

const placeIn = (node: Node | null, offset: number): number | undefined => {
  const element = node instanceof Element ? node : node?.parentElement;
  const stretch = element?.closest<SVGTextElement>('[data-start]');
  if (!stretch) return undefined;
  const start = Number(stretch.dataset.start);
  if (!(node instanceof Element)) return start + offset;
  return offset === 0 ? start : start + (stretch.textContent?.length ?? 0);
};

/** What the person has marked on the page with the mouse. */
export const pickedOn = (page: DocumentPage, documentId: string, selection: Selection | null): Picked | undefined => {
  if (!selection || selection.isCollapsed) return undefined;
  const from = placeIn(selection.anchorNode, selection.anchorOffset);
  const to = placeIn(selection.focusNode, selection.focusOffset);
  return from === undefined || to === undefined ? undefined : pickedText(page, documentId, from, to);
};

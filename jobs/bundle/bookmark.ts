import {
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
} from '@cantoo/pdf-lib';

type Mark = { readonly title: string; readonly page: PDFPage };

const numberIn = (dict: PDFDict, key: string): number => {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
};

/** Adds bookmarks behind those that the document has (ISO 32000-1, 12.3.3). */
export const addBookmarks = (out: PDFDocument, marks: readonly Mark[]): void => {
  if (marks.length === 0) return;
  const { context, catalog } = out;
  const outlines = PDFName.of('Outlines');
  const there = catalog.get(outlines);
  const rootRef = there instanceof PDFRef ? there : context.register(context.obj({ Type: 'Outlines' }));
  catalog.set(outlines, rootRef);
  const root = context.lookup(rootRef) as PDFDict;
  const refs = marks.map(() => context.nextRef());
  const before = root.get(PDFName.of('Last'));
  marks.forEach(({ title, page }, at) => {
    const item = context.obj({ Parent: rootRef, Dest: [page.ref, 'Fit'] }) as PDFDict;
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const previous = at === 0 ? before : refs[at - 1];
    const next = refs[at + 1];
    if (previous instanceof PDFRef) item.set(PDFName.of('Prev'), previous);
    if (next) item.set(PDFName.of('Next'), next);
    const ref = refs[at];
    if (ref) context.assign(ref, item);
  });
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) return;
  if (before instanceof PDFRef) (context.lookup(before) as PDFDict).set(PDFName.of('Next'), first);
  else root.set(PDFName.of('First'), first);
  root.set(PDFName.of('Last'), last);
  root.set(PDFName.of('Count'), PDFNumber.of(Math.abs(numberIn(root, 'Count')) + marks.length));
};

import type { DocumentPage } from '@openum/domain/document/page.ts';
import { pageText } from './lines.ts';
import type { ThreadFile } from './protocol.ts';

const columns = 96;
const rows = 60;
/** Of a page of letter size. */
const aspect = 8.5 / 11;
const margin = 0.06;
const columnWidth = (1 - 2 * margin) / columns;
const rowHeight = (1 - 2 * margin) / rows;

/** Breaks a line at blanks where it is too wide for the page. */
const folded = (line: string): readonly string[] => {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const blank = rest.lastIndexOf(' ', columns);
    const at = blank > columns / 2 ? blank : columns;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
};

/** The lines of each page, as the reader counts them. */
export const sheets = (text: string): readonly (readonly string[])[] =>
  text.split('\f').flatMap((sheet) => {
    const lines = sheet
      .replace(/\t/g, '    ')
      .split(/\r\n|\r|\n/)
      .flatMap(folded);
    const pages: (readonly string[])[] = [];
    for (let at = 0; at < lines.length; at += rows) pages.push(lines.slice(at, at + rows));
    return pages;
  });

const laidOut = (lines: readonly string[], page: number): DocumentPage => {
  const put = pageText();
  lines.forEach((line, row) => {
    if (row > 0) put.gap('\n');
    const top = margin + row * rowHeight;
    put.add(line, { left: margin, top, width: line.length * columnWidth, height: rowHeight });
  });
  return { page, ...put.done(), aspect, method: 'textLayer' };
};

/** Text laid out on pages as a typewriter would. */
export const plainFile = (text: string): ThreadFile => {
  const all = sheets(text);
  return {
    pages: all.length,
    page: async (page) => laidOut(all[page - 1] ?? [], page),
    picture: async () => undefined,
    close: async () => undefined,
  };
};

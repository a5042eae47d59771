import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NoticeBlock, NoticeDocument } from '@openum/domain/notice/document.ts';
import { loadCompiler, type TypstCompiler } from './compiler.ts';

export type PdfLetter = {
  readonly pdf: Uint8Array;
  /** `default`: tagged, but not declared as PDF/UA; `because` says why. */
  readonly standard: 'ua-1' | 'default';
  readonly because?: 'standardUnknown' | 'missingGlyph';
  /** Languages whose offer of help no installed font can print. */
  readonly omittedLanguages: readonly string[];
};

const source = readFileSync(path.join(import.meta.dirname, 'letter.typ'), 'utf8');
const probe = '#set document(title: "probe")\n#set text(font: "Libertinus Serif")\n#sys.inputs.text';

/** Compilations that a cached result outlives. */
const cacheAge = 4;
const longestUnbroken = 12;
/** A cell up to this length stays on one page. */
const longestWholeCell = 600;

/** The direction of a text that people wrote is that of its first letter. */
const readsRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

/** A date keeps its month and day on one line. */
const unsplit = (text: string): string => text.replace(/(?<=\p{L}) (?=\d{1,2}, \d{4})/gu, '\u00a0');

/** Words without end get places to break, so that no text leaves the page. */
const breakable = (text: string): string =>
  text.replace(/\S{29,}/gu, (word) => {
    const characters = [...word];
    const pieces: string[] = [];
    for (let i = 0; i < characters.length; i += longestUnbroken)
      pieces.push(characters.slice(i, i + longestUnbroken).join(''));
    return pieces.join('\u200b');
  });

/** Typst takes a language without region or script. */
const primaryTag = (language: string): string => language.split('-')[0] ?? language;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isStandardUnknown = (error: unknown): boolean => messageOf(error).includes('PdfStandard');
const isMissingGlyph = (error: unknown): boolean => messageOf(error).includes('could not be displayed');

const longestWord = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap((t) => t.split(/\s+/u).map((w) => w.length)));

/** Shares of the line: wider for longer texts, never narrower than a usual word. */
const columnWidths = (block: Extract<NoticeBlock, { kind: 'table' }>): readonly number[] =>
  block.columns.map((heading, i) => {
    const cells = [heading, ...block.rows.map((row) => row[i] ?? '')];
    const longest = Math.max(...cells.map((c) => c.length));
    return Math.max(Math.min(26, longest), Math.min(18, longestWord(cells)) + 6);
  });

const layout = (block: NoticeBlock): unknown => {
  if (block.kind === 'table')
    return {
      ...block,
      widths: columnWidths(block),
      rows: block.rows.map((row) => row.map((text) => ({ text, whole: text.length <= longestWholeCell }))),
    };
  if (block.kind === 'quote')
    return { ...block, paragraphs: block.paragraphs.map((text) => ({ text, rightToLeft: readsRightToLeft(text) })) };
  if (block.kind === 'translations')
    return { ...block, entries: block.entries.map((e) => ({ ...e, tag: primaryTag(e.language) })) };
  return block;
};

export type PdfRenderer = (document: NoticeDocument) => PdfLetter;

/** Typst in this process. `fontPaths`: folders with fonts for scripts beyond Latin, Greek and Cyrillic. */
export const createPdfRenderer = (fontPaths: readonly string[] = []): PdfRenderer => {
  let compiler: TypstCompiler | undefined;
  const typst = (): TypstCompiler => {
    compiler ??= loadCompiler(fontPaths);
    return compiler;
  };
  const printableTexts = new Map<string, boolean>();

  const canPrint = (text: string): boolean => {
    const known = printableTexts.get(text);
    if (known !== undefined) return known;
    let can = true;
    try {
      typst().pdf({ mainFileContent: probe, inputs: { text } }, { pdfStandard: 'a-2b' });
    } catch (error) {
      if (!isMissingGlyph(error)) throw new Error('letters: the font probe did not compile', { cause: error });
      can = false;
    }
    printableTexts.set(text, can);
    return can;
  };

  const compile = (inputs: Record<string, string>): Omit<PdfLetter, 'omittedLanguages'> => {
    try {
      return {
        pdf: typst().pdf({ mainFileContent: source, inputs }, { pdfStandard: 'ua-1' }),
        standard: 'ua-1',
      };
    } catch (error) {
      const because = isStandardUnknown(error) ? 'standardUnknown' : isMissingGlyph(error) ? 'missingGlyph' : undefined;
      if (because === undefined) throw new Error('letters: the letter did not compile', { cause: error });
      return { pdf: typst().pdf({ mainFileContent: source, inputs }, {}), standard: 'default', because };
    }
  };

  return (document) => {
    const omittedLanguages: string[] = [];
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.kind !== 'translations') return layout(block);
        const entries = block.entries.filter((e) => {
          const can = canPrint(e.text);
          if (!can) omittedLanguages.push(e.language);
          return can;
        });
        return layout({ ...block, entries });
      }),
    }));
    const data = JSON.stringify(
      { ...document, language: primaryTag(document.language), sections },
      (_, value: unknown) => (typeof value === 'string' ? breakable(unsplit(value)) : value),
    );
    const letter = compile({ document: data });
    typst().evictCache(cacheAge);
    return { ...letter, omittedLanguages };
  };
};

import { PDFDocument } from '@cantoo/pdf-lib';
import type { Bound, Paper } from '@openum/casework/port/bundlePrinter.ts';
import { lockedPdf, scan, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { printBundle } from './print.ts';

const paper: Paper = {
  title: 'Request for continued stay',
  from: { name: 'Cedar Point Recovery', lines: ['88 Cedar Point Road', '1-212-555-0177'] },
  addressee: ['Prairie Harbor Health Plan', 'Utilization management'],
  dateText: 'November 24, 2026',
  cover: {
    heading: 'Fax',
    facts: [
      { label: 'To', value: 'Prairie Harbor Health Plan' },
      { label: 'Fax', value: '+1 555 010 0141' },
    ],
    notices: ['Confidential.'],
  },
  facts: [{ label: 'Member', value: 'Maeve Quigley' }],
  sections: [
    {
      heading: 'Clinical update',
      blocks: [
        { kind: 'paragraph', text: 'Cravings daily.' },
        { kind: 'list', items: ['one', 'two'] },
        { kind: 'facts', rows: [{ label: 'Level', value: 'Residential' }] },
        { kind: 'quote', text: 'Slept two hours', from: { part: 0, page: 2 } },
        { kind: 'quote', text: 'Shaky', from: { source: 'Request of 11/03/2026' } },
      ],
    },
  ],
  closing: ['Sincerely'],
  contentsHeading: 'Enclosed',
  footer: 'Request EP-1',
};

const texts = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const proxy = await getDocumentProxy(pdf.slice(), { verbosity: 0 });
  return Promise.all(
    Array.from({ length: proxy.numPages }, async (_, at) => {
      const { items } = await (await proxy.getPage(at + 1)).getTextContent();
      return items
        .map((i) => ('str' in i ? i.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ');
    }),
  );
};
const bound = async (...args: Parameters<typeof printBundle>): Promise<Bound> => {
  const result = await printBundle(...args);
  if ('problem' in result) throw new Error(result.problem);
  return result;
};

describe('a bundle', () => {
  test('without documents is the tagged paper alone, its pages numbered', async () => {
    const { pdf, pages, parts } = await bound({ ...paper, sections: [] }, []);
    expect([pages, parts]).toEqual([2, []]);
    const [cover = '', letter = ''] = await texts(pdf);
    expect(cover).toContain('Page 1 of 2');
    expect(cover).not.toContain('Quigley');
    expect(letter).toContain('Maeve Quigley');
    expect((await PDFDocument.load(pdf)).catalog.toString()).toContain('/StructTreeRoot');
  });

  test('has documents of every kind behind the paper, numbered through, stamped, listed and marked', async () => {
    const note = await textPdf([['Page one of the note'], ['Slept two hours'], ['Page three']]);
    const fax = await tiffFax([await scan(['FAX ONE'], 640), await scan(['FAX TWO'], 640)]);
    const { pdf, pages, parts } = await bound(paper, [
      {
        title: 'Progress note',
        written: '11/03/2026',
        stamp: 'Exhibit A',
        bytes: note,
        pages: { from: 2, to: 3 },
      },
      { title: 'Fax', stamp: 'Exhibit B', bytes: fax },
      { title: 'Plain', bytes: new TextEncoder().encode('one\ftwo') },
    ]);
    expect(pages).toBe(8);
    expect(parts).toEqual([
      { firstPage: 3, lastPage: 4 },
      { firstPage: 5, lastPage: 6 },
      { firstPage: 7, lastPage: 8 },
    ]);
    const all = await texts(pdf);
    expect(all[1]).toContain('Exhibit A, Progress note, page 2 (page 3 of this file)');
    expect(all[1]).toContain('3 to 4');
    expect(all[2]).toContain('Slept two hours');
    expect(all[2]).toContain('Exhibit A, page 1 of 2');
    expect(all[2]).toContain('Page 3 of 8');
    expect(all[3]).toContain('Page three');
    expect(all[5]).toContain('Exhibit B, page 2 of 2');
    expect(all[7]).toContain('two');
    const marks = await (await getDocumentProxy(pdf.slice(), { verbosity: 0 })).getOutline();
    expect(marks.map((m) => m.title).slice(-3)).toEqual(['Exhibit A: Progress note', 'Exhibit B: Fax', 'Plain']);
  });

  test('is the same bytes for the same paper and documents', async () => {
    const part = { title: 'Note', bytes: new TextEncoder().encode('same') };
    expect((await bound(paper, [part])).pdf).toEqual((await bound(paper, [part])).pdf);
  });

  test.each([
    ['locked', lockedPdf(), undefined, 'locked'],
    ['broken', Promise.resolve(new TextEncoder().encode('%PDF-1.4 nothing')), undefined, 'unreadable'],
    ['of no known kind', Promise.resolve(new Uint8Array([0, 1, 2])), undefined, 'unreadable'],
    ['shorter than the pages that were chosen', textPdf([['one']]), { from: 1, to: 2 }, 'noSuchPage'],
  ])('is not made with a document that is %s; it says which', async (_name, bytes, pages, problem) => {
    const good = { title: 'Good', bytes: new TextEncoder().encode('good') };
    const bad = { title: 'Bad', bytes: await bytes, ...(pages ? { pages } : {}) };
    expect(await printBundle(paper, [good, bad])).toEqual({ part: 1, problem });
  });
});

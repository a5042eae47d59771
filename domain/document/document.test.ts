import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyPage, type DocumentCues } from './classify.ts';
import { excerptOf, findWords, quotes } from './find.ts';
import { formatOf } from './format.ts';
import { boxesOf, firstLine } from './page.ts';
import { correctedParts, kindOfFile, partsOf } from './part.ts';

const cues: DocumentCues = {
  version: 'test',
  headLines: 2,
  titleWeight: 3,
  least: 2,
  kinds: [
    { kind: 'labReport', titles: ['lab report'], words: ['specimen', 'units'] },
    { kind: 'progressNote', titles: ['progress note'], words: ['subjective', 'plan'] },
  ],
};
const kindOf = (text: string) => classifyPage(text, cues);

describe('what a page is', () => {
  test('is told by a title at its head, or by enough words of a kind', () => {
    expect(kindOf('Lakeside\nLAB REPORT\nx')).toEqual({ kind: 'labReport', opens: true, because: ['lab report'] });
    expect(kindOf('a\nb\nspecimen\nunits')).toEqual({
      kind: 'labReport',
      opens: false,
      because: ['specimen', 'units'],
    });
  });
  test('is not told by one word, a part of a word, or a title far down', () => {
    expect(kindOf('specimen')).toBeUndefined();
    expect(kindOf('specimens and subunits')).toBeUndefined();
    expect(kindOf('a\nb\nlab report')).toBeUndefined();
  });
});

describe('the parts of a file', () => {
  const page = (n: number, text: string) => {
    const kind = kindOf(text);
    return { page: n, ...(kind ? { kind } : {}) };
  };
  test('begin where another kind or another title begins; a silent page goes with the one before', () => {
    const parts = partsOf([
      page(1, 'x'),
      page(2, 'lab report'),
      page(3, ''),
      page(4, 'specimen units'),
      page(5, 'lab report'),
      page(6, 'progress note'),
    ]);
    expect(parts.map((p) => [p.from, p.to, p.kind])).toEqual([
      [1, 1, undefined],
      [2, 4, 'labReport'],
      [5, 5, 'labReport'],
      [6, 6, 'progressNote'],
    ]);
    expect(kindOfFile(parts)).toBe('labReport');
  });
  test('cover every page once and in order, whatever the pages say', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'lab report', 'progress note', 'specimen units')), (texts) => {
        const covered = partsOf(texts.map((t, i) => page(i + 1, t))).flatMap((p) =>
          Array.from({ length: p.to - p.from + 1 }, (_, i) => p.from + i),
        );
        expect(covered).toEqual(texts.map((_, i) => i + 1));
      }),
    );
  });
  test('are cut where a person has said what some pages are; the later word counts', () => {
    const pages = ['lab report', '', '', 'progress note', ''].map((t, i) => page(i + 1, t));
    const said = [
      { from: 2, to: 4, kind: 'order' as const },
      { from: 4, to: 4, kind: 'other' as const },
    ];
    expect(correctedParts(pages, said).map((p) => [p.from, p.to, p.kind, p.said === true])).toEqual([
      [1, 1, 'labReport', false],
      [2, 3, 'order', true],
      [4, 4, 'other', true],
      [5, 5, 'progressNote', false],
    ]);
    expect(correctedParts(pages)).toEqual(partsOf(pages));
  });
  test('a cover sheet names a file only where nothing else does', () => {
    expect(
      kindOfFile([
        { from: 1, to: 5, kind: 'correspondence', because: [] },
        { from: 6, to: 6, kind: 'order', because: [] },
      ]),
    ).toBe('order');
    expect(kindOfFile([{ from: 1, to: 1, kind: 'correspondence', because: [] }])).toBe('correspondence');
    expect(kindOfFile([{ from: 1, to: 1, because: [] }])).toBeUndefined();
  });
});

describe('words on a page', () => {
  test('are found over line ends, each time that they stand there', () => {
    expect(findWords('pH 7.3 and PH\n 7.3', 'ph 7.3')).toEqual([
      { start: 0, end: 6 },
      { start: 11, end: 18 },
    ]);
    expect(findWords('abc', '  ')).toEqual([]);
  });
  test('that are found are quoted as they stand', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        fc.string(),
        (a, b, c) => {
          const text = a + b + c;
          const found = findWords(text, b);
          expect(found.length).toBeGreaterThan(0);
          for (const f of found) expect(quotes(text, f, text.slice(f.start, f.end))).toBe(true);
        },
      ),
    );
  });
  test('are shown with what stands around them', () => {
    expect(excerptOf('one\ntwo three', { start: 4, end: 7 })).toEqual({
      before: 'one ',
      words: 'two',
      after: ' three',
    });
  });
  test('have the box of their stretch, in proportion where it is cut', () => {
    const page = { aspect: 0.75, stretches: [{ start: 0, end: 10, left: 0.2, top: 0.1, width: 0.5, height: 0.02 }] };
    const [box] = boxesOf(page, 2, 4);
    expect(box?.left).toBeCloseTo(0.3);
    expect(box?.width).toBeCloseTo(0.1);
    expect(boxesOf(page, 10, 12)).toEqual([]);
  });
  test('that run up the page are shown with their whole line', () => {
    const upright = { left: 0.1, top: 0.2, width: 0.02, height: 0.3 };
    const page = { aspect: 0.75, stretches: [{ start: 0, end: 10, ...upright }] };
    expect(boxesOf(page, 2, 4)).toEqual([upright]);
  });
  test('of the first line that says something name a page', () => {
    expect(firstLine('\n --- \n  Chief   complaint\nx')).toBe('Chief complaint');
    expect(firstLine('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});

test.each([
  ['%PDF-1.7', 'pdf'],
  ['junk before\n%PDF-1.4', 'pdf'],
  [' \n{"a":1}', 'json'],
  ['\u{feff}<?xml?>', 'xml'],
  ['plain', 'text'],
  ['\u0000\u0001', undefined],
])('%j is known by its bytes', (text, format) => {
  expect(formatOf(new TextEncoder().encode(text))).toBe(format);
});
test('pictures are known by their signs', () => {
  expect(formatOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]))).toBe('image');
  expect(formatOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image');
  expect(formatOf(new Uint8Array([0x49, 0x49, 0x2a, 0]))).toBe('tiff');
});

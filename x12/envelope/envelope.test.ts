import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemLine } from '../text/problem.ts';
import { segment } from '../text/segment.ts';
import { readFile } from './read.ts';
import { writeInterchange } from './write.ts';

const file = (count = 1, control = 12): string =>
  writeInterchange({
    sender: { qualifier: 'ZZ', id: 'HARBOR' },
    receiver: { qualifier: 'ZZ', id: 'PLAN' },
    control,
    usage: 'T',
    on: '20261124',
    at: '1130',
    groupCode: 'HI',
    version: '005010X217',
    transactions: Array.from({ length: count }, (_, i) => ({
      set: '278',
      version: '005010X217',
      body: [segment('BHT', '0007', '13', `R-${i}`)],
    })),
  });

const rules = (text: string) => readFile([text]).problems.map((p) => p.rule);

describe('an interchange', () => {
  test('is read with its parties, its control number and its transactions', () => {
    const { interchanges, problems } = readFile([file(2)]);
    expect(problems).toEqual([]);
    expect(interchanges).toMatchObject([
      { sender: { id: 'HARBOR' }, control: '000000012', usage: 'T', groups: [{ code: 'HI' }] },
    ]);
    expect(interchanges[0]?.groups[0]?.transactions.map((t) => t.set)).toEqual(['278', '278']);
  });

  test('is the same however the text is cut into pieces, with or without line breaks', () => {
    const text = file(2).replaceAll('~', '~\r\n') + file(1, 13);
    const whole = readFile([text]);
    expect(whole.interchanges).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const pieces: string[] = [];
        let at = 0;
        for (let i = 0; at < text.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(readFile(pieces)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test('that is cut off gives what was whole before the cut, and says so', () => {
    const text = file(2);
    const cut = text.slice(0, text.lastIndexOf('SE*'));
    const { interchanges, problems } = readFile([cut]);
    expect(interchanges[0]?.groups[0]?.transactions).toHaveLength(1);
    expect(problems.map((p) => p.rule)).toContain('truncated');
  });

  test('cut anywhere is never taken for a whole one and never throws', () => {
    const text = file(2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 2 }), (n) => {
        expect(readFile([text.slice(0, n)]).problems.length).toBeGreaterThan(0);
      }),
    );
  });

  test('whose trailers do not agree is reported at the trailer', () => {
    const wrong = file().replace('SE*3*0001', 'SE*9*0002');
    const [set] = readFile([wrong]).interchanges[0]?.groups[0]?.transactions ?? [];
    expect(set?.problems.map((p) => [p.rule, p.segment, p.element])).toEqual([
      ['controlMismatch', 'SE', 2],
      ['countMismatch', 'SE', 1],
    ]);
    expect(problemLine(set!.problems[0]!)).toBe('Segment 5 (SE02): the control number is not that of the beginning');
  });
});

describe('what is no interchange', () => {
  test.each([
    ['an empty file', ''],
    ['a letter', 'Dear practice, your claim was denied. '.repeat(5)],
    ['an ISA of another length', file().replace('HARBOR         ', 'HARBOR')],
    ['delimiters that are letters', file().replaceAll('*', 'A')],
  ])('%s is refused without reading on', (_, text) => {
    expect(rules(text)).toEqual(['notX12']);
  });

  test('any text at all ends in problems, not in a throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (noise) => {
        expect(Array.isArray(rules(noise))).toBe(true);
        expect(rules(file().slice(0, 106) + noise)).not.toEqual([]);
      }),
    );
  });

  test('a segment without end, or segments without end, are stopped at the limit', () => {
    const head = file().slice(0, 106);
    function* endless(piece: string) {
      yield head;
      for (;;) yield piece;
    }
    const limits = { segmentLength: 1000, segments: 50 };
    expect(readFile(endless('x'), limits).problems[0]?.rule).toBe('tooLarge');
    expect(readFile(endless('REF*1~'), limits).problems.map((p) => p.rule)).toContain('tooLarge');
  });
});

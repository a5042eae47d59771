import { describe, expect, test } from 'vitest';
import { chosenPagesOf, documentProblems, packetPart } from './draft.ts';

const desk = {
  documents: [{ documentId: 'd', title: 'Note' }],
  pages: { d: 3 },
} as unknown as Parameters<typeof documentProblems>[1];
const chosen = (from: string, to: string) => [{ documentId: 'd', from, to }];

describe('the documents of a packet', () => {
  test.each([
    ['', '', undefined],
    ['1', '3', undefined],
    ['1', '', 'enter the first and the last page'],
    ['2', '1', 'lies before the first'],
    ['1', '4', 'has 3 pages'],
    ['x', '2', 'whole numbers'],
  ])('from page "%s" to "%s"', (from, to, problem) => {
    const [said] = documentProblems(chosen(from, to), desk);
    if (problem) expect(said).toContain(problem);
    else expect(said).toBeUndefined();
  });

  test('go whole, or by their pages', () => {
    expect(chosenPagesOf([...chosen('', ''), ...chosen('2', '3')])).toEqual([
      { documentId: 'd' },
      { documentId: 'd', pages: { from: 2, to: 3 } },
    ]);
  });

  test('what is said to a wish of another payer, or to none, stays out', () => {
    const draft = {
      updates: { Risk: ' daily ', Sleep: ' ', Other: 'x' },
      documents: [],
      addressee: 'A',
      fax: '',
      consent: '',
    };
    expect(packetPart(draft, ['Risk', 'Sleep'])).toEqual({
      updates: [{ wanted: 'Risk', text: 'daily' }],
      documents: [],
      addressee: 'A',
    });
  });
});

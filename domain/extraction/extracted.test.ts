import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExtractedFact, type PageText, verified } from './extracted.ts';

const page = (text: string): PageText => ({ documentId: 'd', page: 2, text });
const fact = (quote: string, from = 0): ExtractedFact => ({
  key: 'lab.pao2',
  value: { kind: 'quantity', value: 52, unit: 'mm[Hg]' },
  documentId: 'd',
  page: 2,
  span: { from, to: from + quote.length },
  quote,
  extractor: 'rules',
  extractorVersion: '1',
  confidence: 0.9,
});

describe('a fact that was read from a page', () => {
  test('is dropped when its words do not stand there', () => {
    expect(verified(page('PaO2 55 mmHg'), fact('PaO2 52 mmHg'))).toBeUndefined();
    expect(verified(page(''), fact('PaO2 52 mmHg'))).toBeUndefined();
    expect(verified(page('PaO2 52'), fact(' - '))).toBeUndefined();
  });
  test('is dropped when it speaks of another page or document', () => {
    const text = 'PaO2 52 mmHg';
    expect(verified({ ...page(text), page: 3 }, fact(text))).toBeUndefined();
    expect(verified({ ...page(text), documentId: 'e' }, fact(text))).toBeUndefined();
  });
  test('keeps the words as the page has them, whatever their case, line ends, dashes, ligatures and unseen signs', () => {
    const text = 'The Pa\u200bO2\n  was 52 mm\u2011Hg in o\ufb03ce';
    const found = verified(page(text), fact('the PaO2 was 52 mm-hg in office', 99));
    expect(found?.quote).toBe(text);
    expect(found?.span).toEqual({ from: 0, to: text.length });
  });
  test('is found at the nearest of several places', () => {
    const text = 'SpO2 88% today. SpO2 88% at rest. SpO2 88% later.';
    expect(verified(page(text), fact('SpO2 88%', 17))?.span.from).toBe(16);
  });
  test.each([
    ['5', '35'],
    ['5', '7.5'],
    ['5', '5,000'],
    ['BMI', 'BMIs'],
    ['no', 'noted'],
  ])('%s does not stand in %s', (quote, text) => {
    expect(verified(page(text), fact(quote))).toBeUndefined();
  });
  test('whatever comes back is what the page says at its place', () => {
    const piece = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(piece, piece, piece, (a, b, c) => {
        const text = `${a} ${b} ${c}`;
        const found = verified(page(text), fact(b, a.length + 1));
        if (found) expect(text.slice(found.span.from, found.span.to)).toBe(found.quote);
        else expect(/[\p{L}\p{N}]/u.test(b.normalize('NFKC')) && b.trim() === b && !/^[.,]|[.,]$/.test(b)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { sameReading } from './answer.ts';
import type { ExtractedFact } from './extracted.ts';

const fact: ExtractedFact = {
  key: 'lab.pao2',
  value: { kind: 'quantity', value: 52, unit: 'mm[Hg]' },
  documentId: 'd',
  page: 1,
  span: { from: 0, to: 7 },
  quote: 'PaO2 52',
  extractor: 'rules',
  extractorVersion: '1',
  confidence: 0.9,
};

describe('one reading of a page', () => {
  test('is the same in the next version of the rules, so that nobody answers twice', () => {
    expect(sameReading(fact, { ...fact, extractorVersion: '2', confidence: 0.5 })).toBe(true);
  });
  test.each<[string, Partial<ExtractedFact>]>([
    ['another value', { value: { kind: 'quantity', value: 53, unit: 'mm[Hg]' } }],
    ['another place', { span: { from: 1, to: 7 } }],
    ['another page', { page: 2 }],
    ['another fact', { key: 'lab.paco2' }],
  ])('is not that of %s', (_, change) => expect(sameReading(fact, { ...fact, ...change })).toBe(false));
});

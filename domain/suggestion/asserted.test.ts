import { readyClinicalText } from '@openum/testkit/content/text.ts';
import { describe, expect, test } from 'vitest';
import type { FactCatalogue } from '../fact/catalogue.ts';
import { asserted } from './asserted.ts';

const facts: FactCatalogue = {
  version: '1',
  byKey: new Map([
    ['dx.pneumonia', { key: 'dx.pneumonia', label: 'Pneumonia', kind: 'boolean' }],
    ['lab.pao2', { key: 'lab.pao2', label: 'PaO2', kind: 'quantity', unit: 'mm[Hg]', units: ['mm[Hg]'] }],
  ]),
};
const said = (
  text: string,
  quote: string,
  fact = { key: 'dx.pneumonia', value: { kind: 'boolean', value: true } } as const,
) => {
  const from = text.indexOf(quote);
  const citation = { documentId: 'd', page: 1, quote, span: { from, to: from + quote.length } };
  return asserted([{ documentId: 'd', page: 1, text }], facts, readyClinicalText)(citation, fact);
};

describe('a finding in a quote', () => {
  test.each([
    ['The patient has pneumonia.', 'has pneumonia', 'affirmed'],
    ['No evidence of pneumonia on the film.', 'pneumonia', 'negated'],
    ['No evidence of pneumonia on the film.', 'No evidence of pneumonia', 'negated'],
    ['Her mother had pneumonia.', 'had pneumonia', 'otherPerson'],
    ['Return if signs of pneumonia.', 'pneumonia', 'hypothetical'],
  ])('"%s", quoted as "%s", is %s', (text, quote, expected) => {
    expect(said(text, quote)).toBe(expected);
  });
});

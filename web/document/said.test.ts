import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { describe, expect, test } from 'vitest';
import { saidIn } from './said.ts';

const picked = (quote: string, start = 0) => ({ documentId: 'd', page: 2, start, end: start + quote.length, quote });
const pressure = { label: 'PaO2', kind: 'quantity', unit: 'mm[Hg]' };
const offer = (value: number, from: number, to: number): OfferedFact => ({
  fact: {
    key: 'lab.pao2',
    value: { kind: 'quantity', value, unit: 'mm[Hg]' },
    at: '2026-11-02' as never,
    qualifiers: { state: 'rest' },
    documentId: 'd',
    page: 2,
    span: { from, to },
    quote: 'x',
    extractor: 'rules',
    extractorVersion: '1',
    confidence: 0.9,
  },
  position: 0,
  asked: true,
  conflict: false,
  known: false,
});
const said = (quote: string, offers: readonly OfferedFact[] = []) =>
  saidIn(picked(quote), 'lab.pao2', pressure, offers);

describe('marked words', () => {
  test('give what the rules read there, with its day and conditions', () => {
    expect(said('PaO2 54 mmHg', [offer(54, 0, 40)])).toEqual({
      value: '54',
      at: '2026-11-02',
      qualifiers: { state: 'rest' },
    });
  });
  test('give the value that stands in them, where the rules read two near by', () => {
    expect(said('PaO2 54 mmHg', [offer(54, 0, 40), offer(61, 0, 40)]).value).toBe('54');
  });
  test('take nothing from what the rules read elsewhere on the page', () => {
    expect(said('on oxygen', [offer(54, 100, 140)])).toEqual({});
  });
  test.each([
    ['54 mmHg', '54'],
    ['PaO2 54', '54'],
    ['7 kPa on 11/02/2026', '52.5043177893'],
    ['about 1,200', '1200'],
  ])('give the only number in "%s" in the unit of the form', (quote, value) => {
    expect(said(quote).value).toBe(value);
  });
  test.each([['54 or 61 mmHg'], ['for 3 months'], ['no number']])('leave "%s" to the person', (quote) => {
    expect(said(quote).value).toBeUndefined();
  });
  test('give the day that is written in them, and none where there are two', () => {
    expect(said('54 mmHg on 11/02/2026').at).toBe('2026-11-02');
    expect(said('54 mmHg, 11/02/2026 and 11/09/2026').at).toBeUndefined();
  });
  test('give an answer of the list that stands in them', () => {
    const definition = {
      label: 'Stage',
      kind: 'code',
      options: [
        { value: 'n', label: 'Nonunion' },
        { value: 'm', label: 'Malunion' },
      ],
    };
    expect(saidIn(picked('Shows a nonunion of the tibia'), 'x', definition, []).value).toBe('n');
    expect(saidIn(picked('nonunion or malunion'), 'x', definition, []).value).toBeUndefined();
  });
});

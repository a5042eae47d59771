import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { describe, expect, test } from 'vitest';
import { evidenceOf, nextSpot, offersFor } from './evidence.ts';

const leaf: LeafFinding = {
  path: 'gas',
  label: 'Blood gas',
  truth: 'met',
  factIds: ['marked', 'sent', 'said'],
  explanation: '',
  reads: { fact: 'lab.pao2', qualifiers: { state: ['rest', 'sleep'] } },
};
const offer = (key: string, start: number, qualifiers?: Readonly<Record<string, string>>) =>
  ({ fact: { key, documentId: 'fax', page: 2, span: { from: start, to: start + 5 }, qualifiers } }) as OfferedFact;
const place = { page: 1, start: 3, end: 9 };
const view = {
  state: {
    documents: [],
    request: { messageId: 'message' },
    facts: [
      { id: 'said', source: { kind: 'person', name: 'A', userId: 'a', basis: 'phone' } },
      { id: 'sent', source: { kind: 'resource', fullUrl: 'urn:1', resourceType: 'Observation', path: 'value' } },
      { id: 'marked', source: { kind: 'document', documentId: 'fax', ...place, quote: 'x' } },
      { id: 'other', source: { kind: 'document', documentId: 'fax', page: 9, start: 1, end: 2, quote: 'y' } },
    ],
  },
} as never;

describe('what was read for a point', () => {
  test('is of the fact that it asks for, under conditions that do not speak against it', () => {
    const rest = offer('lab.pao2', 10, { state: 'rest' });
    const untold = offer('lab.pao2', 20);
    const exercise = offer('lab.pao2', 30, { state: 'exercise' });
    expect(offersFor(leaf, [rest, untold, exercise, offer('lab.ph', 40)])).toEqual([rest, untold]);
  });
});

describe('the places of a point', () => {
  const spots = evidenceOf(leaf, view, [offer('lab.pao2', 3), offer('lab.pao2', 3)]);
  test('are those of its facts in messages and documents, then those offered, each once', () => {
    expect(spots).toEqual([
      { documentId: 'message', find: 'urn:1' },
      { documentId: 'fax', place },
      { documentId: 'fax', place: { page: 2, start: 3, end: 8 } },
    ]);
  });
  test('are walked in both directions around the end, from the first one when one stands nowhere', () => {
    expect(nextSpot(spots, undefined, 1)).toBe(spots[0]);
    expect(nextSpot(spots, spots[2], 1)).toBe(spots[0]);
    expect(nextSpot(spots, { documentId: 'message', find: 'urn:1' }, -1)).toBe(spots[2]);
    expect(nextSpot(spots, { documentId: 'elsewhere' }, -1)).toBe(spots[2]);
    expect(nextSpot([], undefined, 1)).toBeUndefined();
  });
});

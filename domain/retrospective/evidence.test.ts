import { aRequest, document } from '@openum/testkit/case/request.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../fact/fact.ts';
import { addDays, calendarDate, instant } from '../time/instant.ts';
import { documentDate, documentsInTime, evidenceEndsOn, factDate, factsInTime } from './evidence.ts';

const endedOn = calendarDate('2026-11-10');
const past = aRequest({
  reviewType: 'retrospective',
  retrospective: { reason: 'deniedClaim', serviceEndedOn: endedOn },
});
const fact = (change: Partial<Fact> = {}): Fact => ({
  id: 'f',
  key: 'vital.oxygenSaturation',
  value: { kind: 'quantity', value: 87, unit: '%' },
  source: { kind: 'request', field: 'x' },
  ...change,
});
const readIn = (documentId: string): Fact['source'] => ({
  kind: 'document',
  documentId,
  page: 1,
  start: 0,
  end: 2,
  quote: '87',
  extractor: 'test',
});

describe('when the evidence of a review in retrospect ends', () => {
  test('is the day on which the service ended, as the request says or else as its lines do', () => {
    expect(evidenceEndsOn(past)).toBe(endedOn);
    const { retrospective: _, ...unsaid } = past;
    expect(evidenceEndsOn(unsaid)).toBe('2027-02-28');
  });

  test('is never for a review before or during the care', () => {
    expect(evidenceEndsOn(aRequest())).toBeUndefined();
    expect(evidenceEndsOn(aRequest({ reviewType: 'concurrent' }))).toBeUndefined();
  });
});

describe('a fact', () => {
  test('of the last day is in time, of the next day late, without a date undated', () => {
    expect(factDate(fact({ at: endedOn }), past)).toBe('inTime');
    expect(factDate(fact({ at: addDays(endedOn, 1) }), past)).toBe('late');
    expect(factDate(fact(), past)).toBe('undated');
  });

  test('is dated in the zone of the plan: the evening of the last day is already the next in UTC', () => {
    expect(factDate(fact({ at: instant('2026-11-11T05:59:59Z') }), past)).toBe('inTime');
    expect(factDate(fact({ at: instant('2026-11-11T06:00:00Z') }), past)).toBe('late');
  });

  test('is as late as the document that it was read in', () => {
    const documents = [
      document('late', { recordedOn: addDays(endedOn, 5) }),
      document('early', { recordedOn: endedOn }),
    ];
    expect(factDate(fact({ at: endedOn, source: readIn('late') }), past, documents)).toBe('late');
    expect(factDate(fact({ at: endedOn, source: readIn('early') }), past, documents)).toBe('inTime');
  });
});

test('a document without a day of record is shown as undated and stays usable; a later one is no evidence', () => {
  const documents = [document('a'), document('b', { recordedOn: addDays(endedOn, 1) })];
  expect(documents.map((d) => documentDate(d, endedOn))).toEqual(['undated', 'late']);
  expect(documentsInTime(documents, past).map((d) => d.documentId)).toEqual(['a']);
  expect(documentsInTime(documents, aRequest())).toHaveLength(2);
});

const facts = fc.array(
  fc
    .record({ id: fc.uuid(), day: fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined }) })
    .map(({ id, day }) => fact({ id, ...(day === undefined ? {} : { at: addDays(endedOn, day) }) })),
);

test('nothing dated after the service is ever evidence, and nothing else is taken away', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const kept = factsInTime(given, past);
      expect(kept.every((f) => f.at === undefined || f.at <= endedOn)).toBe(true);
      expect(given.filter((f) => !kept.includes(f)).every((f) => f.at !== undefined && f.at > endedOn)).toBe(true);
      expect(factsInTime(given, aRequest())).toEqual(given);
    }),
  );
});

import { document } from '@openum/testkit/case/request.ts';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../time/instant.ts';
import { type Checklist, checklistOf } from './checklist.ts';

const order = { pieceId: 'order', label: 'Order', ask: 'Send the order.', kinds: ['order' as const] };
const study = {
  pieceId: 'study',
  label: 'Study',
  ask: 'Send it.',
  kinds: ['sleepStudy' as const],
  facts: ['sleep.ahiOrRdi'],
};
const list = (change: Partial<Checklist> = {}): Checklist => ({
  id: 'cpap',
  version: '1',
  citation: 'NCD 240.4',
  effectiveFrom: calendarDate('2026-01-01'),
  appliesTo: { categories: ['Sleep apnea'] },
  pieces: [order, study],
  ...change,
});
const item = { sequence: 1, service: 'E0601', category: 'Sleep apnea', on: calendarDate('2026-12-01') };
const asked = { setting: 'home', reviewType: 'prospective' } as const;
const states = (
  ...[lists, items, documents = [], facts = []]: [
    Checklist[],
    (typeof item)[],
    Parameters<typeof checklistOf>[3]?,
    string[]?,
  ]
) => checklistOf(lists, items, asked, documents, facts).map((f) => `${f.pieceId} ${f.state}`);

describe('the checklist of a request', () => {
  test('knows a piece by the kind of a document or by a fact', () => {
    const sent = { ...document('d1'), kind: 'order' as const };
    expect(states([list()], [item], [sent])).toEqual(['order present', 'study missing']);
    expect(states([list()], [item], [sent], ['sleep.ahiOrRdi'])).toEqual(['order present', 'study present']);
  });

  test('knows a piece by some pages of a document', () => {
    const parts = [
      { from: 1, to: 2, kind: 'order' as const },
      { from: 3, to: 9, kind: 'sleepStudy' as const },
    ];
    expect(states([list()], [item], [{ ...document('d1'), parts }])).toEqual(['order present', 'study present']);
  });

  test('leaves open what nobody has said of a document; the message itself is none', () => {
    expect(states([list()], [item], [document('d1')])).toEqual(['order unknown', 'study unknown']);
    const message = { ...document('m1'), origin: 'message:m1' };
    expect(states([list()], [item], [{ ...message, contentType: 'application/fhir+json' }])).toEqual([
      'order missing',
      'study missing',
    ]);
    expect(states([list()], [item], [{ ...message, contentType: 'application/pdf' }])).toEqual([
      'order unknown',
      'study unknown',
    ]);
  });

  test('asks for a piece once, however many lines and lists want it', () => {
    const other = list({ id: 'other', pieces: [order] });
    expect(states([list(), other], [item, { ...item, sequence: 2 }])).toEqual(['order missing', 'study missing']);
  });

  test('is for its own services, stages and times', () => {
    expect(states([list()], [{ ...item, category: 'Home oxygen' }])).toEqual([]);
    expect(states([list({ effectiveFrom: calendarDate('2027-01-01') })], [item])).toEqual([]);
    expect(states([list({ appliesTo: { reviewTypes: ['retrospective'] } })], [item])).toEqual([]);
    expect(states([list({ appliesTo: { services: ['E0601'], settings: ['home'] } })], [item])).toHaveLength(2);
  });
});

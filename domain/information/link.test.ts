import { caseOf, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { linkEndsAt, providersToAsk } from './link.ts';

const now = instant('2026-11-20T15:00:00Z');
const due = instant('2026-11-23T15:00:00Z');
const ends = (deadlines: readonly string[] = [], dueAt = due) => linkEndsAt(dueAt, now, deadlines.map(instant), 72);

test('a link outlives the due moment by some hours, for an answer that comes late', () => {
  expect(ends()).toBe('2026-11-26T15:00:00.000Z');
});

test('a link for a question that is overdue counts from now', () => {
  expect(ends([], instant('2026-11-19T15:00:00Z'))).toBe('2026-11-23T15:00:00.000Z');
});

test('a link never outlives the first hard deadline ahead; one that has passed ends nothing', () => {
  expect(ends(['2026-11-25T00:00:00Z', '2026-11-24T00:00:00Z'])).toBe('2026-11-24T00:00:00.000Z');
  expect(ends(['2026-11-22T00:00:00Z'])).toBe('2026-11-22T00:00:00.000Z');
  expect(ends(['2026-11-20T14:00:00Z'])).toBe('2026-11-26T15:00:00.000Z');
  expect(ends(['2026-12-20T14:00:00Z'])).toBe('2026-11-26T15:00:00.000Z');
});

test('who can be asked: the sender of the request and those who give the services, each once', () => {
  const { request, items } = caseOf(received());
  const lung = { name: 'Peoria Lung Clinic', npi: '1770000031' };
  const supplier = { name: 'Prairie Oxygen', npi: '1770000064' };
  const [item] = items;
  const asking = (requesting: object, ...servicing: readonly object[]) =>
    providersToAsk({
      request: { ...request, requestingProvider: requesting },
      items: servicing.map((servicingProvider) => ({ ...item, servicingProvider })),
    } as never);
  expect(asking(lung, supplier, supplier, { ...lung, fax: '1' })).toEqual([lung, supplier]);
  expect(asking({ name: 'Nameless' }, supplier)).toEqual([{ name: 'Nameless' }, supplier]);
});

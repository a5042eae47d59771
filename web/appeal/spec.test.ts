import { zoneId } from '@openum/domain/time/instant.ts';
import { expect, test } from 'vitest';
import { type Field, momentIn, problemsOf, shownFields } from './spec.ts';

const zone = zoneId('America/Chicago');
const fields: readonly Field[] = [
  { name: 'reason', label: 'Reason', kind: 'area' },
  { name: 'outcome', label: 'Outcome', kind: 'select', options: [] },
  { name: 'amount', label: 'Amount', kind: 'text', when: (v) => v.outcome === 'part' },
  { name: 'at', label: 'When', kind: 'moment' },
  { name: 'sure', label: 'Sure', kind: 'check' },
  { name: 'note', label: 'Note', kind: 'text', optional: true },
];

test('what must be filled in and is not is named, each field by its own sentence', () => {
  expect(problemsOf({ fields }, { outcome: '' }, zone)).toEqual({
    reason: 'Fill this in.',
    outcome: 'Choose one.',
    at: 'Fill this in.',
    sure: 'Confirm this.',
  });
});

test('a field that is not asked for is not missed', () => {
  const filled = { reason: 'x', 'at.day': '2026-11-23', 'at.time': '10:00', sure: 'yes' };
  expect(problemsOf({ fields }, { ...filled, outcome: 'whole' }, zone)).toEqual({});
  expect(problemsOf({ fields }, { ...filled, outcome: 'part' }, zone)).toEqual({ amount: 'Fill this in.' });
  expect(shownFields({ fields }, { outcome: 'whole' }).map((f) => f.name)).not.toContain('amount');
});

test('a moment is typed on the wall clock of the zone on the screen', () => {
  expect(momentIn({ 'at.day': '2026-11-23', 'at.time': '10:00' }, 'at', zone)).toBe('2026-11-23T16:00:00.000Z');
  expect(problemsOf({ fields: fields.slice(3, 4) }, { 'at.day': '2026-02-30', 'at.time': '10:00' }, zone)).toEqual({
    at: 'There is no such moment.',
  });
});

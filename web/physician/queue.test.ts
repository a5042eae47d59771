import { person } from '@openum/testkit/case/actors.ts';
import { describe, expect, test } from 'vitest';
import {
  comparedLabels,
  groupsOf,
  nextOf,
  type QueueRow,
  readQueueSearch,
  rowsOf,
  whyNotOpen,
  whyNotTake,
} from './queue.ts';

const me = person('me', ['medicalDirector']);
const match = (may: boolean, code: 'licence' | 'conflict' = 'licence') => ({
  userId: 'me',
  name: 'Me',
  may,
  reachable: may,
  load: 0,
  capacity: 9,
  reasons: may ? [] : [{ kind: 'bar' as const, code, text: 'has no active licence of AR today' }],
});
const row = (caseId: string, change: Partial<QueueRow> = {}, assigneeUserId?: string): QueueRow => ({
  row: { caseId, ...(assigneeUserId ? { assigneeUserId } : {}) } as QueueRow['row'],
  items: [{ itemSequence: 1, code: 'E1390', label: 'Oxygen concentrator' }],
  answer: 'notMet',
  points: [],
  hinges: [],
  mine: match(true),
  talkOpen: false,
  informationOpen: false,
  ...change,
});

test('the address is read, and what it cannot mean is left out', () => {
  expect(readQueueSearch({ whose: 'mine', case: 'c1', group: 'service' })).toEqual({
    whose: 'mine',
    case: 'c1',
    group: 'service',
  });
  expect(readQueueSearch({ whose: 'nobody', case: 4, group: 'x' })).toEqual({});
});

describe('whether a case may be taken', () => {
  test('says the rule that keeps somebody from it', () => {
    expect(whyNotTake(row('a', { mine: match(false) }), me)).toBe(
      'You may not decide this case: has no active licence of AR today.',
    );
    const { mine: _, ...plain } = row('a');
    expect(whyNotTake(plain, me)).toContain('Only a physician');
    expect(whyNotTake(row('a', {}, 'me'), me)).toBe('You have this case.');
    expect(whyNotTake(row('a', {}, 'other'), me)).toBeUndefined();
  });

  test('a conflict keeps the brief closed, a missing licence does not', () => {
    expect(whyNotOpen(row('a', { mine: match(false, 'conflict') }))).toContain('stays closed');
    expect(whyNotOpen(row('a', { mine: match(false) }))).toBeUndefined();
  });
});

describe('the next case', () => {
  test('is one of one’s own after this one, before any that is free', () => {
    const rows = [row('free'), row('here', {}, 'me'), row('mine', {}, 'me')];
    expect(nextOf(rows, 'here', 'me')?.row.caseId).toBe('mine');
    expect(nextOf(rows.slice(0, 2), 'here', 'me')?.row.caseId).toBe('free');
  });

  test('is never one that waits for an answer, that one may not decide, or that another has', () => {
    const rows = [row('a', { informationOpen: true }, 'me'), row('b', { mine: match(false) }), row('c', {}, 'other')];
    expect(nextOf(rows, undefined, 'me')).toBeUndefined();
  });
});

test('the lists hold what their names say', () => {
  const rows = [row('a', {}, 'me'), row('b', { mine: match(false) }), row('c')];
  const ids = (whose: Parameters<typeof rowsOf>[1]) => rowsOf(rows, whose, 'me').map((r) => r.row.caseId);
  expect([ids('mine'), ids('may'), ids('free'), ids(undefined)]).toEqual([
    ['a'],
    ['a', 'c'],
    ['b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('cases of one service stand together, what any of them fails first', () => {
  const a = row('a', {
    points: [
      { label: 'Diagnosis', found: 'for' },
      { label: 'Trial of therapy', found: 'unknown' },
    ],
  });
  const b = row('b', { points: [{ label: 'Saturation', found: 'against' }] });
  const c = row('c', { items: [{ itemSequence: 1, code: 'J1', label: 'Drug' }] });
  expect(groupsOf([a, c, b]).map((g) => [g.code, g.rows.length])).toEqual([
    ['E1390', 2],
    ['J1', 1],
  ]);
  expect(comparedLabels([a, b])).toEqual(['Saturation', 'Trial of therapy', 'Diagnosis']);
  expect(comparedLabels([{ ...a, hinges: ['Diagnosis'] }, b])[0]).toBe('Diagnosis');
});

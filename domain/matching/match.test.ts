import { licence } from '@openum/testkit/case/actors.ts';
import { referred } from '@openum/testkit/case/acts.ts';
import { aPhysician, conflictWith, inState, matchingPolicy } from '@openum/testkit/case/physicians.ts';
import { zone } from '@openum/testkit/case/request.ts';
import { after, caseOf, now, received } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { addElapsed, calendarDate } from '../time/instant.ts';
import { barText, nobodyText, pickFrom, rankPhysicians } from './match.ts';
import type { Physician } from './physician.ts';
import type { Question } from './reasons.ts';

const waiting = caseOf(after(received(), referred()));
const question = (change: Partial<Question> = {}): Question => ({
  case: waiting,
  demand: inState,
  dueAt: addElapsed(now, { hours: 48 }),
  policy: matchingPolicy,
  now,
  ...change,
});
const rank = (physicians: readonly Physician[], change: Partial<Question> = {}) =>
  rankPhysicians(physicians, question(change));
const credentials = (change: Partial<NonNullable<Physician['qualification']>>): Partial<Physician> => ({
  qualification: {
    profession: 'physician',
    licences: [licence()],
    specialties: ['internalMedicine'],
    boardCertified: true,
    npi: '1770000099',
    ...change,
  },
});
const away = { absenceId: 'a', from: now, until: addElapsed(now, { hours: 72 }), recordedAt: now, recordedBy: 'A' };

describe('who may decide', () => {
  const barred: readonly [why: string, change: Partial<Physician>, text: string][] = [
    ['a nurse', credentials({ profession: 'nurse' }), 'not on file as a physician'],
    ['a licence of another state', credentials({ licences: [licence({ state: 'OH' })] }), 'licence of IL'],
    ['a restricted licence', credentials({ licences: [licence({ status: 'restricted' })] }), 'licence of IL'],
    [
      'a licence that ended yesterday',
      credentials({ licences: [licence({ expiresOn: calendarDate('2026-11-22') })] }),
      'licence of IL',
    ],
    ['the requesting provider', credentials({ npi: '1770000031' }), 'is a provider of this request'],
    [
      'a conflict with the practice by its number',
      { conflicts: [conflictWith({ identifier: '1770000031', name: 'Other words' })] },
      'declared a conflict',
    ],
    [
      'a conflict with the practice by its name alone',
      { conflicts: [conflictWith({ name: 'peoria lung clinic' })] },
      'declared a conflict',
    ],
    [
      'a conflict with the member',
      { conflicts: [conflictWith({ kind: 'member', identifier: 'PHP1000001', name: 'R. A.' })] },
      'this member',
    ],
  ];

  test.each(barred)('%s bars, and says so', (_, change, text) => {
    const [match] = rank([aPhysician('a', change)]);
    expect(match).toMatchObject({ may: false, reachable: false });
    expect(match && barText(match)).toContain(text);
  });

  test('a conflict that ended, or that is with somebody else, bars nobody', () => {
    const conflicts = [
      conflictWith({ identifier: '1770000031', endedAt: now }),
      conflictWith({ identifier: '1999999999', name: 'Another clinic' }),
    ];
    expect(rank([aPhysician('a', { conflicts })])[0]?.may).toBe(true);
  });

  test('the specialty bars only where the rule asks for it', () => {
    const wanted = {
      requirement: { ...inState.requirement, specialties: ['pulmonology'] },
      preferred: ['pulmonology'],
    };
    expect(rank([aPhysician('a')])[0]?.may).toBe(true);
    expect(rank([aPhysician('a')], { demand: wanted })[0]?.may).toBe(false);
  });

  test('a certificate of a board bars only where the rule asks for it', () => {
    const plain = aPhysician('a', credentials({ boardCertified: false }));
    const demand = { ...inState, requirement: { ...inState.requirement, boardCertified: true as const } };
    expect(rank([plain])[0]?.may).toBe(true);
    expect(rank([plain], { demand })[0]?.may).toBe(false);
  });

  test('who took part before is barred where the rule wants somebody new', () => {
    const nurseOfCase = aPhysician('nurse');
    expect(rank([nurseOfCase])[0]?.may).toBe(true);
    expect(rank([nurseOfCase], { demand: { ...inState, uninvolved: true } })[0]?.may).toBe(false);
  });
});

describe('who should decide', () => {
  test('comes first by being there, then by room, then by field, then by the share of work held', () => {
    const held = (count: number) => ({ holds: [{ caseId: 'x', items: count }] });
    const order = rank([
      aPhysician('other-state', credentials({ licences: [licence({ state: 'OH' })] })),
      aPhysician('away', { absences: [away] }),
      aPhysician('full', { ...credentials({ specialties: ['pulmonology'] }), ...held(10) }),
      aPhysician('busier', held(5)),
      aPhysician('freer', held(2)),
      aPhysician('in-field', { ...credentials({ specialties: ['pulmonology'] }), ...held(6) }),
    ]);
    expect(order.map((m) => m.userId)).toEqual(['in-field', 'freer', 'busier', 'full', 'away', 'other-state']);
  });

  test('a line with little time left weighs more than one with much', () => {
    const soon = { caseId: 'x', items: 1, dueAt: addElapsed(now, { hours: 3 }) };
    expect(rank([aPhysician('a', { holds: [soon] })])[0]?.load).toBe(3);
  });

  test('hours that begin after the deadline are as good as being away', () => {
    const weekend = { zone, days: [{ weekday: 6, from: '08:00', to: '12:00' }] };
    const availability = { hours: weekend, recordedAt: now, recordedBy: 'A' };
    const [match] = rank([aPhysician('a', { availability })]);
    expect(match).toMatchObject({ may: true, reachable: false });
  });

  test('hours that begin in good time do not put the right field behind another', () => {
    const pulmonologist = credentials({ specialties: ['pulmonology'] });
    const morning = { zone, days: [{ weekday: 2, from: '08:00', to: '17:00' }] };
    const availability = { hours: morning, recordedAt: now, recordedBy: 'A' };
    const people = [aPhysician('here'), aPhysician('tomorrow', { ...pulmonologist, availability })];
    expect(rank(people)[0]?.userId).toBe('tomorrow');
    expect(rank(people, { dueAt: addElapsed(now, { hours: 24 }) })[0]?.userId).toBe('here');
  });

  test('a cancelled absence is none', () => {
    expect(rank([aPhysician('a', { absences: [{ ...away, cancelledAt: now }] })])[0]?.reachable).toBe(true);
  });

  test('a physician who left is not asked', () => {
    expect(rank([aPhysician('a', { active: false })])).toEqual([]);
  });
});

describe('the choice', () => {
  test('passes over the one who had it', () => {
    const ranked = rank([aPhysician('a'), aPhysician('b')]);
    expect(pickFrom(ranked, 'a')?.userId).toBe('b');
  });

  test('falls on nobody when all who may are away, and says who and why', () => {
    const ranked = rank([aPhysician('a', { absences: [away] })]);
    expect(pickFrom(ranked)).toBeUndefined();
    expect(nobodyText(ranked)).toContain('Dr. a is out of office');
  });

  test('falls on nobody when nobody may, and says why for each', () => {
    const ranked = rank([
      aPhysician('a', credentials({ licences: [] })),
      aPhysician('b', credentials({ licences: [] })),
    ]);
    expect(nobodyText(ranked)).toContain('Dr. a has no active, unrestricted licence of IL');
    expect(nobodyText(ranked)).toContain('Dr. b');
    expect(nobodyText([])).toBe('no active physician is on file');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, instant } from '../time/instant.ts';
import { grantableRoles, grantProblems, type PracticeGrant, rolesOn, standsOn } from './grant.ts';

const today = calendarDate('2026-11-20');
const grant = (change: Partial<PracticeGrant> = {}): PracticeGrant => ({
  grantId: 'g1',
  to: { userId: 'dana', name: 'Dana', tenantId: 'vendor', organization: 'Vendor' },
  roles: ['utilizationReviewStaff'],
  from: today,
  grantedAt: instant('2026-11-20T15:00:00Z'),
  grantedBy: { userId: 'admin', name: 'Admin' },
  ...change,
});
const ended = { at: instant('2026-11-20T16:00:00Z'), by: { userId: 'admin', name: 'Admin' }, reason: 'Contract over.' };
const paths = (g: PracticeGrant, others: readonly PracticeGrant[] = []) =>
  grantProblems(g, 'practice', others, today).map((p) => p.path);

describe('a grant', () => {
  test('stands from its first to its last day, both included, and not once it was ended', () => {
    const g = grant({ through: addDays(today, 1) });
    expect([-1, 0, 1, 2].map((n) => standsOn(g, addDays(today, n)))).toEqual([false, true, true, false]);
    expect(standsOn({ ...g, revoked: ended }, today)).toBe(false);
  });

  test('names its problems by field', () => {
    expect(paths(grant())).toEqual([]);
    expect(paths(grant({ roles: [] }))).toEqual(['roles']);
    expect(paths(grant({ through: addDays(today, -1) }))).toEqual(['through', 'through']);
    expect(paths(grant({ to: { ...grant().to, tenantId: 'practice' } }))).toEqual(['email']);
  });

  test('of the same days for the same person is given once; after the first has ended or was taken back, again', () => {
    const later = grant({ grantId: 'g2', from: addDays(today, 5) });
    expect(paths(later, [grant()])).toEqual(['email']);
    expect(paths(later, [grant({ through: addDays(today, 4) })])).toEqual([]);
    expect(paths(later, [grant({ revoked: ended })])).toEqual([]);
  });
});

const person = fc.constantFrom('dana', 'eli');
const grants = fc.array(
  fc
    .record({
      userId: person,
      roles: fc.uniqueArray(fc.constantFrom(...grantableRoles)),
      from: fc.integer({ min: -5, max: 5 }),
      days: fc.option(fc.integer({ min: 0, max: 5 })),
      revoked: fc.boolean(),
    })
    .map(({ userId, roles, from, days, revoked }) =>
      grant({
        to: { userId, name: userId, tenantId: 'vendor', organization: 'Vendor' },
        roles,
        from: addDays(today, from),
        ...(days === null ? {} : { through: addDays(today, from + days) }),
        ...(revoked ? { revoked: ended } : {}),
      }),
    ),
);

test('nobody holds a role that no standing grant to them names', () => {
  fc.assert(
    fc.property(grants, person, (all, userId) => {
      const held = rolesOn(all, userId, today);
      const standing = all.filter((g) => g.to.userId === userId && standsOn(g, today));
      expect(held.toSorted()).toEqual([...new Set(standing.flatMap((g) => g.roles))].toSorted());
    }),
  );
});

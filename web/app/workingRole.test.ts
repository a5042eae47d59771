import { expect, test } from 'vitest';
import { chosenRole } from './workingRole.ts';

const kept = (role: string | null) => ({ getItem: () => role });
const user = { userId: 'u', roles: ['umDirector', 'clinicalReviewer'] } as const;

test('one who holds several roles works in the one chosen, or in all', () => {
  expect(chosenRole(kept('clinicalReviewer'), user)).toBe('clinicalReviewer');
  expect(chosenRole(kept(null), user)).toBeUndefined();
});

test('a role that somebody lost, or that never was, is no choice', () => {
  expect(chosenRole(kept('medicalDirector'), user)).toBeUndefined();
  expect(chosenRole(kept('queen'), user)).toBeUndefined();
  expect(chosenRole(kept('umDirector'), { ...user, roles: ['umDirector'] })).toBeUndefined();
});

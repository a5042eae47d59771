import { type Role, roles } from '@openum/domain/actor/actor.ts';
import { useSyncExternalStore } from 'react';

const keyOf = (userId: string) => `openum.workingRole.${userId}`;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The role that a person of several has chosen to work in; undefined: all of them at once. */
export const chosenRole = (
  storage: Pick<Storage, 'getItem'>,
  user: { readonly userId: string; readonly roles: readonly Role[] },
): Role | undefined => {
  const kept = storage.getItem(keyOf(user.userId));
  const role = roles.find((r) => r === kept);
  // A role that was taken away is no choice any more.
  return role !== undefined && user.roles.length > 1 && user.roles.includes(role) ? role : undefined;
};

export const chooseRole = (userId: string, role: Role | undefined): void => {
  if (role === undefined) localStorage.removeItem(keyOf(userId));
  else localStorage.setItem(keyOf(userId), role);
  for (const listener of listeners) listener();
};

type User = Parameters<typeof chosenRole>[1];

/**
 * Roles whose pages are shown. It arranges the desk and gives or takes no right: what somebody may do follows from all of their
 * roles, whichever they work in.
 */
export const rolesShown = (user: User): readonly Role[] => {
  const chosen = chosenRole(localStorage, user);
  return chosen === undefined ? user.roles : [chosen];
};

export const useWorkingRole = (user: User): Role | undefined =>
  useSyncExternalStore(subscribe, () => chosenRole(localStorage, user));

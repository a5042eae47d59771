import type { Role } from '@openum/domain/actor/actor.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import { refusalProblem } from '../problem/problem.ts';
import type { SignedIn } from './session.ts';

/** Ends the request unless the person holds one of these roles. */
export const assertHolds = (me: SignedIn, roles: readonly Role[]): void => {
  if (!me.user.roles.some((r) => roles.includes(r))) throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
};

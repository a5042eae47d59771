import type { Casework } from '@openum/casework/casework.ts';
import { receiptsOf } from '@openum/casework/clock/receipts.ts';
import type { User } from '@openum/casework/port/identity.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';

export type Teller = { readonly casework: Casework; readonly notifications: Notifications };

export const activeUsers = async ({ casework }: Teller, scope: Scope): Promise<readonly User[]> =>
  (await casework.identity.users(scope)).filter((u) => u.active);

export const withAnyRole = (users: readonly User[], roles: readonly Role[]): readonly User[] =>
  users.filter((u) => u.roles.some((r) => roles.includes(r)));

/**
 * Tells people once of something that happened on a case, under its earliest hard clock; `stepId` tells one occasion from the next.
 * False when it was told before, or when no hard clock runs and there is no deadline to save.
 */
export const tellOfCase = async (
  { casework, notifications }: Teller,
  scope: Scope,
  caseId: string,
  state: Case,
  stepId: string,
  to: readonly User[],
): Promise<boolean> => {
  const { environment, knowledge } = casework;
  const now = environment.now();
  const clock = earliestHard(receiptsOf(state, knowledge, now));
  if (!clock) return false;
  const { clockId, ruleId, dueAt } = clock;
  return notifications.raise(
    scope,
    { caseId, clockId, stepId, ruleId, dueAt, alarmAt: now, raisedAt: now, late: false },
    to.map(({ userId }) => ({ userId, notificationId: environment.newId() })),
  );
};

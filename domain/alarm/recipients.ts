import type { Role } from '../actor/actor.ts';
import type { Alarm, AlarmPolicy, Audience } from './alarm.ts';

export type Recipient = { readonly userId: string; readonly roles: readonly Role[]; readonly active: boolean };

/** Whom an alarm goes to, each once. A case that nobody has, or whose owner has left, is the lead's from the first step on. */
export const recipientsOf = (
  alarm: Pick<Alarm, 'audience'>,
  policy: AlarmPolicy,
  users: readonly Recipient[],
  ownerId: string | undefined,
): readonly string[] => {
  const active = users.filter((u) => u.active);
  const owner = active.filter((u) => u.userId === ownerId);
  const inRole = (audience: Exclude<Audience, 'owner'>) =>
    active.filter((u) => u.roles.some((r) => policy.roles[audience].includes(r)));
  const found = alarm.audience.flatMap((a) => {
    if (a !== 'owner') return inRole(a);
    return owner.length > 0 ? owner : inRole('lead');
  });
  return [...new Set(found.map((u) => u.userId))];
};

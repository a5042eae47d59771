import { refuse } from '@openum/domain/case/refusal.ts';
import type { Act, Acting } from './act.ts';

/** An assignment to somebody who works here. */
export const assignOf = async (act: Extract<Act, { type: 'Assign' }>, acting: Acting) => {
  const to = await acting.casework.identity.user({ tenantId: acting.tenant.tenantId }, act.toUserId);
  if (!to?.active) return refuse('fieldInvalid', { field: 'toUserId', problem: 'there is no such active user' });
  return {
    type: 'Assign',
    to: { userId: to.userId, name: to.name },
    ...(act.reason ? { reason: act.reason } : {}),
  } as const;
};

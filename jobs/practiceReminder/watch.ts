import type { Casework } from '@openum/casework/casework.ts';
import { mailReminders } from '@openum/casework/practice/reminder/mail.ts';
import { watchTasks } from '@openum/casework/practice/reminder/watch.ts';

/**
 * One look at the tasks of every practice: who must be told is told, in the product and by mail. Any number of processes may do this
 * at once. A practice that fails holds up no other. Returns how many were told.
 */
export const sweepReminders = async (
  casework: Casework,
  onFailure: (tenantId: string, error: unknown) => void,
): Promise<number> => {
  let told = 0;
  for (const practice of await casework.identity.tenants()) {
    if (practice.kind !== 'practice') continue;
    try {
      const now = casework.environment.now();
      const { raised, stands } = await watchTasks(casework, practice, now);
      await mailReminders(casework, practice, now, stands);
      told += raised.length;
    } catch (error) {
      onFailure(practice.tenantId, error);
    }
  }
  return told;
};

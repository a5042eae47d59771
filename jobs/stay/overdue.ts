import type { Casework } from '@openum/casework/casework.ts';
import type { CensusEntry } from '@openum/casework/port/census.ts';
import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { AlarmPolicy } from '@openum/domain/alarm/alarm.ts';
import { recipientsOf } from '@openum/domain/alarm/recipients.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';

export type StayWatch = {
  readonly casework: Casework;
  readonly notifications: Notifications;
  readonly policy: AlarmPolicy;
};

const pageSize = 100;

/** A next review is no clock of a rule: it has one name of its own, and its moment tells one review from the next. */
const clockId = 'nextReview';

const raise = async (
  { casework, notifications, policy }: StayWatch,
  { tenantId }: Tenant,
  entry: CensusEntry,
  users: readonly User[],
  now: Instant,
): Promise<boolean> => {
  const dueAt = entry.stay.reviewDueAt;
  if (dueAt === undefined) return false;
  const to = recipientsOf({ audience: ['owner', 'lead'] }, policy, users, entry.case.assigneeUserId);
  return notifications.raise(
    { tenantId },
    {
      caseId: entry.case.caseId,
      clockId,
      stepId: `reviewOverdue.${dueAt}`,
      ruleId: 'Next review of the stay',
      dueAt,
      alarmAt: dueAt,
      raisedAt: now,
      late: now > addElapsed(dueAt, { minutes: policy.lateAfterMinutes }),
    },
    to.map((userId) => ({ userId, notificationId: casework.environment.newId() })),
  );
};

/**
 * One look at the census of every plan: the owner and the lead are told once of each next review that nobody has begun by its
 * moment, the longest overdue first. Days that already wait for a decision have clocks, which raise alarms of their own.
 */
export const sweepReviews = async (
  watch: StayWatch,
  onFailure: (caseId: string, error: unknown) => void,
): Promise<number> => {
  const { census, environment, identity } = watch.casework;
  const now = environment.now();
  let raised = 0;
  for (const tenant of await identity.tenants()) {
    if (tenant.kind !== 'plan') continue;
    const scope = { tenantId: tenant.tenantId };
    const users = await identity.users(scope);
    let after: string | undefined;
    do {
      const page = await census.page(scope, { review: 'due', dueBefore: now }, after, pageSize);
      for (const entry of page.rows) {
        try {
          if (await raise(watch, tenant, entry, users, now)) raised += 1;
        } catch (error) {
          onFailure(entry.case.caseId, error);
        }
      }
      after = page.next;
    } while (after !== undefined);
  }
  return raised;
};

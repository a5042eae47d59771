import type { Casework } from '@openum/casework/casework.ts';
import type { ListedAppeal } from '@openum/casework/port/appeals.ts';
import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { AlarmPolicy } from '@openum/domain/alarm/alarm.ts';
import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';

export type AppealWatch = {
  readonly casework: Casework;
  readonly notifications: Notifications;
  readonly policy: AlarmPolicy;
};

const pageSize = 100;

/** Where a moment comes that no clock of the plan holds: an answer from outside, or the end of care that goes on. */
const watched: readonly AppealStatus[] = [
  'withExternalBody',
  'upheld',
  'partiallyOverturned',
  'dismissed',
  'withdrawn',
];

const stepOf = ({ status }: ListedAppeal): string => (status === 'withExternalBody' ? 'answerOverdue' : 'aidEnds');

const raise = async (
  { casework, notifications, policy }: AppealWatch,
  { tenantId }: Tenant,
  row: ListedAppeal,
  desk: readonly User[],
  now: Instant,
): Promise<boolean> => {
  const { dueAt, appealId } = row;
  if (dueAt === undefined) return false;
  return notifications.raise(
    { tenantId },
    {
      caseId: row.caseId,
      // No clock of a rule: the appeal names it, and its moment tells one occasion from the next.
      clockId: appealId,
      stepId: `${stepOf(row)}.${dueAt}`,
      ruleId: `${row.levelName} ${row.number}`,
      dueAt,
      alarmAt: dueAt,
      raisedAt: now,
      late: now > addElapsed(dueAt, { minutes: policy.lateAfterMinutes }),
    },
    desk.map(({ userId }) => ({ userId, notificationId: casework.environment.newId() })),
  );
};

/**
 * One look at the appeals of every plan: the appeals desk is told once when reviewers outside are past their time, and when care that
 * went on for an appeal may end. Neither is a deadline of the plan, and neither decides anything.
 */
export const sweepAppeals = async (
  watch: AppealWatch,
  onFailure: (caseId: string, error: unknown) => void,
): Promise<number> => {
  const { appeals, environment, identity } = watch.casework;
  const now = environment.now();
  let raised = 0;
  for (const tenant of await identity.tenants()) {
    if (tenant.kind !== 'plan') continue;
    const scope = { tenantId: tenant.tenantId };
    const desk = (await identity.users(scope)).filter((u) => u.active && u.roles.includes('appealsCoordinator'));
    let after: string | undefined;
    do {
      const page = await appeals.page(scope, { status: watched, dueBefore: now }, after, pageSize);
      for (const row of page.rows) {
        try {
          if (await raise(watch, tenant, row, desk, now)) raised += 1;
        } catch (error) {
          onFailure(row.caseId, error);
        }
      }
      after = page.next;
    } while (after !== undefined);
  }
  return raised;
};

import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { receiptsOf } from '@openum/casework/clock/receipts.ts';
import type { ClockList } from '@openum/casework/port/clockList.ts';
import type { User } from '@openum/casework/port/identity.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type AlarmPolicy, alarmKey, alarmsDue } from '@openum/domain/alarm/alarm.ts';
import { recipientsOf } from '@openum/domain/alarm/recipients.ts';

export type AlarmPorts = {
  readonly casework: Casework;
  readonly clocks: ClockList;
  readonly notifications: Notifications;
  readonly policy: AlarmPolicy;
};

const mostPerTurn = 100;

const raiseOnCase = async (
  { casework, notifications, policy }: AlarmPorts,
  scope: Scope,
  caseId: string,
  users: readonly User[],
): Promise<number> => {
  const { cases, environment, knowledge } = casework;
  const loaded = await loadCase(cases, scope, caseId);
  if (!loaded) return 0;
  const now = environment.now();
  const before = new Set((await notifications.raisedOf(scope, caseId)).map((a) => alarmKey(a.clockId, a.stepId)));
  let raised = 0;
  for (const alarm of alarmsDue(receiptsOf(loaded.state, knowledge, now), policy, now, before)) {
    const { audience: _, ...what } = alarm;
    const to = recipientsOf(alarm, policy, users, loaded.state.assignee?.userId);
    const written = await notifications.raise(
      scope,
      { ...what, caseId, raisedAt: now },
      to.map((userId) => ({ userId, notificationId: environment.newId() })),
    );
    if (written) raised += 1;
  }
  return raised;
};

/**
 * One look at the clocks of every plan: raises each step of the alarm plan once, the longest overdue first, and marks what is late.
 * Safe in several processes, after any stop, and when the time is set back: what was raised is kept. Returns how many were.
 * A case that fails goes into `setAside` and is tried again once the others are done.
 */
export const sweepAlarms = async (
  ports: AlarmPorts,
  setAside: Set<string>,
  onFailure: (caseId: string, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const { casework, clocks, policy } = ports;
  const now = casework.environment.now();
  let raised = 0;
  let looked = 0;
  for (const { tenantId, kind } of await casework.identity.tenants()) {
    if (kind !== 'plan') continue;
    const scope = { tenantId };
    const reached = await clocks.alarming(scope, policy.steps, now, limit + setAside.size);
    const found = reached.filter((caseId) => !setAside.has(caseId)).slice(0, limit);
    looked += found.length;
    if (found.length === 0) continue;
    const users = await casework.identity.users(scope);
    for (const caseId of found) {
      try {
        raised += await raiseOnCase(ports, scope, caseId, users);
      } catch (error) {
        setAside.add(caseId);
        onFailure(caseId, error);
      }
    }
  }
  if (looked === 0) setAside.clear();
  return raised;
};

import type { Notification, Notifications } from '@openum/casework/port/notifications.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { alarmKey } from '@openum/domain/alarm/alarm.ts';
import { compareText, perTenant } from './tenants.ts';

type Kept = Omit<Notification, 'caseNumber'> & { readonly userId: string };

export const memoryNotifications = (rowsOf: (scope: Scope) => readonly CaseRows[]): Notifications => {
  const tenant = perTenant(() => ({
    raised: new Map<string, { readonly caseId: string; readonly clockId: string; readonly stepId: string }>(),
    told: new Map<string, Kept>(),
  }));
  const ofUser = (scope: Scope, userId: string): Kept[] =>
    [...tenant(scope).told.values()].filter((n) => n.userId === userId);
  return {
    raise: async (scope, alarm, to) => {
      const t = tenant(scope);
      if (!rowsOf(scope).some((r) => r.case.caseId === alarm.caseId)) throw new Error('rule clock_alarm_case');
      const key = `${alarm.caseId} ${alarmKey(alarm.clockId, alarm.stepId)}`;
      if (t.raised.has(key)) return false;
      const { caseId, clockId, stepId } = alarm;
      t.raised.set(key, { caseId, clockId, stepId });
      for (const { notificationId, userId } of to)
        t.told.set(notificationId, structuredClone({ ...alarm, notificationId, userId }));
      return true;
    },
    raisedOf: async (scope, caseId) =>
      [...tenant(scope).raised.values()]
        .filter((a) => a.caseId === caseId)
        .map(({ clockId, stepId }) => ({ clockId, stepId }))
        .sort((a, b) => compareText(a.clockId, b.clockId) || compareText(a.stepId, b.stepId)),
    ofUser: async (scope, userId, limit) => {
      const numbers = new Map(rowsOf(scope).map((r) => [r.case.caseId, r.case.caseNumber]));
      const mine = ofUser(scope, userId);
      return {
        rows: mine
          .sort((a, b) => compareText(b.raisedAt, a.raisedAt) || compareText(b.notificationId, a.notificationId))
          .slice(0, limit)
          .map(({ userId: _, ...n }) => ({ ...n, caseNumber: numbers.get(n.caseId) ?? '' })),
        unread: mine.filter((n) => n.readAt === undefined).length,
      };
    },
    markRead: async (scope, userId, notificationIds, at) => {
      for (const n of ofUser(scope, userId))
        if (n.readAt === undefined && notificationIds.includes(n.notificationId))
          tenant(scope).told.set(n.notificationId, { ...n, readAt: at });
    },
  };
};

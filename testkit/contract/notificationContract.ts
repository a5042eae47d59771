import type { ClockList } from '@openum/casework/port/clockList.ts';
import type { RaisedAlarm } from '@openum/casework/port/notifications.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import type { ClockListPorts } from './clockListContract.ts';
import { appendOf, at, caseRow, caseRows } from './samples.ts';

const started = at('2026-11-20T10:00:00.000Z');
const due = at('2026-11-20T20:00:00.000Z');
const raisedAt = at('2026-11-20T15:00:30.000Z');

const alarm = (caseId: string, change: Partial<RaisedAlarm> = {}): RaisedAlarm => ({
  caseId,
  clockId: 'clock-1',
  stepId: 'half',
  ruleId: 'MA-PRE-EXP',
  dueAt: due,
  alarmAt: at('2026-11-20T15:00:00.000Z'),
  raisedAt,
  late: false,
  ...change,
});

export const notificationContract = (name: string, store: () => ClockListPorts, fresh: Fresh<string>): void => {
  const write = (tenantId: string, caseId: string) => {
    const rows = caseRows(caseRow(caseId));
    const clocks = rows.clocks.map((k) => ({ ...k, clockId: 'clock-1', startedAt: started, dueAt: due }));
    return store().cases.append({ tenantId }, appendOf(caseId, 0, { rows: { ...rows, clocks } }));
  };
  const idsOf = async (tenantId: string, userId: string, limit = 9) =>
    (await store().notifications.ofUser({ tenantId }, userId, limit)).rows.map((n) => n.notificationId);

  describe(`${name}: notifications`, () => {
    test('are raised once for each clock and step, whoever tries again', async () => {
      const { notifications } = store();
      const tenantId = fresh();
      await write(tenantId, 'c-1');
      const raise = (notificationId: string) =>
        notifications.raise({ tenantId }, alarm('c-1'), [{ notificationId, userId: 'u-1' }]);
      expect((await Promise.all(['n-1', 'n-2', 'n-3'].map(raise))).filter(Boolean)).toHaveLength(1);
      expect(await raise('n-4')).toBe(false);
      expect(await idsOf(tenantId, 'u-1')).toHaveLength(1);
      expect(await notifications.raisedOf({ tenantId }, 'c-1')).toEqual([{ clockId: 'clock-1', stepId: 'half' }]);
    });

    test('keep a step as raised when there was nobody to tell', async () => {
      const { notifications } = store();
      const tenantId = fresh();
      await write(tenantId, 'c-1');
      expect(await notifications.raise({ tenantId }, alarm('c-1'), [])).toBe(true);
      expect(await notifications.raise({ tenantId }, alarm('c-1'), [])).toBe(false);
    });

    test('are listed newest first for their own reader, with the case number, and counted while unread', async () => {
      const { notifications } = store();
      const [mine, other] = [fresh(), fresh()];
      await write(mine, 'c-1');
      await write(other, 'c-1');
      const to = (id: string, userId = 'u-1') => [{ notificationId: id, userId }];
      await notifications.raise({ tenantId: mine }, alarm('c-1'), to('n-1'));
      const second = { stepId: 'nineTenths', raisedAt: addElapsed(raisedAt, { hours: 4 }), late: true };
      await notifications.raise({ tenantId: mine }, alarm('c-1', second), [...to('n-2'), ...to('n-3', 'u-2')]);
      await notifications.raise({ tenantId: other }, alarm('c-1'), to('n-4'));
      const { rows, unread } = await notifications.ofUser({ tenantId: mine }, 'u-1', 9);
      expect(rows).toEqual([
        { ...alarm('c-1', second), notificationId: 'n-2', caseNumber: 'N-c-1' },
        { ...alarm('c-1'), notificationId: 'n-1', caseNumber: 'N-c-1' },
      ]);
      expect(unread).toBe(2);
      expect((await notifications.ofUser({ tenantId: mine }, 'u-1', 1)).unread).toBe(2);
    });

    test('are marked read by their own reader only, and keep the time of the first reading', async () => {
      const { notifications } = store();
      const tenantId = fresh();
      await write(tenantId, 'c-1');
      await notifications.raise({ tenantId }, alarm('c-1'), [{ notificationId: 'n-1', userId: 'u-1' }]);
      const read = (userId: string, hours: number) =>
        notifications.markRead({ tenantId }, userId, ['n-1'], addElapsed(raisedAt, { hours }));
      await read('u-2', 1);
      expect((await notifications.ofUser({ tenantId }, 'u-1', 9)).unread).toBe(1);
      await read('u-1', 2);
      await read('u-1', 3);
      const { rows, unread } = await notifications.ofUser({ tenantId }, 'u-1', 9);
      expect([rows[0]?.readAt, unread]).toEqual([addElapsed(raisedAt, { hours: 2 }), 0]);
    });
  });

  describe(`${name}: clocks that near their end`, () => {
    const marks = [
      { id: 'half', share: 0.5 },
      { id: 'hour', hoursBefore: 1 },
      { id: 'day', hoursBefore: 24 },
    ];
    const alarming = (tenantId: string, now: Parameters<ClockList['alarming']>[2], limit = 9) =>
      store().clockList.alarming({ tenantId }, marks, now, limit);

    test('are found from the moment of a mark on, until it is raised, and then at the next mark', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1');
      expect(await alarming(tenantId, at('2026-11-20T14:59:59.999Z'))).toEqual([]);
      expect(await alarming(tenantId, at('2026-11-20T15:00:00.000Z'))).toEqual(['c-1']);
      await store().notifications.raise({ tenantId }, alarm('c-1'), []);
      expect(await alarming(tenantId, at('2026-11-20T18:59:59.999Z'))).toEqual([]);
      expect(await alarming(tenantId, at('2026-11-20T19:00:00.000Z'))).toEqual(['c-1']);
    });

    test('come longest overdue first, each case once, at most so many', async () => {
      const tenantId = fresh();
      for (const id of ['c-1', 'c-2', 'c-3']) await write(tenantId, id);
      await store().notifications.raise({ tenantId }, alarm('c-1'), []);
      const late = at('2026-11-21T00:00:00.000Z');
      expect(await alarming(tenantId, late)).toEqual(['c-2', 'c-3', 'c-1']);
      expect(await alarming(tenantId, late, 2)).toEqual(['c-2', 'c-3']);
    });
  });
};

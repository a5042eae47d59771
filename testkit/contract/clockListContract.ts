import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ClockList } from '@openum/casework/port/clockList.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { ClockRow } from '@openum/casework/projection/rows.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseRow, caseRows, clockRow } from './samples.ts';

export type ClockListPorts = {
  readonly cases: CaseStore;
  readonly clockList: ClockList;
  readonly notifications: Notifications;
};

const due = at('2026-11-20T15:00:00.000Z');
const later = addElapsed(due, { hours: 1 });

const clockOf = (clockId: string, change: Partial<ClockRow> = {}): ClockRow =>
  clockRow({
    clockId,
    ruleId: 'MA-PRE-STD-PA',
    startedAt: at('2026-11-13T15:00:00.000Z'),
    dueAt: due,
    ...change,
  });

export const clockListContract = (name: string, store: () => ClockListPorts, fresh: Fresh<string>): void => {
  const write = (tenantId: string, caseId: string, clocks: readonly ClockRow[], events?: readonly RecordedEvent[]) =>
    store().cases.append(
      { tenantId },
      appendOf(caseId, 0, {
        rows: { ...caseRows(caseRow(caseId, { version: events?.length ?? 1 })), clocks },
        ...(events ? { events } : {}),
      }),
    );
  const missed = async (tenantId: string, now = later, limit = 9) =>
    (await store().clockList.missed({ tenantId }, now, limit)).map((k) => `${k.caseId} ${k.clockId} ${k.dueAt}`);

  describe(`${name}: clocks that were missed`, () => {
    test('come oldest first, at most so many, and only those of the tenant', async () => {
      const [mine, other] = [fresh(), fresh()];
      await write(mine, 'c-2', [clockOf('k', { dueAt: addElapsed(due, { seconds: -5 }) })]);
      await write(mine, 'c-1', [clockOf('k'), clockOf('a')]);
      await write(other, 'c-3', [clockOf('k')]);
      const oldest = 'c-2 k 2026-11-20T14:59:55.000Z';
      expect(await missed(mine)).toEqual([oldest, `c-1 a ${due}`, `c-1 k ${due}`]);
      expect(await missed(mine, later, 1)).toEqual([oldest]);
    });

    test('are not those due at this very moment, met, superseded, or that bind nobody', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [
        clockOf('met', { metAt: due }),
        clockOf('superseded', { superseded: true }),
        clockOf('soft', { hard: false }),
        clockOf('open'),
      ]);
      expect(await missed(tenantId, due)).toEqual([]);
      expect(await missed(tenantId)).toEqual([`c-1 open ${due}`]);
    });

    test('are not those of which the log says so already', async () => {
      const tenantId = fresh();
      const noted: RecordedEvent = {
        type: 'DeadlineMissed',
        data: {
          clockId: 'noted',
          ruleId: 'MA-PRE-STD-PA',
          citation: '42 CFR 422.568(f)',
          lapseEffect: 'adverse',
          dueAt: due,
          notedAt: later,
          lateBySeconds: 3600,
          itemSequences: [1],
        },
        actor: { kind: 'system', component: 'clock' },
        occurredAt: later,
        recordedAt: later,
      };
      await write(tenantId, 'c-1', [clockOf('noted'), clockOf('open')], [noted]);
      expect(await missed(tenantId)).toEqual([`c-1 open ${due}`]);
    });
  });
};

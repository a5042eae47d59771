import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Outbox } from '@openum/casework/port/outbox.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseRow, caseRows } from './samples.ts';

export type OutboxPorts = { readonly cases: CaseStore; readonly outbox: Outbox };

/** Work of all tenants lies in one outbox: each test works it off before it ends. */
export const outboxContract = (name: string, store: () => OutboxPorts, fresh: Fresh<string>): void => {
  const now = at('2026-11-20T15:00:00.000Z');
  const write = async (tenantId: string, outboxId: string, changedAt = now) => {
    const row = caseRow(outboxId, { changedAt });
    const entry = { outboxId, topic: 'notices.due' as const, caseId: outboxId };
    return store().cases.append({ tenantId }, appendOf(outboxId, 0, { rows: caseRows(row), outbox: [entry] }));
  };

  describe(`${name}: the outbox`, () => {
    test('gives the work of all tenants, oldest first, when it is due', async () => {
      const { outbox } = store();
      const [a, b] = [fresh(), fresh()];
      await write(a, 'second', addElapsed(now, { seconds: 1 }));
      await write(b, 'first');
      await write(a, 'future', addElapsed(now, { hours: 1 }));
      expect(await outbox.take(addElapsed(now, { seconds: -1 }), 9, 60)).toEqual([]);
      expect(await outbox.take(addElapsed(now, { seconds: 1 }), 9, 60)).toEqual([
        { outboxId: 'first', tenantId: b, topic: 'notices.due', caseId: 'first', attempts: 1 },
        { outboxId: 'second', tenantId: a, topic: 'notices.due', caseId: 'second', attempts: 1 },
      ]);
      expect((await outbox.take(addElapsed(now, { hours: 1 }), 1, 60)).map((e) => e.outboxId)).toEqual(['first']);
      for (const [t, o] of [
        [a, 'second'],
        [b, 'first'],
        [a, 'future'],
      ] as const)
        await outbox.done(t, o);
      expect(await outbox.take(addElapsed(now, { hours: 9 }), 9, 60)).toEqual([]);
    });

    test('hides what is taken until the lease ends, and then counts another attempt', async () => {
      const { outbox } = store();
      const tenantId = fresh();
      await write(tenantId, 'o1');
      expect(await outbox.take(now, 9, 60)).toHaveLength(1);
      expect(await outbox.take(addElapsed(now, { seconds: 59 }), 9, 60)).toEqual([]);
      expect(await outbox.take(addElapsed(now, { seconds: 60 }), 9, 60)).toMatchObject([{ attempts: 2 }]);
      await outbox.failed(tenantId, 'o1', addElapsed(now, { hours: 2 }), 'printer is out of paper');
      expect(await outbox.take(addElapsed(now, { hours: 1 }), 9, 60)).toEqual([]);
      expect(await outbox.take(addElapsed(now, { hours: 2 }), 9, 60)).toMatchObject([{ attempts: 3 }]);
      await outbox.done(tenantId, 'o1');
    });

    test('gives each piece of work to one of several takers', async () => {
      const { outbox } = store();
      const tenantId = fresh();
      const ids = Array.from({ length: 12 }, (_, i) => `o${i}`);
      for (const id of ids) await write(tenantId, id);
      const taken = (await Promise.all([1, 2, 3, 4].map(() => outbox.take(now, 12, 60)))).flat();
      expect(taken.map((e) => e.outboxId).sort()).toEqual([...ids].sort());
      for (const id of ids) await outbox.done(tenantId, id);
    });

    test('has nothing of an append that was refused', async () => {
      const { outbox } = store();
      const tenantId = fresh();
      await write(tenantId, 'o1');
      await outbox.done(tenantId, 'o1');
      expect((await write(tenantId, 'o1')).kind).toBe('conflict');
      expect(await outbox.take(addElapsed(now, { hours: 9 }), 9, 60)).toEqual([]);
    });
  });
};

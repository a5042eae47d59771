import type { Arrivals } from '@openum/casework/port/arrivals.ts';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { CaseRow, ItemRow, TaskRow } from '@openum/casework/projection/rows.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, approvedItem, at, bytes, caseRow, caseRows, messageOf, pendedItem } from './samples.ts';

export type ArrivalPorts = { readonly cases: CaseStore; readonly arrivals: Arrivals };

const message = (id: string, minute: number, channel: 'pas' | 'fax' = 'pas') => {
  const { identifier: _, ...m } = messageOf(id);
  return { ...m, channel, receivedAt: at(`2026-11-20T14:${String(minute).padStart(2, '0')}:00.000Z`) };
};

const task = (stepId: string, title = stepId): TaskRow => ({ stepId, title, role: 'umCoordinator' });
const by = { userId: 'user-1', name: 'Cleo Ordinator' };
const later = at('2026-11-20T16:00:00.000Z');

export const arrivalContract = (name: string, store: () => ArrivalPorts, fresh: Fresh<string>): void => {
  const own = () => ({ ...store(), scope: { tenantId: fresh() } });

  /** A case that came by a message of its own; `minute` is when. */
  const taken = async (
    { cases, scope }: ReturnType<typeof own>,
    id: string,
    minute: number,
    row: Partial<CaseRow> = {},
    items: readonly ItemRow[] = [pendedItem],
    tasks: readonly TaskRow[] = [],
  ) =>
    cases.append(
      scope,
      appendOf(id, 0, {
        rows: caseRows(caseRow(id, row), { items, tasks }),
        message: { ...message(`m-${id}`, minute), answer: bytes('answer') },
      }),
    );

  describe(`${name}: the intake list`, () => {
    test('holds every message, newest first, with what has become of it', async () => {
      const mine = own();
      const { cases, arrivals, scope } = mine;
      await taken(mine, 'new', 1);
      await taken(mine, 'owned', 2, { status: 'clinicalReview', assigneeUserId: 'u', assigneeName: 'Grace' });
      await taken(
        mine,
        'twice',
        3,
        {},
        [pendedItem],
        [task('completeRequest'), task('settleDuplicate', 'Same as N-new')],
      );
      await taken(mine, 'short', 4, {}, [pendedItem], [task('completeRequest', 'Ask for: the order')]);
      await taken(mine, 'free', 5, { status: 'determined', queue: 'none' }, [{ ...pendedItem, status: 'notRequired' }]);
      await taken(mine, 'done', 6, { status: 'determined', queue: 'none' }, [approvedItem]);
      await taken(mine, 'void', 7, { status: 'voided', queue: 'none' }, [pendedItem], [task('settleDuplicate')]);
      await cases.keepMessage(scope, {
        ...message('m-bad', 8),
        answer: bytes('no'),
        outcome: 'rejected',
        summary: { senderName: 'Lakeview', memberName: 'Ödman, Eva', problems: ['No member has this number.'] },
      });
      await cases.keepMessage(scope, { ...message('m-fax', 9, 'fax'), answer: bytes(''), outcome: 'waiting' });

      const { rows } = await arrivals.page(scope, {}, undefined, 20);
      expect(rows.map((r) => [r.messageId, r.state])).toEqual([
        ['m-fax', 'waiting'],
        ['m-bad', 'rejected'],
        ['m-void', 'closed'],
        ['m-done', 'decided'],
        ['m-free', 'notRequired'],
        ['m-short', 'incomplete'],
        ['m-twice', 'possibleDuplicate'],
        ['m-owned', 'routed'],
        ['m-new', 'new'],
      ]);
      expect(rows[1]).toMatchObject({ senderName: 'Lakeview', missing: ['No member has this number.'] });
      expect(rows[1]).not.toHaveProperty('caseId');
      expect(rows[5]).toMatchObject({ caseId: 'short', caseNumber: 'N-short', missing: ['Ask for: the order'] });
      expect(rows[7]).toMatchObject({ ownerName: 'Grace', memberName: 'Núñez, Ana', urgency: 'standard' });
      expect(await arrivals.counts(scope, {})).toEqual(Object.fromEntries(rows.map((r) => [r.state, 1])));
    });

    test('is filtered by state, channel, time, member and number', async () => {
      const mine = own();
      const { cases, arrivals, scope } = mine;
      await taken(mine, 'a', 1);
      await cases.keepMessage(scope, {
        ...message('m-fax', 9, 'fax'),
        answer: bytes(''),
        outcome: 'waiting',
        summary: { memberName: 'Ödman, Eva', memberNumber: 'M7', problems: [] },
      });
      const ids = async (filter: Parameters<Arrivals['page']>[1]) =>
        (await arrivals.page(scope, filter, undefined, 9)).rows.map((r) => r.messageId);
      expect(await ids({ state: ['waiting', 'rejected'] })).toEqual(['m-fax']);
      expect(await ids({ channel: ['pas'] })).toEqual(['m-a']);
      expect(await ids({ receivedFrom: at('2026-11-20T14:05:00.000Z') })).toEqual(['m-fax']);
      expect(await ids({ text: 'odm' })).toEqual(['m-fax']);
      expect(await ids({ text: 'nunez' })).toEqual(['m-a']);
      expect(await ids({ text: 'm7' })).toEqual(['m-fax']);
      expect(await ids({ text: 'N-a' })).toEqual(['m-a']);
      expect(await ids({ text: 'xyz' })).toEqual([]);
      expect(await arrivals.counts(scope, { channel: ['fax'] })).toEqual({ waiting: 1 });
    });

    test('comes in pages without gaps, also where moments are equal', async () => {
      const { cases, arrivals, scope } = own();
      for (const id of ['m1', 'm2', 'm3', 'm4', 'm5'])
        await cases.keepMessage(scope, { ...message(id, 1), answer: bytes(''), outcome: 'waiting' });
      const seen: string[] = [];
      let next: string | undefined;
      do {
        const page = await arrivals.page(scope, {}, next, 2);
        seen.push(...page.rows.map((r) => r.messageId));
        next = page.next;
      } while (next);
      expect(seen).toEqual(['m5', 'm4', 'm3', 'm2', 'm1']);
    });

    test('keeps how a message was settled, once', async () => {
      const mine = own();
      const { cases, arrivals, scope } = mine;
      await taken(mine, 'a', 1);
      for (const id of ['m1', 'm2'])
        await cases.keepMessage(scope, { ...message(id, 2), answer: bytes(''), outcome: 'rejected' });
      const entered = { messageId: 'm1', kind: 'entered', caseId: 'a', by, at: later } as const;
      expect(await arrivals.settle(scope, entered)).toBe(true);
      expect(await arrivals.settle(scope, { ...entered, kind: 'entered' })).toBe(false);
      const dismissed = { messageId: 'm2', kind: 'dismissed', reason: 'A test message.', by, at: later } as const;
      expect(await arrivals.settle(scope, dismissed)).toBe(true);
      expect(await arrivals.one(scope, 'm1')).toMatchObject({
        state: 'entered',
        settled: { kind: 'entered', caseId: 'a', by, at: later },
      });
      expect((await arrivals.one(scope, 'm2'))?.settled).toEqual({
        kind: 'dismissed',
        reason: 'A test message.',
        by,
        at: later,
      });
    });

    test('takes a message whose words no database could hold', async () => {
      const { cases, arrivals, scope } = own();
      const summary = { senderName: 'A\0B\ud800', memberName: 'x'.repeat(5000), problems: ['\0'] };
      await cases.keepMessage(scope, { ...message('m1', 1), answer: bytes(''), outcome: 'rejected', summary });
      const row = await arrivals.one(scope, 'm1');
      expect(row).toMatchObject({ senderName: 'AB\ufffd', memberName: 'x'.repeat(300), missing: [''] });
    });

    test('is the own of each organization', async () => {
      const { cases, arrivals, scope } = own();
      await cases.keepMessage(scope, { ...message('m1', 1), answer: bytes(''), outcome: 'waiting' });
      const other = { tenantId: fresh() };
      expect(await arrivals.page(other, {}, undefined, 9)).toEqual({ rows: [] });
      expect(await arrivals.one(other, 'm1')).toBeUndefined();
      expect(await arrivals.counts(other, {})).toEqual({});
    });
  });
};

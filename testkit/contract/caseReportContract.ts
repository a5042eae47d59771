import type {
  CaseListFilter,
  CaseReports,
  LineFilter,
  ListPage,
  TalkFilter,
} from '@openum/casework/port/caseReports.ts';
import type { CaseRow, ItemRow } from '@openum/casework/projection/rows.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import type { DialPorts } from './dialLogContract.ts';
import type { ReportPorts } from './reportContract.ts';
import { appendOf, approvedItem, at, caseRow, caseRows, deniedItem, noteAdded, on, pendedItem } from './samples.ts';

const now = at('2026-11-22T18:00:00.000Z');
const endOfToday = at('2026-11-23T06:00:00.000Z');
const week = { from: on('2026-11-16'), before: on('2026-11-23') };

const decided = (item: ItemRow, day: string, change: Partial<ItemRow> = {}): ItemRow => ({
  ...item,
  firstOutcome: item.status === 'denied' ? 'denied' : 'approved',
  firstDecidedAt: at(`${day}T15:00:00.000Z`),
  firstDecidedOn: on(day),
  ...change,
});

const talk = (type: string, occurredAt: string, outcome?: string): RecordedEvent =>
  ({
    ...noteAdded(''),
    type,
    data: { offerId: 'o', ...(outcome ? { outcome } : {}) },
    occurredAt: at(occurredAt),
  }) as unknown as RecordedEvent;

export const caseReportContract = (
  name: string,
  store: () => ReportPorts & Pick<DialPorts, 'dialLog'>,
  fresh: Fresh<string>,
): void => {
  const write = (
    tenantId: string,
    caseId: string,
    change: Partial<CaseRow> = {},
    more: { readonly items?: readonly ItemRow[]; readonly events?: readonly RecordedEvent[] } = {},
  ) => {
    const events = more.events ?? [noteAdded('first')];
    const row = caseRow(caseId, { version: events.length, ...change });
    return store().cases.append(
      { tenantId },
      appendOf(caseId, 0, { events, rows: caseRows(row, more.items ? { items: more.items } : {}) }),
    );
  };
  const reports = (): CaseReports => store().reports;
  const listed = async (tenantId: string, filter: CaseListFilter) =>
    (await reports().cases({ tenantId }, filter, undefined, 20)).rows.map((r) => r.caseId);

  /** One row a page, so that every page is turned. */
  const everyPage = async <T>(page: (after: string | undefined) => Promise<ListPage<T>>): Promise<readonly T[]> => {
    const { rows, next } = await page(undefined);
    const all = [...rows];
    for (let after = next; after !== undefined; ) {
      const more = await page(after);
      all.push(...more.rows);
      after = more.next;
    }
    return all;
  };
  const lines = async (tenantId: string, filter: LineFilter) =>
    (await everyPage((after) => reports().lines({ tenantId }, filter, after, 1))).map(
      (l) => `${l.caseId} ${l.itemSequence}`,
    );

  describe(`${name}: counts of cases`, () => {
    test('volume is by day of receipt and channel', async () => {
      const tenantId = fresh();
      await write(tenantId, 'a', { receivedOn: on('2026-11-16'), channel: 'fax' });
      await write(tenantId, 'b', { receivedOn: on('2026-11-16'), channel: 'fax', status: 'voided' });
      await write(tenantId, 'c', { receivedOn: on('2026-11-16'), channel: 'pas', stateOfIssue: 'TX' });
      await write(tenantId, 'd', { receivedOn: on('2026-11-22') });
      await write(tenantId, 'e', { receivedOn: on('2026-11-23') });
      await write(fresh(), 'f', { receivedOn: on('2026-11-16') });
      expect(await reports().volume({ tenantId }, {}, week)).toEqual([
        { day: '2026-11-16', channel: 'fax', cases: 2 },
        { day: '2026-11-16', channel: 'pas', cases: 1 },
        { day: '2026-11-22', channel: 'portal', cases: 1 },
      ]);
      expect(await reports().volume({ tenantId }, { state: 'TX' }, week)).toHaveLength(1);
      expect(await listed(tenantId, { received: week, channel: 'fax' })).toEqual(['b', 'a']);
    });

    test('decisions are the first ones on each line, by the day on which they were made', async () => {
      const tenantId = fresh();
      await write(
        tenantId,
        'a',
        {},
        {
          items: [
            decided(approvedItem, '2026-11-16'),
            decided(deniedItem, '2026-11-22', { itemSequence: 2 }),
            // Denied first, approved later: the first decision counts.
            decided(approvedItem, '2026-11-22', { itemSequence: 3, firstOutcome: 'denied', decidedByKind: 'person' }),
            decided(approvedItem, '2026-11-23', { itemSequence: 4 }),
            { ...pendedItem, itemSequence: 5 },
          ],
        },
      );
      await write(
        tenantId,
        'b',
        { lineOfBusiness: 'chip' },
        { items: [decided(approvedItem, '2026-11-17', { reviewType: 'concurrent' })] },
      );
      const ma = { lineOfBusiness: 'medicareAdvantage', reviewType: 'prospective' };
      expect(await reports().decisions({ tenantId }, {}, week)).toEqual([
        { lineOfBusiness: 'chip', reviewType: 'concurrent', outcome: 'approved', byRule: true, lines: 1 },
        { ...ma, outcome: 'approved', byRule: true, lines: 1 },
        { ...ma, outcome: 'denied', byRule: false, lines: 2 },
      ]);
      expect(await reports().decisions({ tenantId }, { reviewType: 'concurrent' }, week)).toHaveLength(1);
      expect(await lines(tenantId, { decided: { ...week, outcome: ['denied'] } })).toEqual(['a 2', 'a 3']);
      expect(await lines(tenantId, { decided: { ...week, outcome: ['approved'], byRule: true } })).toEqual([
        'b 1',
        'a 1',
      ]);
      expect(await lines(tenantId, { reviewType: 'concurrent', decided: week })).toEqual(['b 1']);
      expect(await lines(tenantId, { lineOfBusiness: ['chip'], decided: week })).toEqual(['b 1']);
    });

    test('lines that a change of the dial approved are found by its number, and counted by it', async () => {
      const tenantId = fresh();
      const byRule = (itemSequence: number, rule: string) =>
        ({
          ...noteAdded(''),
          type: 'ItemDetermined',
          data: { itemSequence, outcome: 'approved', criteria: [], by: { kind: 'rule', rule } },
        }) as unknown as RecordedEvent;
      await write(
        tenantId,
        'a',
        {},
        {
          items: [1, 2, 3].map((itemSequence) => ({ ...approvedItem, itemSequence })),
          events: [byRule(1, 'oxygen 1 dial 3'), byRule(2, 'oxygen 1'), byRule(3, 'goldCard dial 12')],
        },
      );
      expect(await lines(tenantId, { dial: 3 })).toEqual(['a 1']);
      expect(await lines(tenantId, { dial: 12 })).toEqual(['a 3']);
      expect(await lines(tenantId, { dial: 1 })).toEqual([]);
      expect([...(await store().dialLog.settled({ tenantId }))]).toEqual([
        [3, 1],
        [12, 1],
      ]);
      expect((await store().dialLog.settled({ tenantId: fresh() })).size).toBe(0);
    });

    test('open cases are counted by day of receipt, closed ones not', async () => {
      const tenantId = fresh();
      await write(tenantId, 'a', { receivedOn: on('2026-11-20') });
      await write(tenantId, 'b', { receivedOn: on('2026-11-20'), status: 'physicianReview' });
      await write(tenantId, 'c', { receivedOn: on('2026-11-02') });
      for (const status of ['determined', 'withdrawn', 'voided'] as const) await write(tenantId, status, { status });
      expect(await reports().openByDay({ tenantId }, {})).toEqual([
        { day: '2026-11-02', cases: 1 },
        { day: '2026-11-20', cases: 2 },
      ]);
      expect(await listed(tenantId, { open: true })).toEqual(['c', 'b', 'a']);
      expect(await listed(tenantId, { open: false })).toEqual(['withdrawn', 'voided', 'determined']);
      expect(await listed(tenantId, { open: true, received: { before: on('2026-11-03') } })).toEqual(['c']);
    });

    test('load is the open cases of each person, the busiest first and those of nobody last', async () => {
      const tenantId = fresh();
      const una = { assigneeUserId: 'u-1', assigneeName: 'Una' };
      const bo = { assigneeUserId: 'u-2', assigneeName: 'Bo' };
      await write(tenantId, 'a', { ...una, nextDueAt: at('2026-11-22T17:59:59.999Z') });
      await write(tenantId, 'b', { ...bo, nextDueAt: now });
      await write(tenantId, 'c', { ...bo, nextDueAt: endOfToday });
      await write(tenantId, 'd', { ...bo, status: 'determined', nextDueAt: now });
      for (const id of ['e', 'f', 'g']) await write(tenantId, id);
      expect(await reports().load({ tenantId }, {}, now, endOfToday)).toEqual([
        { userId: 'u-2', name: 'Bo', open: 2, overdue: 0, dueToday: 1 },
        { userId: 'u-1', name: 'Una', open: 1, overdue: 1, dueToday: 0 },
        { open: 3, overdue: 0, dueToday: 0 },
      ]);
      expect(await listed(tenantId, { open: true, assignee: 'u-2' })).toEqual(['c', 'b']);
      expect(await listed(tenantId, { open: true, assignee: 'u-1', due: { before: now } })).toEqual(['a']);
      expect(await listed(tenantId, { assignee: 'u-2', open: true, due: { from: now, before: endOfToday } })).toEqual([
        'b',
      ]);
      expect(await listed(tenantId, { assignee: 'none' })).toEqual(['g', 'f', 'e']);
    });

    test('talks are counted by how they ended, in the time asked for', async () => {
      const tenantId = fresh();
      await write(
        tenantId,
        'a',
        {},
        {
          events: [
            talk('PeerToPeerOffered', '2026-11-20T10:00:00.000Z'),
            talk('PeerToPeerHeld', '2026-11-20T12:00:00.000Z', 'changedView'),
          ],
        },
      );
      await write(
        tenantId,
        'b',
        { lineOfBusiness: 'chip' },
        {
          events: [
            talk('PeerToPeerOffered', '2026-11-01T10:00:00.000Z'),
            talk('PeerToPeerHeld', '2026-11-20T12:00:00.000Z', 'upheldIntent'),
            talk('PeerToPeerMissed', '2026-11-20T12:00:00.000Z'),
            talk('PeerToPeerDeclined', '2026-11-20T12:00:00.000Z'),
          ],
        },
      );
      const happened = { from: at('2026-11-16T00:00:00.000Z'), before: now };
      expect(await reports().talks({ tenantId }, {}, happened)).toEqual([
        { end: 'declined', talks: 1 },
        { end: 'held', outcome: 'changedView', talks: 1 },
        { end: 'held', outcome: 'upheldIntent', talks: 1 },
        { end: 'missed', talks: 1 },
        { end: 'offered', talks: 1 },
      ]);
      expect(await reports().talks({ tenantId }, { lineOfBusiness: ['medicareAdvantage'] }, happened)).toHaveLength(2);
      const talks = async (filter: TalkFilter) =>
        (await everyPage((after) => reports().talkList({ tenantId }, filter, after, 1))).map((t) => t.caseId);
      expect(await talks({ talk: { ...happened, end: 'held' } })).toEqual(['b', 'a']);
      expect(await talks({ talk: { ...happened, end: 'held', outcome: 'changedView' } })).toEqual(['a']);
      expect(await talks({ lineOfBusiness: ['chip'], talk: { ...happened, end: 'offered' } })).toEqual([]);
    });

    test('cases with an appeal are found by when it was received, whenever it was written down', async () => {
      const tenantId = fresh();
      const filed = (receivedAt: string) =>
        ({ ...noteAdded(''), type: 'AppealFiled', data: { appealId: 'x', receivedAt } }) as unknown as RecordedEvent;
      await write(tenantId, 'a', {}, { events: [filed('2026-11-20T10:00:00.000Z')] });
      await write(tenantId, 'b', {}, { events: [filed('2026-11-23T10:00:00.000Z')] });
      await write(tenantId, 'c');
      const appealReceived = { from: at('2026-11-20T10:00:00.000Z'), before: at('2026-11-23T10:00:00.000Z') };
      expect(await listed(tenantId, { appealReceived })).toEqual(['a']);
    });

    test('appeals are counted by what they made of a line, on the day of their decision', async () => {
      const tenantId = fresh();
      const appealed = (day: string, change: Partial<ItemRow>) => ({
        ...deniedItem,
        appealDecidedOn: on(day),
        ...change,
      });
      await write(
        tenantId,
        'a',
        {},
        {
          items: [
            appealed('2026-11-16', { appealOutcome: 'overturned' }),
            appealed('2026-11-22', { itemSequence: 2, appealOutcome: 'upheld' }),
            appealed('2026-11-23', { itemSequence: 3, appealOutcome: 'upheld' }),
            { ...deniedItem, itemSequence: 4 },
          ],
        },
      );
      const lineOfBusiness = 'medicareAdvantage';
      expect(await reports().appealed({ tenantId }, {}, week)).toEqual([
        { lineOfBusiness, outcome: 'overturned', lines: 1 },
        { lineOfBusiness, outcome: 'upheld', lines: 1 },
      ]);
      expect(await reports().appealed({ tenantId }, { reviewType: 'concurrent' }, week)).toEqual([]);
      expect(await lines(tenantId, { appealed: week })).toEqual(['a 1', 'a 2']);
      expect(await lines(tenantId, { appealed: { ...week, outcome: ['upheld'] } })).toEqual(['a 2']);
    });

    test('what is published leaves out drugs, retrospective review, voided cases and lines without prior authorization', async () => {
      const tenantId = fresh();
      const year = { from: on('2026-01-01'), before: on('2027-01-01') };
      const submitted = { submittedAt: at('2026-11-16T14:00:00.000Z') };
      const line = (itemSequence: number, change: Partial<ItemRow> = {}) =>
        decided(approvedItem, '2026-11-16', { ...submitted, itemSequence, ...change });
      await write(
        tenantId,
        'a',
        {},
        {
          items: [
            line(1, { extended: true }),
            line(2, {
              firstOutcome: 'denied',
              appealOutcome: 'overturned',
              firstDecidedAt: at('2026-11-16T18:00:00.000Z'),
            }),
            line(3, { firstOutcome: 'modified', reviewType: 'concurrent' }),
            line(4, { isDrug: true }),
            line(5, { reviewType: 'retrospective' }),
            line(6, { firstOutcome: 'notRequired' }),
            line(7, { firstDecidedOn: on('2027-01-01') }),
            { ...pendedItem, itemSequence: 8 },
          ],
        },
      );
      await write(tenantId, 'b', { urgency: 'expedited', lineOfBusiness: 'qhp' }, { items: [line(1)] });
      await write(tenantId, 'c', { status: 'voided' }, { items: [line(1)] });
      await write(tenantId, 'd', { lineOfBusiness: 'commercialInsured' }, { items: [line(1)] });
      const counts = { partial: 0, denied: 0, approvedAfterAppeal: 0, approvedAfterExtension: 0 };
      expect(await reports().decidedByContract({ tenantId }, year)).toEqual([
        {
          lineOfBusiness: 'medicareAdvantage',
          contract: 'H1234',
          urgency: 'standard',
          decided: 3,
          approved: 1,
          partial: 1,
          denied: 1,
          approvedAfterAppeal: 1,
          approvedAfterExtension: 1,
          averageSeconds: 2 * 3600,
          medianSeconds: 3600,
        },
        {
          ...counts,
          lineOfBusiness: 'qhp',
          contract: 'H1234',
          urgency: 'expedited',
          decided: 1,
          approved: 1,
          averageSeconds: 3600,
          medianSeconds: 3600,
        },
      ]);
    });

    test('the list comes newest first, a page at a time', async () => {
      const tenantId = fresh();
      for (const [id, receivedAt] of [
        ['a', '2026-11-20T10:00:00.000Z'],
        ['b', '2026-11-21T10:00:00.000Z'],
        ['c', '2026-11-20T10:00:00.000Z'],
      ] as const)
        await write(tenantId, id, { receivedAt: at(receivedAt) });
      const first = await reports().cases({ tenantId }, {}, undefined, 2);
      expect(first.rows.map((r) => r.caseId)).toEqual(['b', 'c']);
      const second = await reports().cases({ tenantId }, {}, first.next, 2);
      expect([second.rows.map((r) => r.caseId), second.next]).toEqual([['a'], undefined]);
    });
  });
};

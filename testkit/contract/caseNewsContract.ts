import type { CaseNews, NewsReader } from '@openum/casework/port/caseNews.ts';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseRow, caseRows, noteAdded } from './samples.ts';

export type NewsPorts = { readonly cases: CaseStore; readonly caseNews: CaseNews };

const start = at('2026-11-20T15:00:00.000Z');
const since = at('2026-11-01T00:00:00.000Z');
const una: NewsReader = { userId: 'u-1', roles: ['clinicalReviewer'] };
const bo: NewsReader = { userId: 'u-2', roles: ['medicalDirector'] };

const event = (type: string, data: object, userId = 'boss', hours = 0): RecordedEvent => {
  const moment = addElapsed(start, { hours });
  return {
    ...noteAdded(''),
    type,
    data,
    actor: { kind: 'person', userId, name: `Name of ${userId}`, roles: ['umCoordinator'] },
    occurredAt: moment,
    recordedAt: moment,
  } as unknown as RecordedEvent;
};

export const caseNewsContract = (name: string, store: () => NewsPorts, fresh: Fresh<string>): void => {
  const write = (tenantId: string, caseId: string, events: readonly RecordedEvent[], assigneeUserId?: string) =>
    store().cases.append(
      { tenantId },
      appendOf(caseId, 0, {
        events,
        rows: caseRows(
          caseRow(caseId, { version: events.length, ...(assigneeUserId ? { assigneeUserId, assigneeName: 'A' } : {}) }),
        ),
      }),
    );
  const kinds = async (tenantId: string, reader: NewsReader) =>
    (await store().caseNews.ofUser({ tenantId }, reader, since, 20)).rows.map((n) => n.kind);

  describe(`${name}: news of cases`, () => {
    test('tells the one to whom a case was given, newest first, and not who did it', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [
        event('Assigned', { to: { userId: 'u-1', name: 'Una' } }),
        event('Assigned', { to: { userId: 'u-1', name: 'Una' } }, 'u-1', 1),
        event('Assigned', { to: { userId: 'u-2', name: 'Bo' } }, 'u-1', 2),
        event('AppealReviewerAssigned', { appealId: 'a', to: { userId: 'u-1', name: 'Una' } }, 'boss', 3),
      ]);
      const { rows, unread } = await store().caseNews.ofUser({ tenantId }, una, since, 20);
      expect(rows).toEqual([
        {
          caseId: 'c-1',
          caseNumber: 'N-c-1',
          sequence: 4,
          kind: 'assigned',
          at: addElapsed(start, { hours: 3 }),
          by: 'Name of boss',
        },
        { caseId: 'c-1', caseNumber: 'N-c-1', sequence: 1, kind: 'assigned', at: start, by: 'Name of boss' },
      ]);
      expect(unread).toBe(2);
      expect((await store().caseNews.ofUser({ tenantId }, una, since, 1)).unread).toBe(2);
      expect((await store().caseNews.ofUser({ tenantId }, una, addElapsed(start, { hours: 1 }), 20)).rows).toHaveLength(
        1,
      );
      expect(await kinds(fresh(), una)).toEqual([]);
    });

    test('tells of a reminder and of a talk to take the one who is named, whoever has the case', async () => {
      const tenantId = fresh();
      const reminded = event('OwnerReminded', { to: { userId: 'u-1', name: 'Una' }, text: 'Due at noon.' });
      const deputy = event('PeerToPeerEscalated', { offerId: 'o', to: { userId: 'u-1', name: 'Una' } }, 'boss', 1);
      await write(tenantId, 'c-1', [reminded, deputy], 'u-2');
      expect(await kinds(tenantId, una)).toEqual(['deputy', 'reminded']);
      expect(await kinds(tenantId, bo)).toEqual([]);
    });

    test('tells the owner of a case what came for it, and the physician who will speak', async () => {
      const tenantId = fresh();
      await write(
        tenantId,
        'c-1',
        [
          event('PeerToPeerOffered', { offerId: 'o', physician: { userId: 'u-2', name: 'Bo' } }),
          event('PeerToPeerScheduled', { offerId: 'o' }, 'clinician', 1),
          event('InformationReceived', { requestId: 'r' }, 'sender', 2),
          event('NoteAdded', { noteId: 'n', text: '' }, 'x', 3),
        ],
        'u-1',
      );
      expect(await kinds(tenantId, una)).toEqual(['informationReceived', 'peerToPeerTaken']);
      expect(await kinds(tenantId, bo)).toEqual(['peerToPeerTaken']);
    });

    test('tells those whose job it is, whoever has the case', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [
        event('AppealFiled', { appealId: 'a' }),
        event('CaseManagementReferred', { referralId: 'm' }, 'boss', 1),
        event('NoticeDeliveryFailed', { noticeId: 'n' }, 'mail', 2),
        event('NoticeDeliveryReturned', { noticeId: 'n' }, 'mail', 3),
      ]);
      const as = (role: NewsReader['roles'][number]) => kinds(tenantId, { userId: 'someone', roles: [role] });
      expect(await as('appealsCoordinator')).toEqual(['appealFiled']);
      expect(await as('caseManagementCoordinator')).toEqual(['referralReceived']);
      expect(await as('umCoordinator')).toEqual(['letterFailed', 'letterFailed']);
      expect(await as('clinicalReviewer')).toEqual([]);
    });

    test('is read by its own reader only, and keeps the time of the first reading', async () => {
      const tenantId = fresh();
      const { caseNews } = store();
      await write(tenantId, 'c-1', [event('AppealFiled', { appealId: 'a' })]);
      const [one, two] = ['u-8', 'u-9'].map((userId) => ({ userId, roles: ['appealsCoordinator'] }) as const);
      const read = (userId: string, hours: number) =>
        caseNews.markRead({ tenantId }, userId, [{ caseId: 'c-1', sequence: 1 }], addElapsed(start, { hours }));
      await read('u-8', 1);
      await read('u-8', 2);
      if (!one || !two) throw new Error('given: two readers');
      const found = await caseNews.ofUser({ tenantId }, one, since, 9);
      expect([found.unread, found.rows[0]?.readAt]).toEqual([0, addElapsed(start, { hours: 1 })]);
      expect((await caseNews.ofUser({ tenantId }, two, since, 9)).unread).toBe(1);
    });

    test('leaves out the kinds that somebody does not want to hear of', async () => {
      const tenantId = fresh();
      const { caseNews } = store();
      await write(tenantId, 'c-1', [event('Assigned', { to: { userId: 'u-1', name: 'Una' } })]);
      expect(await caseNews.muted({ tenantId }, 'u-1')).toEqual([]);
      await caseNews.mute({ tenantId }, 'u-1', ['assigned']);
      expect(await caseNews.muted({ tenantId }, 'u-1')).toEqual(['assigned']);
      expect((await caseNews.ofUser({ tenantId }, una, since, 9)).unread).toBe(0);
      await caseNews.mute({ tenantId }, 'u-1', []);
      expect(await kinds(tenantId, una)).toEqual(['assigned']);
    });
  });
};

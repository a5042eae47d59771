import type { Episodes } from '@openum/casework/port/episodes.ts';
import type { PracticeReminders, RaisedReminder } from '@openum/casework/port/practiceReminders.ts';
import { describe, expect, test } from 'vitest';
import { admitted } from '../practice/episode.ts';
import type { Fresh } from './caseStoreContract.ts';
import { episodeAppend } from './episodeContract.ts';
import { at } from './samples.ts';

export type PracticeReminderPorts = { readonly episodes: Episodes; readonly practiceReminders: PracticeReminders };

const reminder = (reminderId: string, change: Partial<RaisedReminder> = {}): RaisedReminder => ({
  reminderId,
  episodeId: 'e1',
  key: 'peerToPeer:talk-1',
  kind: 'peerToPeer',
  step: 'half',
  round: 0,
  userId: 'imani',
  dueAt: at('2026-11-26T17:00:00.000Z'),
  remindAt: at('2026-11-25T17:00:00.000Z'),
  raisedAt: at('2026-11-25T17:00:30.000Z'),
  late: false,
  ...change,
});
const limits = { limit: 9, restMinutes: 2, mostTries: 3 };

export const practiceReminderContract = (
  name: string,
  store: () => PracticeReminderPorts,
  fresh: Fresh<string>,
): void => {
  const practice = async () => {
    const scope = { tenantId: fresh() };
    await store().episodes.append(scope, episodeAppend('e1', admitted));
    return { scope, reminders: store().practiceReminders };
  };

  describe(`${name}: reminders of a practice`, () => {
    test('reach a person once for each step and round, newest first, with the patient', async () => {
      const { scope, reminders } = await practice();
      const later = reminder('r2', { step: 'deputy', raisedAt: at('2026-11-26T05:00:00.000Z') });
      expect(await reminders.raise(scope, [reminder('r1'), later])).toEqual([reminder('r1'), later]);
      const again = [
        reminder('r3'),
        reminder('r4', { userId: 'lee' }),
        reminder('r5', { step: 'deputy', round: 1, raisedAt: at('2026-11-26T06:00:00.000Z') }),
      ];
      expect((await reminders.raise(scope, again)).map((r) => r.reminderId)).toEqual(['r4', 'r5']);
      expect(await reminders.raise(scope, [])).toEqual([]);
      const mine = await reminders.ofUser(scope, 'imani', 9);
      expect(mine.map((r) => r.reminderId)).toEqual(['r5', 'r2', 'r1']);
      expect(mine[2]).toEqual({ ...reminder('r1'), episodeNumber: 'EP-1', patientName: 'Quigley, Maeve' });
      expect(await reminders.ofUser(scope, 'imani', 1)).toHaveLength(1);
      expect(await reminders.ofUser({ tenantId: fresh() }, 'imani', 9)).toEqual([]);
    });

    test('are seen once, by the person whom they are for', async () => {
      const { scope, reminders } = await practice();
      await reminders.raise(scope, [reminder('r1'), reminder('r2', { userId: 'lee' })]);
      const seen = at('2026-11-25T18:00:00.000Z');
      await reminders.markSeen(scope, 'imani', ['r1', 'r2'], seen);
      await reminders.markSeen(scope, 'imani', ['r1'], at('2026-11-25T19:00:00.000Z'));
      expect((await reminders.ofUser(scope, 'imani', 9))[0]?.seenAt).toBe(seen);
      expect((await reminders.ofUser(scope, 'lee', 9))[0]?.seenAt).toBeUndefined();
    });

    test('are taken for a mail by one at a time, again after a rest, and so often', async () => {
      const { scope, reminders } = await practice();
      await reminders.raise(scope, [reminder('r1'), reminder('r2', { step: 'deputy' })]);
      const take = async (time: string) =>
        (await reminders.takeForMail(scope, at(`2026-11-25T${time}:00.000Z`), limits)).map((r) => r.reminderId);
      expect(await take('18:00')).toEqual(['r1', 'r2']);
      expect(await take('18:01')).toEqual([]);
      await reminders.endMail(scope, ['r1'], 'sent', at('2026-11-25T18:01:00.000Z'));
      expect(await take('18:02')).toEqual(['r2']);
      expect(await take('18:04')).toEqual(['r2']);
      expect(await take('18:06')).toEqual([]);
      expect(await reminders.takeForMail({ tenantId: fresh() }, at('2026-11-25T18:00:00.000Z'), limits)).toEqual([]);
    });

    test('know when they were last looked for, and that does not go back', async () => {
      const { scope, reminders } = await practice();
      expect(await reminders.lastLook(scope)).toBeUndefined();
      const last = at('2026-11-25T18:00:00.000Z');
      await reminders.saveLook(scope, last);
      await reminders.saveLook(scope, at('2026-11-25T17:00:00.000Z'));
      expect(await reminders.lastLook(scope)).toBe(last);
      expect(await reminders.lastLook({ tenantId: fresh() })).toBeUndefined();
    });
  });
};

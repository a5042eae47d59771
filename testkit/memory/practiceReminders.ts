import type { Episodes } from '@openum/casework/port/episodes.ts';
import type { MailEnd, PracticeReminders, RaisedReminder } from '@openum/casework/port/practiceReminders.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

type Stored = {
  readonly reminder: RaisedReminder;
  readonly seenAt?: Instant;
  readonly tries: number;
  readonly triedAt?: Instant;
  readonly mail?: MailEnd;
};

const keyOf = ({ episodeId, key, step, round, userId }: RaisedReminder): string =>
  JSON.stringify([episodeId, key, step, round, userId]);

export const memoryPracticeReminders = (episodes: Episodes): PracticeReminders => {
  const tenant = perTenant(() => ({ all: new Map<string, Stored>(), looks: [] as Instant[] }));
  const newest = (a: Stored, b: Stored): number =>
    compareText(b.reminder.raisedAt, a.reminder.raisedAt) || compareText(b.reminder.reminderId, a.reminder.reminderId);
  return {
    raise: async (scope, reminders) => {
      const { all } = tenant(scope);
      const fresh = reminders.filter((r) => !all.has(keyOf(r)));
      for (const r of fresh) all.set(keyOf(r), { reminder: structuredClone(r), tries: 0 });
      return fresh;
    },
    ofUser: async (scope, userId, limit) => {
      const mine = [...tenant(scope).all.values()].filter((s) => s.reminder.userId === userId).sort(newest);
      const rows = [];
      for (const { reminder, seenAt } of mine.slice(0, limit)) {
        const row = (await episodes.rows(scope, reminder.episodeId))?.episode;
        if (!row) throw new Error('rule practice_reminder_episode');
        const { episodeNumber, patientName } = row;
        rows.push({ ...structuredClone(reminder), episodeNumber, patientName, ...(seenAt ? { seenAt } : {}) });
      }
      return rows;
    },
    markSeen: async (scope, userId, ids, at) => {
      const { all } = tenant(scope);
      for (const [key, s] of all)
        if (s.reminder.userId === userId && ids.includes(s.reminder.reminderId) && !s.seenAt)
          all.set(key, { ...s, seenAt: at });
    },
    takeForMail: async (scope, at, { limit, restMinutes, mostTries }) => {
      const { all } = tenant(scope);
      const rested = addElapsed(at, { minutes: -restMinutes });
      const due = [...all]
        .filter(([, s]) => !s.mail && s.tries < mostTries && (s.triedAt === undefined || s.triedAt <= rested))
        .sort(([, a], [, b]) => -newest(a, b))
        .slice(0, limit);
      for (const [key, s] of due) all.set(key, { ...s, tries: s.tries + 1, triedAt: at });
      return due.map(([, s]) => structuredClone(s.reminder));
    },
    endMail: async (scope, ids, mail) => {
      const { all } = tenant(scope);
      for (const [key, s] of all) if (ids.includes(s.reminder.reminderId)) all.set(key, { ...s, mail });
    },
    lastLook: async (scope) => tenant(scope).looks.toSorted(compareText).at(-1),
    saveLook: async (scope, at) => {
      tenant(scope).looks.push(at);
    },
  };
};

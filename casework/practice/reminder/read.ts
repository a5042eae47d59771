import { tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { KeptReminder } from '../../port/practiceReminders.ts';
import { type PracticeActing, recordPracticeRead } from '../acting.ts';
import { episodesAt } from '../episode/all.ts';
import { taskReading } from '../task/context.ts';

export type ReminderLine = Omit<KeptReminder, 'userId'> & {
  /** Still to be done, or a window that closed and that the person has not seen. */
  readonly open: boolean;
  readonly taken: boolean;
};

export type RemindersReading = {
  readonly now: Instant;
  readonly rows: readonly ReminderLine[];
  readonly unseen: number;
};

const mostShown = 50;

/** What somebody was told of tasks, newest first; of each task only how it was told last. */
export const readReminders = async (me: PracticeActing): Promise<RemindersReading> => {
  const { casework, scope, practice, now, actor } = me;
  const all = await casework.practiceReminders.ofUser(scope, actor.userId, 4 * mostShown);
  const latest = [...new Map(all.toReversed().map((r) => [`${r.episodeId} ${r.key}`, r])).values()]
    .toReversed()
    .slice(0, mostShown);
  if (latest.length === 0) return { now, rows: [], unseen: 0 };
  const wanted = [...new Set(latest.map((r) => r.episodeId))];
  const { context, duty } = await taskReading(casework, scope, practice.zone, now);
  const standing = new Map<string, boolean>();
  for (const { episodeId, episode } of await episodesAt(casework.episodes, scope, wanted, now))
    for (const t of tasksOf(episode, duty, context)) standing.set(`${episodeId} ${t.key}`, t.taken);
  const rows = latest.map(({ userId: _, ...r }): ReminderLine => {
    const taken = standing.get(`${r.episodeId} ${r.key}`);
    return {
      ...r,
      open: taken !== undefined || (r.step === 'lapsed' && r.seenAt === undefined),
      taken: taken ?? false,
    };
  });
  await recordPracticeRead(me, 'workList');
  return { now, rows, unseen: rows.filter((r) => r.open && r.seenAt === undefined).length };
};

import { isLate, type Reminder, remindersOf } from '@openum/domain/practiceReminder/reminder.ts';
import { tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Tenant, User } from '../../port/identity.ts';
import type { RaisedReminder } from '../../port/practiceReminders.ts';
import { eachEpisode } from '../episode/all.ts';
import { taskReading } from '../task/context.ts';

export type Watched = {
  readonly raised: readonly RaisedReminder[];
  /** Tasks that stand now, by episode and key. */
  readonly stands: (episodeId: string, key: string) => boolean;
};

const leadsOf = (users: readonly User[]): readonly string[] =>
  users.filter((u) => u.active && u.roles.includes('practiceOwner')).map((u) => u.userId);

const placeOf = (episodeId: string, key: string): string => JSON.stringify([episodeId, key]);

/**
 * One look at every task of a practice: whom it reaches now, each told once. What came due between the last look and this one is
 * found too, so that a stop of the system leaves no window unseen.
 */
export const watchTasks = async (casework: Casework, practice: Tenant, now: Instant): Promise<Watched> => {
  const { episodes, identity, practiceReminders, environment } = casework;
  const scope = { tenantId: practice.tenantId };
  const [{ context, duty }, users, lastLookAt] = await Promise.all([
    taskReading(casework, scope, practice.zone, now),
    identity.users(scope),
    practiceReminders.lastLook(scope),
  ]);
  const watch = { duty, context, leads: leadsOf(users), ...(lastLookAt ? { lastLookAt } : {}) };
  const standing = new Set<string>();
  const raised: RaisedReminder[] = [];
  for await (const { episodeId, episode } of eachEpisode(episodes, scope, ['tasks'])) {
    for (const t of tasksOf(episode, duty, context)) standing.add(placeOf(episodeId, t.key));
    const due = remindersOf(episode, watch);
    if (due.length === 0) continue;
    const late = (r: Reminder): boolean => isLate(r, episode.lastEventAt, now);
    const toEach = due.flatMap(({ userIds, ...r }) =>
      userIds.map((userId) => ({
        ...r,
        reminderId: environment.newId(),
        episodeId,
        userId,
        raisedAt: now,
        late: late({ ...r, userIds }),
      })),
    );
    raised.push(...(await practiceReminders.raise(scope, toEach)));
  }
  await practiceReminders.saveLook(scope, now);
  return { raised, stands: (episodeId, key) => standing.has(placeOf(episodeId, key)) };
};

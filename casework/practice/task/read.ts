import { type Episode, presentProgramme } from '@openum/domain/episode/state.ts';
import { byDue, tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { EpisodeTask, TaskArea } from '@openum/domain/practiceTask/task.ts';
import { addDays, type CalendarDate, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { eachEpisode } from '../episode/all.ts';
import { taskReading } from './context.ts';

export type TaskLine = EpisodeTask & {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly programmeName: string;
  readonly levelOfCare: string;
  readonly version: number;
};

export const taskLines = (episodeId: string, e: Episode, tasks: readonly EpisodeTask[]): readonly TaskLine[] => {
  const { name, levelOfCare } = presentProgramme(e);
  return tasks.map((t) => ({
    ...t,
    episodeId,
    episodeNumber: e.episodeNumber,
    patientName: `${e.patient.family}, ${e.patient.given}`,
    programmeName: name,
    levelOfCare,
    version: e.version,
  }));
};

/** A payer is asked once, whoever of its patients brought the question up. */
const askedOnce = (lines: readonly TaskLine[]): readonly TaskLine[] => {
  const seen = new Set<string>();
  return lines.filter((l) => {
    if (l.kind !== 'askPayer') return true;
    const first = !seen.has(l.key);
    seen.add(l.key);
    return first;
  });
};

/** Everything that is to be done at the practice, due first. */
export const readTasks = async ({ casework, scope, practice, now }: PracticeActing): Promise<readonly TaskLine[]> => {
  const { context, duty } = await taskReading(casework, scope, practice.zone, now);
  const lines: TaskLine[] = [];
  for await (const { episodeId, episode } of eachEpisode(casework.episodes, scope, ['tasks']))
    lines.push(...taskLines(episodeId, episode, tasksOf(episode, duty, context)));
  return askedOnce(lines.toSorted(byDue));
};

export type TasksAsked = {
  /** Those that somebody owns or stands in for. */
  readonly userId?: string;
  readonly area?: TaskArea;
  /** Due on these days of the practice; a task that ends at midnight is due on the day that ends. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly page: number;
  readonly size: number;
};

export type TaskPage = {
  /** Due first. */
  readonly tasks: readonly TaskLine[];
  readonly total: number;
  readonly late: number;
  readonly page: number;
  readonly size: number;
  readonly now: Instant;
};

/** One page of the tasks of a practice that fit. */
export const readTaskPage = async (me: PracticeActing, asked: TasksAsked): Promise<TaskPage> => {
  const { userId, area, from, to, page, size } = asked;
  const { zone } = me.practice;
  const after = from && startOfDay(from, zone);
  const until = to && startOfDay(addDays(to, 1), zone);
  const fits = (t: TaskLine): boolean =>
    (userId === undefined || t.owner?.userId === userId || t.deputy?.userId === userId) &&
    (area === undefined || t.area === area) &&
    (after === undefined || (t.dueAt !== undefined && t.dueAt > after)) &&
    (until === undefined || (t.dueAt !== undefined && t.dueAt <= until));
  const tasks = (await readTasks(me)).filter(fits);
  return {
    tasks: tasks.slice((page - 1) * size, page * size),
    total: tasks.length,
    late: tasks.filter((t) => t.escalation === 'overdue').length,
    page,
    size,
    now: me.now,
  };
};

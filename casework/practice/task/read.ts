import { type Episode, presentProgramme } from '@openum/domain/episode/state.ts';
import { byDue, tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { EpisodeTask } from '@openum/domain/practiceTask/task.ts';
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
  for await (const { episodeId, episode } of eachEpisode(casework.episodes, scope))
    lines.push(...taskLines(episodeId, episode, tasksOf(episode, duty, context)));
  return askedOnce(lines.toSorted(byDue));
};

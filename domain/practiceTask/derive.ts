import type { Episode } from '../episode/state.ts';
import { type Instant, millisecondsBetween } from '../time/instant.ts';
import type { TaskContext } from './context.ts';
import { askPayerTasks, benefitTasks, talkTasks } from './desk.ts';
import { appealTasks, askPeerToPeerTasks, retroTasks } from './money.ts';
import type { TaskPolicy } from './policy.ts';
import { answerTasks, continuedStayTasks, requestTasks } from './submission.ts';
import { areaOf, type DueTask, type EpisodeTask, type Escalation, type TaskDuty } from './task.ts';

/** How much of its time a task has used; 1 or more when it is late. */
const shareUsed = ({ opensAt, dueAt }: DueTask, now: Instant): number => {
  if (dueAt === undefined) return 0;
  if (now >= dueAt) return 1;
  const whole = millisecondsBetween(opensAt, dueAt);
  return whole <= 0 ? 1 : millisecondsBetween(opensAt, now) / whole;
};

const escalationOf = (used: number, taken: boolean, policy: TaskPolicy): Escalation => {
  if (used >= 1) return 'overdue';
  if (used >= (taken ? policy.takenDeputyAtShare : policy.deputyAtShare)) return 'deputy';
  return used >= policy.remindAtShare && !taken ? 'reminded' : 'none';
};

const withOwner = (e: Episode, task: DueTask, duty: TaskDuty, { now, policy }: TaskContext): EpisodeTask => {
  const area = areaOf[task.kind];
  const takenBy = e.takenTasks[task.key];
  // Who took it; whom the record names; to whom the course was handed over; on whom the area falls.
  const handed = area === 'review' ? e.handovers.at(-1)?.to : undefined;
  const owner = takenBy ?? task.named ?? handed ?? duty[area].owner;
  const escalation = escalationOf(shareUsed(task, now), takenBy !== undefined, policy);
  const { deputy } = duty[area];
  const joins = escalation === 'deputy' || escalation === 'overdue';
  return {
    ...task,
    area,
    ...(owner ? { owner } : {}),
    taken: takenBy !== undefined,
    escalation,
    ...(joins && deputy && deputy.userId !== owner?.userId ? { deputy } : {}),
  };
};

const last = '~';

/** Due first; what has no moment last. */
export const byDue = (a: DueTask, b: DueTask): number => {
  const x = `${a.dueAt ?? last}${a.key}`;
  const y = `${b.dueAt ?? last}${b.key}`;
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Everything that is to be done for an episode at a moment, by the record and the cards of its payers. */
export const tasksOf = (e: Episode, duty: TaskDuty, context: TaskContext): readonly EpisodeTask[] =>
  [
    ...talkTasks(e),
    ...requestTasks(e, context),
    ...continuedStayTasks(e, context),
    ...answerTasks(e, context),
    ...askPeerToPeerTasks(e, context),
    ...retroTasks(e, context),
    ...appealTasks(e, context),
    ...benefitTasks(e, context),
    ...askPayerTasks(e, context),
  ]
    .map((task) => withOwner(e, task, duty, context))
    .toSorted(byDue);

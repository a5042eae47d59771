import type { Episode } from '../episode/state.ts';
import type { TaskContext } from '../practiceTask/context.ts';
import { tasksOf } from '../practiceTask/derive.ts';
import type { TaskPolicy } from '../practiceTask/policy.ts';
import type { EpisodeTask, TaskDuty, TaskKind } from '../practiceTask/task.ts';
import { addElapsed, type Instant, laterOf, millisecondsBetween } from '../time/instant.ts';

const reminderSteps = ['half', 'deputy', 'overdue', 'lapsed'] as const;
/** `lapsed`: the window of the task closed and nobody had done it; there is nothing left to do but to know it. */
export type ReminderStep = (typeof reminderSteps)[number];

export type Reminder = {
  /** The task as it names itself at every reading. */
  readonly key: string;
  readonly kind: TaskKind;
  readonly step: ReminderStep;
  /** 0 for the first; a task that nobody takes is told again each day. */
  readonly round: number;
  readonly dueAt: Instant;
  /** When it ought to be told. */
  readonly remindAt: Instant;
  /** Whom: owner, deputy, and those who lead the practice when nobody else is left. */
  readonly userIds: readonly string[];
};

export type Watch = {
  readonly duty: TaskDuty;
  readonly context: TaskContext;
  /** Those who lead the practice. */
  readonly leads: readonly string[];
  /** The moment of the last look; absent before the first. */
  readonly lastLookAt?: Instant;
};

/** Days of care or money hang on these: when they are late, those who lead the practice hear of it too. */
const costly: readonly TaskKind[] = [
  'peerToPeer',
  'informationDue',
  'requestDue',
  'submissionDue',
  'updateDue',
  'askPeerToPeer',
  'retroDue',
  'appealDue',
];

const mostRounds = 14;
const dayMs = 24 * 60 * 60 * 1000;

const atShare = ({ opensAt }: EpisodeTask, dueAt: Instant, share: number): Instant =>
  addElapsed(opensAt, { seconds: Math.round((millisecondsBetween(opensAt, dueAt) * share) / 1000) });

const named = (...ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const toPeople = (task: EpisodeTask, step: ReminderStep, { duty, leads }: Watch): readonly string[] => {
  const owner = task.owner?.userId;
  const deputy = duty[task.area].deputy?.userId;
  if (step === 'half') return owner ? [owner] : leads;
  const both = named(owner, deputy);
  if (step === 'deputy') return deputy && both.length > 0 ? both : named(owner, ...leads);
  return costly.includes(task.kind) || both.length === 0 ? named(...both, ...leads) : both;
};

type Reached = Pick<Reminder, 'step' | 'round' | 'remindAt'>;

const reached = (task: EpisodeTask, dueAt: Instant, policy: TaskPolicy, now: Instant): Reached | undefined => {
  switch (task.escalation) {
    case 'none':
      return undefined;
    case 'reminded':
      return { step: 'half', round: 0, remindAt: atShare(task, dueAt, policy.remindAtShare) };
    case 'deputy': {
      const share = task.taken ? policy.takenDeputyAtShare : policy.deputyAtShare;
      return { step: 'deputy', round: 0, remindAt: atShare(task, dueAt, share) };
    }
    case 'overdue': {
      const days = Math.floor(millisecondsBetween(dueAt, now) / dayMs);
      const round = task.taken || !costly.includes(task.kind) ? 0 : Math.min(days, mostRounds);
      return { step: 'overdue', round, remindAt: addElapsed(dueAt, { hours: 24 * round }) };
    }
    default: {
      const never: never = task.escalation;
      return never;
    }
  }
};

/** The step that a task has reached, alone: after a stop somebody hears once how it stands, and not everything they missed. */
const standing = (task: EpisodeTask, watch: Watch): readonly Reminder[] => {
  const { key, kind, dueAt } = task;
  const step = dueAt && reached(task, dueAt, watch.context.policy, watch.context.now);
  return dueAt && step ? [{ key, kind, ...step, dueAt, userIds: toPeople(task, step.step, watch) }] : [];
};

/** What was still to be done at the last look, came due since, and stands on no list any more: its window closed. */
const lapsed = (e: Episode, today: readonly EpisodeTask[], watch: Watch): readonly Reminder[] => {
  const { lastLookAt, duty, context } = watch;
  if (lastLookAt === undefined) return [];
  return tasksOf(e, duty, { ...context, now: lastLookAt }).flatMap((task): readonly Reminder[] => {
    const { key, kind, dueAt } = task;
    if (dueAt === undefined || dueAt < lastLookAt || dueAt > context.now || today.some((t) => t.key === key)) return [];
    return [{ key, kind, step: 'lapsed', round: 0, dueAt, remindAt: dueAt, userIds: toPeople(task, 'lapsed', watch) }];
  });
};

/** Everything of an episode that people are to be told at a moment, whether they were told before or not. */
export const remindersOf = (e: Episode, watch: Watch): readonly Reminder[] => {
  const tasks = tasksOf(e, watch.duty, watch.context);
  return [...tasks.flatMap((t) => standing(t, watch)), ...lapsed(e, tasks, watch)].filter((r) => r.userIds.length > 0);
};

const lateAfterMinutes = 10;

/** Told late: well after its moment, and after the last thing that was written down, from which it may have arisen. */
export const isLate = (r: Reminder, lastEventAt: Instant, now: Instant): boolean =>
  now > addElapsed(laterOf(r.remindAt, lastEventAt), { minutes: lateAfterMinutes });

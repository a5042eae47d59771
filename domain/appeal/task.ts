import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import { aidToEnd } from './aid.ts';
import { type Appeal, type AppealStatus, appealStatus } from './appeal.ts';

export type AppealTask = {
  readonly stepId: string;
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
  readonly assigneeUserId?: string;
};

const steps: Partial<Record<AppealStatus, readonly [title: string, role: Role]>> = {
  awaitingStanding: ['Get what is missing to hear the appeal', 'appealsCoordinator'],
  lateFiling: ['Decide whether there was good cause for filing late', 'appealsCoordinator'],
  toAssign: ['Give the appeal to a reviewer who took no part', 'appealsCoordinator'],
  withReviewer: ['Decide the appeal', 'medicalDirector'],
  awaitingInformation: ['Record the answer to what was asked for the appeal', 'appealsCoordinator'],
  toForward: ['Send the file to the body that decides next', 'appealsCoordinator'],
  withExternalBody: [
    'Record the answer of the body outside, or ask for it once its time is over',
    'appealsCoordinator',
  ],
  toEffectuate: ['Put the reversal into effect and record it', 'appealsCoordinator'],
};

const aidEndsStep = 'appeal.aidEnds';

const never = '9999';

/** Where several wait for the same step, the one that is due first. */
const firstOfEach = (tasks: readonly AppealTask[]): readonly AppealTask[] =>
  tasks.filter((t) => !tasks.some((o) => o !== t && o.stepId === t.stepId && precedes(tasks, o, t)));

const precedes = (all: readonly AppealTask[], a: AppealTask, b: AppealTask): boolean => {
  const [x, y] = [a.dueAt ?? never, b.dueAt ?? never];
  return x === y ? all.indexOf(a) < all.indexOf(b) : x < y;
};

type DueOf<T> = (of: T) => Instant | undefined;

/**
 * What is to be done about the appeals of a case, at most one of each step. `due` says when, by appeal or reconsideration; `aidEnds`
 * until when care that goes on has to.
 */
export const appealTasks = (c: Case, due: DueOf<string>, aidEnds: DueOf<Appeal>): readonly AppealTask[] =>
  firstOfEach(allTasks(c, due, aidEnds));

const allTasks = (c: Case, due: DueOf<string>, aidEnds: DueOf<Appeal>): readonly AppealTask[] => [
  ...c.appeals
    .filter((a) => aidToEnd(c, a))
    .map((a): AppealTask => {
      const dueAt = aidEnds(a);
      const title = 'End the care that went on, unless the next step was asked for in time';
      return { stepId: aidEndsStep, title, role: 'appealsCoordinator', ...(dueAt ? { dueAt } : {}) };
    }),
  ...c.appeals.flatMap((a): AppealTask[] => {
    const status = appealStatus(c, a);
    const step = steps[status];
    if (!step) return [];
    const dueAt = due(a.appealId);
    const mine = status === 'withReviewer' && a.reviewer ? { assigneeUserId: a.reviewer.userId } : {};
    const task = { stepId: `appeal.${status}`, title: step[0], role: step[1] };
    return [{ ...task, ...(dueAt ? { dueAt } : {}), ...mine }];
  }),
  ...c.reconsiderations
    .filter((r) => !r.decided)
    .map((r): AppealTask => {
      const dueAt = due(r.reconsiderationId);
      const task = { stepId: 'reconsideration', title: 'Reconsider the decision', role: 'medicalDirector' } as const;
      return { ...task, ...(dueAt ? { dueAt } : {}) };
    }),
];

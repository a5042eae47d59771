import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import { physicianMissing } from './waiting.ts';

export type PhysicianTask = {
  readonly stepId: 'physicianMissing';
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
};

/** Work that a missing physician leaves to the director; its due moment is the first deadline that would be missed. */
export const physicianTasks = (c: Case, deadlines: readonly Instant[]): readonly PhysicianTask[] => {
  if (!physicianMissing(c)) return [];
  const dueAt = deadlines.toSorted()[0];
  return [
    {
      stepId: 'physicianMissing',
      title: 'Find a physician: nobody on file may decide in time',
      role: 'umDirector',
      ...(dueAt ? { dueAt } : {}),
    },
  ];
};

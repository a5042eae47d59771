import type { Actor } from '../actor/actor.ts';
import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

export const claim = (c: Case, actor: Actor): Decided => {
  if (actor.kind !== 'person') return refuse('personRequired');
  if (c.assignee?.userId === actor.userId) return refuse('alreadyAssigned', { name: actor.name });
  if (c.assignee) return refuse('assignedToAnother', { name: c.assignee.name });
  return [
    {
      type: 'Assigned',
      data: { to: { userId: actor.userId, name: actor.name } },
    },
  ];
};

export const assign = (c: Case, command: CommandOf<'Assign'>): Decided => {
  if (c.assignee?.userId === command.to.userId) return refuse('alreadyAssigned', { name: command.to.name });
  return [
    {
      type: 'Assigned',
      data: {
        to: command.to,
        ...(c.assignee ? { from: c.assignee } : {}),
        ...(command.reason ? { reason: command.reason } : {}),
      },
    },
  ];
};

export const release = (c: Case, command: CommandOf<'Release'>): Decided =>
  c.assignee
    ? [
        {
          type: 'Released',
          data: {
            from: c.assignee,
            ...(command.reason ? { reason: command.reason } : {}),
          },
        },
      ]
    : refuse('notAssigned');

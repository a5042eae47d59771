import type { Actor } from '../actor/actor.ts';
import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

/** A rule has put it on somebody's desk and nobody has begun: a colleague who is free may still take it. */
const onlyRouted = (c: Case): boolean =>
  c.assignee !== undefined &&
  c.routed?.toUserId === c.assignee.userId &&
  c.reviews.length === 0 &&
  c.informationRequests.length === 0;

/** Why this person cannot take the case, or undefined. */
export const claimProblem = (c: Case, actor: Actor): Refusal | undefined => {
  if (actor.kind !== 'person') return refuse('personRequired');
  if (!c.assignee || onlyRouted(c)) return undefined;
  return c.assignee.userId === actor.userId
    ? refuse('alreadyAssigned', { name: actor.name })
    : refuse('assignedToAnother', { name: c.assignee.name });
};

export const claim = (c: Case, actor: Actor): Decided => {
  const problem = claimProblem(c, actor);
  if (problem) return problem;
  if (actor.kind !== 'person') return refuse('personRequired');
  const from = c.assignee && c.assignee.userId !== actor.userId ? { from: c.assignee } : {};
  return [{ type: 'Assigned', data: { to: { userId: actor.userId, name: actor.name }, ...from } }];
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

/** The owner is told of it among their notifications; nothing about the case changes. */
export const remindOwner = (c: Case, { actor, text }: CommandOf<'RemindOwner'>): Decided => {
  if (!c.assignee) return refuse('notAssigned');
  if (actor.kind === 'person' && actor.userId === c.assignee.userId) return refuse('remindsThemselves');
  return required('text', text) ?? [{ type: 'OwnerReminded', data: { to: c.assignee, text } }];
};

import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import type { EpisodeActed } from '@openum/casework/practice/episode/act.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { practiceTenant } from './people.ts';

const scope = { tenantId: practiceTenant.tenantId };
const dayMinutes = 24 * 60;

/** One act of somebody at the practice, so many days before today. */
export type Step = {
  readonly daysAgo: number;
  /** Who acts, when it is not the review staff. */
  readonly as?: Role;
  readonly run: (me: PracticeActing) => Promise<EpisodeActed>;
};

const done = (acted: EpisodeActed): void => {
  if (acted.kind === 'refused') throw new Error(`the demonstration was refused: ${refusalSentence(acted.refusal)}`);
  if (acted.kind === 'stale') throw new Error('the demonstration met another writer');
};

/** Does them in the order in which they happened; those of one moment in the order given. */
export const playSteps = async (casework: Casework, clock: DemoClock, steps: readonly Step[]): Promise<void> => {
  const users = await casework.identity.users(scope);
  const personOf = (role: Role) => {
    const user = users.find((u) => u.roles.includes(role));
    if (!user) throw new Error(`the demonstration lacks a person of the practice: ${role}`);
    return actorOf(user);
  };
  const inOrder = steps
    .map((step, order) => ({ ...step, order }))
    .toSorted((a, b) => b.daysAgo - a.daysAgo || a.order - b.order);
  for (const { daysAgo, as = 'utilizationReviewStaff', run } of inOrder) {
    clock.goTo(daysAgo * dayMinutes);
    const now = casework.environment.now();
    const today = dateInZone(now, practiceTenant.zone);
    done(await run({ casework, practice: practiceTenant, scope, actor: personOf(as), now, today }));
  }
};

import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Tenant } from '../port/identity.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';

/** Somebody at work in one practice. Every use case of the practice desk runs in the scope that this names. */
export type PracticeActing = {
  readonly casework: Casework;
  readonly practice: Tenant;
  readonly scope: Scope;
  readonly actor: PersonActor;
  readonly now: Instant;
  /** The day of `now` in the practice's zone. */
  readonly today: CalendarDate;
};

/** The same, where the product itself may act: on a message that leaves no question. */
export type EpisodeActing = Omit<PracticeActing, 'actor'> & { readonly actor: EpisodeCommand['actor'] };

/** What each command needs to know of who acts and when. */
export const byAt = <A extends EpisodeCommand['actor']>({
  actor,
  now,
  today,
}: Omit<PracticeActing, 'actor'> & { readonly actor: A }) => ({
  actor,
  now,
  today,
});

export const recordPracticeRead = (
  { casework: { readLog, environment }, scope, actor, now }: PracticeActing,
  what: ReadEntry['what'],
  resourceId?: string,
): Promise<void> =>
  readLog.record(scope, {
    readId: environment.newId(),
    userId: actor.userId,
    purpose: what === 'patientSearch' ? 'search' : 'utilizationReview',
    what,
    ...(resourceId ? { resourceId } : {}),
    at: now,
  });

import {
  type GrantableRole,
  type GrantProblem,
  grantProblems,
  type PracticeGrant,
  standsOn,
} from '@openum/domain/practiceGrant/grant.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { ReadEntry } from '../../port/readLog.ts';
import type { Scope } from '../../port/scope.ts';
import type { PracticeActing } from '../acting.ts';

export type GivenAccess = {
  /** Made by whoever asks; giving twice gives once. */
  readonly grantId: string;
  /** With which the person signs in at their own organization. */
  readonly email: string;
  readonly roles: readonly GrantableRole[];
  readonly from: CalendarDate;
  readonly through?: CalendarDate;
};

export const giveAccess = async (me: PracticeActing, given: GivenAccess): Promise<readonly GrantProblem[]> => {
  const { casework, scope, actor, now, today } = me;
  const { email, ...rest } = given;
  const user = (await casework.identity.userForSignIn(email))?.user;
  const organization = user?.active ? await casework.identity.tenant({ tenantId: user.tenantId }) : undefined;
  if (!user || organization?.kind !== 'practice')
    return [{ path: 'email', message: 'nobody of another practice or service signs in with it' }];
  const grant: PracticeGrant = {
    ...rest,
    to: { userId: user.userId, name: user.name, tenantId: user.tenantId, organization: organization.name },
    grantedAt: now,
    grantedBy: { userId: actor.userId, name: actor.name },
  };
  const others = (await casework.practiceGrants.list(scope)).filter((g) => g.grantId !== grant.grantId);
  const problems = grantProblems(grant, scope.tenantId, others, today);
  if (problems.length === 0) await casework.practiceGrants.add(scope, grant);
  return problems;
};

/** Ends it at once. False when there is no such grant that stands or is to come. */
export const endAccess = ({ casework, scope, actor, now }: PracticeActing, grantId: string, reason: string) =>
  casework.practiceGrants.revoke(scope, grantId, {
    at: now,
    by: { userId: actor.userId, name: actor.name },
    reason,
  });

export type AccessReading = {
  readonly today: CalendarDate;
  readonly grants: readonly (PracticeGrant & {
    readonly stands: boolean;
    /** What the person looked at here, newest first; the latest ones. */
    readonly looks: readonly { readonly what: ReadEntry['what']; readonly resourceId?: string; readonly at: Instant }[];
  })[];
};

const latestLooks = 20;

/** Whom the practice let in, and what they looked at. */
export const readAccess = async ({ casework, scope, today }: PracticeActing): Promise<AccessReading> => {
  const grants = await casework.practiceGrants.list(scope);
  const looks = await Promise.all(grants.map((g) => casework.readLog.ofUser(scope, g.to.userId, latestLooks)));
  return {
    today,
    grants: grants.map((g, i) => ({
      ...g,
      stands: standsOn(g, today),
      looks: (looks[i] ?? []).map(({ what, resourceId, at }) => ({ what, at, ...(resourceId ? { resourceId } : {}) })),
    })),
  };
};

/** Everybody who works on the record of a practice today: its own people, and those it let in. */
export const peopleAt = async (
  { identity, practiceGrants }: Pick<Casework, 'identity' | 'practiceGrants'>,
  scope: Scope,
  today: CalendarDate,
): Promise<readonly { readonly userId: string; readonly name: string; readonly email?: string }[]> => {
  const [users, grants] = await Promise.all([identity.users(scope), practiceGrants.list(scope)]);
  const guests = grants
    .filter((g) => standsOn(g, today))
    .map((g) => [g.to.userId, { userId: g.to.userId, name: `${g.to.name} (${g.to.organization})` }] as const);
  return [
    ...users.filter((u) => u.active).map(({ userId, name, email }) => ({ userId, name, email })),
    ...new Map(guests).values(),
  ];
};

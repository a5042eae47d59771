import type { PersonActor, Role } from '../actor/actor.ts';
import { type CalendarDate, earlierDay, type Instant, laterDay } from '../time/instant.ts';

/** What a practice may leave to people of another organization. Treatment and its record stay with its own people. */
export const grantableRoles = ['utilizationReviewStaff', 'biller', 'frontDesk'] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

/** Who lets somebody in, and ends it. */
export const grantingRoles: readonly Role[] = ['administrator', 'practiceOwner'];

type By = { readonly userId: string; readonly name: string };

/** Leave of a practice for one person of another organization to work on its record. */
export type PracticeGrant = {
  readonly grantId: string;
  readonly to: By & { readonly tenantId: string; readonly organization: string };
  readonly roles: readonly GrantableRole[];
  /** First and last day, in the practice's zone. Without a last day it stands until it is ended. */
  readonly from: CalendarDate;
  readonly through?: CalendarDate;
  readonly grantedAt: Instant;
  readonly grantedBy: By;
  readonly revoked?: { readonly at: Instant; readonly by: By; readonly reason: string };
};

export const standsOn = (g: PracticeGrant, today: CalendarDate): boolean =>
  g.revoked === undefined && g.from <= today && (g.through === undefined || today <= g.through);

/** The roles that a person holds at the practice on a day; none: the practice is closed to them. */
export const rolesOn = (
  grants: readonly PracticeGrant[],
  userId: string,
  today: CalendarDate,
): readonly GrantableRole[] =>
  grantableRoles.filter((r) => grants.some((g) => g.to.userId === userId && standsOn(g, today) && g.roles.includes(r)));

const overlap = (a: PracticeGrant, b: PracticeGrant): boolean => {
  const from = laterDay(a.from, b.from);
  const through = a.through && b.through ? earlierDay(a.through, b.through) : (a.through ?? b.through);
  return through === undefined || from <= through;
};

export type GrantProblem = { readonly path: string; readonly message: string };

/** What is wrong with a grant that is about to be given. */
export const grantProblems = (
  g: PracticeGrant,
  practiceTenantId: string,
  others: readonly PracticeGrant[],
  today: CalendarDate,
): readonly GrantProblem[] => {
  const problem = (wrong: boolean, path: string, message: string): readonly GrantProblem[] =>
    wrong ? [{ path, message }] : [];
  const ends = g.through;
  return [
    ...problem(g.to.tenantId === practiceTenantId, 'email', 'is of this practice; its own people need no grant'),
    ...problem(g.roles.length === 0, 'roles', 'choose at least one'),
    ...problem(ends !== undefined && ends < g.from, 'through', 'lies before the first day'),
    ...problem(ends !== undefined && ends < today, 'through', 'lies in the past'),
    ...problem(
      others.some((o) => o.to.userId === g.to.userId && o.revoked === undefined && overlap(o, g)),
      'email',
      'has access on these days already; end that first',
    ),
  ];
};

/** The person as the record of the practice names them: with the organization, and with the roles of the grant alone. */
export const actorOfGrant = (
  person: PersonActor,
  organization: NonNullable<PersonActor['outside']>,
  roles: readonly GrantableRole[],
): PersonActor => ({
  kind: 'person',
  userId: person.userId,
  name: `${person.name} (${organization.name})`,
  roles,
  outside: organization,
});

import type { Channel, LineOfBusiness, ReviewType, Setting, Urgency } from '../case/request.ts';

/** A person of a team, and what they are good at beside what everybody there does. */
export type TeamMember = { readonly userId: string; readonly skills: readonly string[] };

export type Team = {
  readonly teamId: string;
  readonly name: string;
  readonly members: readonly TeamMember[];
};

/** What a rule asks of a case; what is absent is not asked. Each list: any one of these. */
export type RoutingCondition = {
  readonly lineOfBusiness?: readonly LineOfBusiness[];
  readonly category?: readonly string[];
  readonly service?: readonly string[];
  readonly reviewType?: readonly ReviewType[];
  readonly state?: readonly string[];
  readonly language?: readonly string[];
  readonly urgency?: Urgency;
  readonly setting?: readonly Setting[];
  readonly channel?: readonly Channel[];
  readonly behavioralHealth?: boolean;
};

export type RoutingRule = {
  readonly ruleId: string;
  /** Said in the reason of every case that it routes. */
  readonly name: string;
  readonly when: RoutingCondition;
  readonly teamId: string;
  /** Whom of the team it wants: people with all of these, where there are any. */
  readonly skills: readonly string[];
};

/** Who gets what, as the plan has settled it. The first rule that fits decides. */
export type RoutingPlan = { readonly teams: readonly Team[]; readonly rules: readonly RoutingRule[] };

/** What is wrong with a plan of routing, each with its field. */
export const routingPlanProblems = (
  plan: RoutingPlan,
  userIds: ReadonlySet<string>,
): readonly { readonly path: string; readonly message: string }[] => [
  ...repeated(plan.teams.map((t) => t.teamId)).map((at) => ({
    path: `teams.${at}.teamId`,
    message: 'Two teams have the same id.',
  })),
  ...repeated(plan.teams.map((t) => t.name.trim().toLowerCase())).map((at) => ({
    path: `teams.${at}.name`,
    message: 'Two teams have the same name.',
  })),
  ...plan.teams.flatMap((t, at) =>
    t.members.flatMap((m, n) =>
      userIds.has(m.userId)
        ? repeated(t.members.map((x) => x.userId)).includes(n)
          ? [{ path: `teams.${at}.members.${n}`, message: `${t.name} names somebody twice.` }]
          : []
        : [{ path: `teams.${at}.members.${n}`, message: `${t.name} names somebody who is not an active user.` }],
    ),
  ),
  ...repeated(plan.rules.map((r) => r.ruleId)).map((at) => ({
    path: `rules.${at}.ruleId`,
    message: 'Two rules have the same id.',
  })),
  ...plan.rules.flatMap((r, at) =>
    plan.teams.some((t) => t.teamId === r.teamId)
      ? []
      : [{ path: `rules.${at}.teamId`, message: `Rule ${r.name} names a team that is not there.` }],
  ),
];

/** Places of values that stood before. */
const repeated = (values: readonly string[]): readonly number[] =>
  values.flatMap((v, at) => (values.indexOf(v) < at ? [at] : []));

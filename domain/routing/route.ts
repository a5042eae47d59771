import type { Assignee } from '../case/event.ts';
import type { Channel, LineOfBusiness, ReviewType, Setting, Urgency } from '../case/request.ts';
import type { Instant } from '../time/instant.ts';
import { nextWithin, type WeeklyHours } from '../time/weekly.ts';
import type { RoutingCondition, RoutingPlan, RoutingRule, Team } from './plan.ts';

/** What of a case the rules of routing look at. */
export type RoutingFacts = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly categories: readonly string[];
  readonly services: readonly string[];
  readonly reviewType: ReviewType;
  readonly state?: string;
  readonly language?: string;
  readonly urgency: Urgency;
  readonly setting: Setting;
  readonly channel: Channel;
  readonly behavioralHealth: boolean;
};

/** Somebody who may be given a case, as things stand at the moment of routing. */
export type Colleague = {
  readonly userId: string;
  readonly name: string;
  /** Open cases. */
  readonly open: number;
  /** The same weighted by what is left of their time. */
  readonly load: number;
  /** Most load at once; absent: no limit. */
  readonly capacity?: number;
  readonly hours?: WeeklyHours;
  /** End of the absence that covers this moment. */
  readonly awayUntil?: Instant;
};

export type TeamRef = { readonly teamId: string; readonly name: string };

/** Where a case goes. Without `to`, nobody of the team can take it now. */
export type Routed = { readonly team: TeamRef; readonly to?: Assignee; readonly because: string };

const any = <T>(wanted: readonly T[] | undefined, has: readonly (T | undefined)[]): boolean =>
  wanted === undefined || has.some((h) => h !== undefined && wanted.includes(h));

const fits = (w: RoutingCondition, f: RoutingFacts): boolean =>
  any(w.lineOfBusiness, [f.lineOfBusiness]) &&
  any(w.category, f.categories) &&
  any(w.service, f.services) &&
  any(w.reviewType, [f.reviewType]) &&
  any(w.state, [f.state]) &&
  any(w.language, [f.language]) &&
  any(w.setting, [f.setting]) &&
  any(w.channel, [f.channel]) &&
  (w.urgency === undefined || w.urgency === f.urgency) &&
  (w.behavioralHealth === undefined || w.behavioralHealth === f.behavioralHealth);

const ruleFor = (plan: RoutingPlan, facts: RoutingFacts): RoutingRule | undefined =>
  plan.rules.find((r) => fits(r.when, facts));

/** When somebody is next at work: now, later, or not in sight. */
export const atWorkFrom = (c: Colleague, now: Instant): Instant | undefined => {
  const from = c.awayUntil !== undefined && c.awayUntil > now ? c.awayUntil : now;
  return c.hours ? nextWithin(c.hours, from) : from;
};

const openWords = (c: Colleague): string => `${c.name} has ${c.open} open`;

/** Load first, then cases, then the id: the same people at the same moment always give the same answer. */
const lighter = (a: Colleague, b: Colleague): number =>
  a.load - b.load || a.open - b.open || (a.userId < b.userId ? -1 : 1);

type Pool = { readonly people: readonly Colleague[]; readonly note: string };

/** People with the skills; where nobody has them, everybody, and it is said. */
const skilled = (team: Team, rule: RoutingRule, colleagues: ReadonlyMap<string, Colleague>): Pool => {
  const of = (members: Team['members']) => members.flatMap((m) => colleagues.get(m.userId) ?? []);
  if (rule.skills.length === 0) return { people: of(team.members), note: '' };
  const able = of(team.members.filter((m) => rule.skills.every((s) => m.skills.includes(s))));
  const wanted = rule.skills.join(' and ');
  return able.length > 0
    ? { people: able, note: ` with ${wanted}` }
    : { people: of(team.members), note: `; nobody of the team has ${wanted}` };
};

const hasRoom = (c: Colleague): boolean => c.capacity === undefined || c.load < c.capacity;

/**
 * The team and the person who get a case: by the first rule that fits, then who is at work and has room, then the least load. Outside
 * of everybody's hours the one who is back first; when all are full, the least loaded all the same, since a case must not lie about.
 */
export const route = (
  plan: RoutingPlan,
  facts: RoutingFacts,
  colleagues: ReadonlyMap<string, Colleague>,
  now: Instant,
  /** Left out, since the case is to be taken from them. */
  except?: string,
): Routed | undefined => {
  const rule = ruleFor(plan, facts);
  const team = rule && plan.teams.find((t) => t.teamId === rule.teamId);
  if (!rule || !team) return undefined;
  const { people: pool, note } = skilled(team, rule, colleagues);
  const people = pool.filter((c) => c.userId !== except);
  const to = (c: Colleague, why: string): Routed => ({
    team: { teamId: team.teamId, name: team.name },
    to: { userId: c.userId, name: c.name },
    because: `Rule "${rule.name}". ${openWords(c)}, ${why}${note}.`,
  });
  const here = people.filter((c) => atWorkFrom(c, now) === now);
  const withRoom = here.filter(hasRoom).toSorted(lighter);
  const [best] = withRoom;
  if (best) return to(best, `the least of ${withRoom.length} at work`);
  const [full] = here.toSorted(lighter);
  if (full) return to(full, 'the least although everybody at work is full');
  const [next] = people
    .flatMap((c) => {
      const from = atWorkFrom(c, now);
      return from === undefined ? [] : [{ c, from }];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : lighter(a.c, b.c)));
  if (next) return to(next.c, 'nobody is at work now and this person is back first');
  return {
    team: { teamId: team.teamId, name: team.name },
    because: `Rule "${rule.name}". Nobody of the team is there${note}.`,
  };
};

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addElapsed, instant, zoneId } from '../time/instant.ts';
import type { RoutingPlan } from './plan.ts';
import { routingPlanProblems } from './plan.ts';
import { type Colleague, type RoutingFacts, route } from './route.ts';

/** A Monday, 9 a.m. in Chicago. */
const now = instant('2026-11-23T15:00:00Z');
const plan: RoutingPlan = {
  teams: [
    {
      teamId: 'bh',
      name: 'Behavioral health',
      members: [
        { userId: 'maria', skills: ['residential'] },
        { userId: 'ana', skills: [] },
        { userId: 'bo', skills: ['residential', 'spanish'] },
      ],
    },
    { teamId: 'med', name: 'Medical', members: [{ userId: 'zoe', skills: [] }] },
  ],
  rules: [
    { ruleId: 'r1', name: 'Residential', when: { category: ['Residential'] }, teamId: 'bh', skills: ['residential'] },
    { ruleId: 'r2', name: 'Behavioral health', when: { behavioralHealth: true }, teamId: 'bh', skills: [] },
    { ruleId: 'r3', name: 'All others', when: {}, teamId: 'med', skills: [] },
  ],
};
const facts = (change: Partial<RoutingFacts> = {}): RoutingFacts => ({
  lineOfBusiness: 'commercialInsured',
  categories: ['Residential'],
  services: ['H0018'],
  reviewType: 'prospective',
  urgency: 'standard',
  setting: 'inpatient',
  channel: 'pas',
  behavioralHealth: true,
  ...change,
});
const person = (userId: string, change: Partial<Colleague> = {}): Colleague => ({
  userId,
  name: userId[0]?.toUpperCase() + userId.slice(1),
  open: 4,
  load: 4,
  ...change,
});
const staff = (...people: Colleague[]) => new Map(people.map((p) => [p.userId, p]));

describe('the route of a case', () => {
  test('is the first rule that fits, then the least load among those with the skill, and says so', () => {
    const people = staff(person('maria'), person('ana', { open: 0, load: 0 }), person('bo', { open: 5, load: 9 }));
    expect(route(plan, facts(), people, now)).toEqual({
      team: { teamId: 'bh', name: 'Behavioral health' },
      to: { userId: 'maria', name: 'Maria' },
      because: 'Rule "Residential". Maria has 4 open, the least of 2 at work with residential.',
    });
    expect(route(plan, facts({ categories: ['Therapy'] }), people, now)?.to?.userId).toBe('ana');
    const medical = facts({ behavioralHealth: false, categories: ['Imaging'] });
    expect(route(plan, medical, staff(person('zoe')), now)?.team.name).toBe('Medical');
  });

  test('passes by whoever is away, off duty or full', () => {
    const hours = { zone: zoneId('America/Chicago'), days: [{ weekday: 1, from: '13:00', to: '18:00' }] };
    const away = person('maria', { awayUntil: addElapsed(now, { hours: 50 }), load: 0 });
    expect(route(plan, facts(), staff(away, person('bo')), now)?.to?.userId).toBe('bo');
    expect(route(plan, facts(), staff(person('maria', { hours, load: 0 }), person('bo')), now)?.to?.userId).toBe('bo');
    const full = person('maria', { load: 1, capacity: 1 });
    expect(route(plan, facts(), staff(full, person('bo')), now)?.to?.userId).toBe('bo');
  });

  test('goes to whoever is back first when nobody is there, and to the least loaded when all are full', () => {
    const back = (hours: number) => ({ awayUntil: addElapsed(now, { hours }) });
    const routed = route(plan, facts(), staff(person('maria', back(40)), person('bo', back(2))), now);
    expect(routed?.to?.userId).toBe('bo');
    expect(routed?.because).toContain('back first');
    const full = staff(person('maria', { load: 9, capacity: 1 }), person('bo', { load: 8, capacity: 1 }));
    expect(route(plan, facts(), full, now)?.because).toContain('everybody at work is full');
  });

  test('without anybody who has the skill it is the whole team, and that is said', () => {
    expect(route(plan, facts(), staff(person('ana')), now)).toMatchObject({
      to: { userId: 'ana' },
      because: expect.stringContaining('nobody of the team has residential'),
    });
  });

  test('is the team alone when the team has nobody, and nothing when no rule fits', () => {
    const routed = route(plan, facts(), staff(), now);
    expect(routed?.team.teamId).toBe('bh');
    expect(routed?.to).toBeUndefined();
    expect(route({ ...plan, rules: [] }, facts(), staff(), now)).toBeUndefined();
  });

  test('never goes to the person from whom the case is taken, and does not hang on the order of people', () => {
    const load = fc.integer({ min: 0, max: 9 });
    const people = fc
      .tuple(load, load, load, fc.boolean())
      .map(([a, b, c, away]) => [
        person('maria', { load: a, open: a }),
        person('ana', { load: b, open: b }),
        person('bo', { load: c, open: c, ...(away ? { awayUntil: addElapsed(now, { hours: 1 }) } : {}) }),
      ]);
    fc.assert(
      fc.property(people, (all) => {
        const first = route(plan, facts(), staff(...all), now);
        expect(route(plan, facts(), staff(...all.toReversed()), now)).toEqual(first);
        expect(route(plan, facts(), staff(...all), now, 'maria')?.to?.userId).not.toBe('maria');
      }),
    );
  });
});

describe('a plan of routing', () => {
  test('names only teams that are there, people who are there, and each once', () => {
    const people = new Set(['maria', 'ana', 'bo', 'zoe']);
    expect(routingPlanProblems(plan, people)).toEqual([]);
    const [bh, med] = plan.teams;
    if (!bh || !med) throw new Error('given: two teams');
    const broken: RoutingPlan = {
      teams: [bh, { ...med, teamId: 'bh', name: 'behavioral health', members: [{ userId: 'gone', skills: [] }] }],
      rules: [{ ruleId: 'r', name: 'X', when: {}, teamId: 'nowhere', skills: [] }],
    };
    expect(routingPlanProblems(broken, people).map((p) => p.path)).toEqual([
      'teams.1.teamId',
      'teams.1.name',
      'teams.1.members.0',
      'rules.0.teamId',
    ]);
  });
});

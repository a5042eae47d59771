import { addElapsed, instant } from '@openum/domain/time/instant.ts';
import { nurse, otherNurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { sweepStrays } from './strays.ts';

let plan: Plan;
const failures: unknown[] = [];
const sweep = () => sweepStrays(plan.casework, new Set(), (_caseId, error) => failures.push(error));

const routing = {
  teams: [
    {
      teamId: 't1',
      name: 'Medical',
      members: [
        { userId: nurse.userId, skills: [] },
        { userId: otherNurse.userId, skills: [] },
      ],
    },
  ],
  rules: [{ ruleId: 'r1', name: 'All', when: {}, teamId: 't1', skills: [] }],
};
const save = () =>
  plan.casework.routing.save(scope, {
    version: 1,
    plan: routing,
    savedAt: plan.environment.now(),
    savedBy: { userId: 'd', name: 'Director' },
    reason: 'first',
  });
const away = (userId: string, hours: number) =>
  plan.casework.physicians.recordAbsence(scope, userId, {
    absenceId: `absence-${userId}`,
    from: addElapsed(plan.environment.now(), { hours: -1 }),
    until: addElapsed(plan.environment.now(), { hours }),
    recordedAt: plan.environment.now(),
    recordedBy: 'Director',
  });
const arrive = async () => (await plan.receive(oxygenArrival({ facts: noSaturation }))).caseId;

beforeEach(async () => {
  plan = await aPlan();
  failures.length = 0;
});

describe('routing', () => {
  test('gives a new case its team and person in the append that opens it, with the reason', async () => {
    await save();
    const c = await plan.state(await arrive());
    expect(c.assignee).toEqual({ userId: nurse.userId, name: nurse.name });
    expect(c.routed).toMatchObject({ team: { name: 'Medical' }, because: expect.stringContaining('Rule "All"') });
  });

  test('gives nobody a case of which nothing is left to decide', async () => {
    await save();
    const { state } = await plan.receive(oxygenArrival());
    expect(state.items[0]?.determination?.outcome).toBe('approved');
    expect(state.assignee).toBeUndefined();
  });

  test('lets a colleague take what a rule has given, but not what a person has taken', async () => {
    await save();
    const caseId = await arrive();
    expect((await plan.act(otherNurse, caseId, { type: 'Claim' })).kind).toBe('done');
    expect((await plan.state(caseId)).assignee?.userId).toBe(otherNurse.userId);
    expect(await plan.act(nurse, caseId, { type: 'Claim' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'assignedToAnother' },
    });
  });
});

describe('the sweep of strays', () => {
  test('does nothing where no routing was set up', async () => {
    await arrive();
    expect(await sweep()).toBe(0);
  });

  test('gives a case without an owner to somebody, once', async () => {
    const caseId = await arrive();
    await save();
    expect(await sweep()).toBe(1);
    expect((await plan.state(caseId)).assignee).toBeDefined();
    expect(await sweep()).toBe(0);
    expect(failures).toEqual([]);
  });

  test('takes a case from somebody who will not be back before its deadline, and leaves what can wait', async () => {
    await save();
    const caseId = await arrive();
    const owner = (await plan.state(caseId)).assignee?.userId ?? '';
    await away(owner, 2);
    expect(await sweep()).toBe(0);
    await plan.casework.physicians.cancelAbsence(scope, owner, `absence-${owner}`, plan.environment.now());
    await plan.casework.physicians.recordAbsence(scope, owner, {
      absenceId: 'long',
      from: addElapsed(plan.environment.now(), { hours: -1 }),
      until: instant('2027-03-01T00:00:00Z'),
      recordedAt: plan.environment.now(),
      recordedBy: 'Director',
    });
    expect(await sweep()).toBe(1);
    const after = await plan.state(caseId);
    expect(after.assignee?.userId).not.toBe(owner);
    expect(after.routed?.because).toContain('is not back before the earliest deadline');
  });

  test('leaves a case with the team alone when nobody is there, and finds somebody later', async () => {
    await save();
    await plan.casework.routing.save(scope, {
      version: 2,
      plan: { ...routing, teams: [{ teamId: 't1', name: 'Medical', members: [] }] },
      savedAt: plan.environment.now(),
      savedBy: { userId: 'd', name: 'Director' },
      reason: 'emptied',
    });
    const caseId = await arrive();
    expect(await plan.state(caseId)).toMatchObject({ routed: { team: { teamId: 't1' } } });
    expect(await sweep()).toBe(0);
    await plan.casework.routing.save(scope, {
      version: 3,
      plan: routing,
      savedAt: plan.environment.now(),
      savedBy: { userId: 'd', name: 'Director' },
      reason: 'filled',
    });
    expect(await sweep()).toBe(1);
    expect((await plan.state(caseId)).assignee).toBeDefined();
  });
});

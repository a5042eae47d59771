import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { alarmPolicy as policy } from '@openum/testkit/case/clock.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, expect, test } from 'vitest';
import { sweepAlarms } from './alarms.ts';

let plan: Plan;
let caseId: string;
const failures: unknown[] = [];

beforeEach(async () => {
  plan = await aPlan();
  caseId = (await plan.receive(oxygenArrival({ facts: noSaturation }))).caseId;
});
const sweep = () => {
  const { clockList: clocks, notifications } = plan.store;
  return sweepAlarms({ casework: plan.casework, clocks, notifications, policy }, new Set(), (_, e) => failures.push(e));
};
const told = async (userId: string) =>
  (await plan.store.notifications.ofUser(scope, userId, 50)).rows.map((n) => [n.stepId, n.late]);

test('the owner is told at half of the time, the lead at three quarters, each once', async () => {
  await plan.act(nurse, caseId, { type: 'Claim' });
  plan.environment.pass({ hours: 60 });
  expect(await sweep()).toBe(0);
  plan.environment.pass({ hours: 31, minutes: 30 });
  expect(await sweep()).toBe(1);
  expect(await told(nurse.userId)).toEqual([['half', false]]);
  expect(await told(coordinator.userId)).toEqual([]);
  plan.environment.pass({ hours: 46 });
  expect(await sweep()).toBe(1);
  expect((await told(coordinator.userId)).map(([step]) => step)).toEqual(['threeQuarters']);
  expect(await sweep()).toBe(0);
  expect(failures).toEqual([]);
});

test('a case that nobody has is the lead’s from the first alarm on', async () => {
  plan.environment.pass({ hours: 92 });
  await sweep();
  expect((await told(coordinator.userId)).map(([step]) => step)).toEqual(['half']);
});

test('a worker that stood still catches up on every step and marks it late', async () => {
  plan.environment.pass({ hours: 24 * 9 });
  expect(await sweep()).toBe(policy.steps.length);
  expect((await told(coordinator.userId)).every(([, late]) => late)).toBe(true);
  expect(await sweep()).toBe(0);
});

test('a clock set back raises nothing twice', async () => {
  plan.environment.pass({ hours: 92 });
  expect(await sweep()).toBe(1);
  plan.environment.pass({ hours: -80 });
  expect(await sweep()).toBe(0);
  plan.environment.pass({ hours: 80 });
  expect(await sweep()).toBe(0);
});

test('what was decided raises no more alarms', async () => {
  await plan.act(coordinator, caseId, { type: 'Withdraw', requestedBy: 'Clinic', reason: 'Not needed.' });
  plan.environment.pass({ hours: 24 * 9 });
  expect(await sweep()).toBe(0);
});

test('one case that cannot be read does not keep the others from being told', async () => {
  plan.environment.pass({ hours: 92 });
  const { clockList, notifications } = plan.store;
  const clocks: typeof clockList = {
    ...clockList,
    alarming: async (...asked) => ['broken', ...(await clockList.alarming(...asked))],
  };
  const { cases } = plan.casework;
  const events: typeof cases.events = async (s, id) => {
    if (id === 'broken') throw new Error('unreadable');
    return cases.events(s, id);
  };
  const casework = { ...plan.casework, cases: { ...cases, events } };
  const failed: string[] = [];
  const setAside = new Set<string>();
  const ports = { casework, clocks, notifications, policy };
  expect(await sweepAlarms(ports, setAside, (id) => failed.push(id), 1)).toBe(0);
  expect(await sweepAlarms(ports, setAside, (id) => failed.push(id), 1)).toBe(1);
  expect(failed).toEqual(['broken']);
});

import { alarmPolicy as policy } from '@openum/testkit/case/clock.ts';
import { aDeniedPlan, type DeniedPlan } from '@openum/testkit/case/deniedPlan.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, expect, test } from 'vitest';
import { sweepAppeals } from './watch.ts';

let desk: DeniedPlan;
const failures: unknown[] = [];
beforeEach(() => {
  failures.length = 0;
});

const sweep = () => {
  const { casework, store } = desk.plan;
  return sweepAppeals({ casework, notifications: store.notifications, policy }, (_, e) => failures.push(e));
};
const told = async () =>
  (await desk.plan.store.notifications.ofUser(scope, 'appeals', 50)).rows.map((n) => n.stepId.split('.')[0]);

test('the appeals desk is told once that the reviewers outside are past their time, and once more on the day agreed with them', async () => {
  desk = await aDeniedPlan('medicareAdvantage');
  await desk.file('MA-RECONSIDERATION');
  await desk.resolve('upheld');
  await desk.forward();
  desk.plan.environment.pass({ hours: 24 * 29 });
  expect(await sweep()).toBe(0);
  desk.plan.environment.pass({ hours: 24 * 3 });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  const { appealId } = await desk.appeal();
  const askAgainAt = '2027-01-05T18:00:00Z';
  await desk.act({ type: 'ChaseExternalAnswer', appealId, asked: 'The entity', answer: 'In two weeks.', askAgainAt });
  expect(await sweep()).toBe(0);
  desk.plan.environment.pass({ hours: 24 * 14 });
  expect(await sweep()).toBe(1);
  expect(await told()).toEqual(['answerOverdue', 'answerOverdue']);
  expect(failures).toEqual([]);
});

test('care that goes on is brought up once the time to ask for a hearing is over', async () => {
  desk = await aDeniedPlan('medicaidManagedCare');
  await desk.file('MCD-APPEAL');
  await desk.act({
    type: 'DecideAidContinuing',
    appealId: (await desk.appeal()).appealId,
    granted: true,
    askedBy: 'member',
    askedAt: desk.plan.environment.now(),
    previouslyAuthorized: true,
    period: { start: '2026-11-23' },
    reason: 'Asked on the day of the letter.',
  });
  await desk.resolve('upheld');
  expect(await sweep()).toBe(0);
  desk.plan.environment.pass({ hours: 24 * 12 });
  expect(await sweep()).toBe(1);
  expect(await told()).toEqual(['aidEnds']);
});

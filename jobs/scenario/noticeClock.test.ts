import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { licence, nurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { aScenario, type Scenario } from '@openum/testkit/case/scenario.ts';
import { expect, test } from 'vitest';
import { sweepMissed } from '../clock/missed.ts';

/** California counts the time to tell from the decision: the provider within a day, the member of a denial within two business days. */
const reviewer = { ...physicianWith({ licences: [licence({ state: 'CA' })] }), userId: 'californian' };

const aCase = async () => {
  const s = await aScenario({
    lineOfBusiness: 'commercialInsured',
    state: 'CA',
    zone: zoneId('America/Los_Angeles'),
    people: [reviewer],
  });
  s.goTo('2026-12-03T09:00');
  const caseId = await s.arrives({
    setting: 'outpatient',
    items: [
      {
        sequence: 1,
        diagnoses: ['M17.11'],
        service: { system: 'http://www.ama-assn.org/go/cpt', code: '27447' },
        quantity: { value: 1, unit: 'unit' },
        period: { start: calendarDate('2027-01-11'), end: calendarDate('2027-01-11') },
      },
    ],
  });
  return { s, caseId };
};

const deny = async (s: Scenario, caseId: string) => {
  await s.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'No therapy tried.',
  });
  const decided = await s.decideAs(reviewer, caseId, [
    {
      outcome: 'denied',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale: 'Six weeks of exercise therapy before a replacement are not documented in the notes that were sent.',
      memberRationale: 'Treatments such as exercise therapy were not tried first, so a new knee is not yet needed.',
      criteriaCited: { name: 'Total joint replacement policy', version: '2026', citation: 'Medical policy 7.01.15' },
    },
  ]);
  if (decided.kind !== 'done') throw new Error(`given: not decided: ${JSON.stringify(decided)}`);
};
const toTell = async (s: Scenario, caseId: string) =>
  (await s.receipts(caseId))
    .filter((r) => r.startEvent === 'decisionMade' || r.startEvent === 'adverseDecisionMade')
    .map((r) => [r.ruleId, r.dueAt, r.state]);

test('a denial on a Thursday starts the clocks of its letters, which its letters meet', async () => {
  const { s, caseId } = await aCase();
  expect(await toTell(s, caseId)).toEqual([]);
  s.goTo('2026-12-03T15:00');
  await deny(s, caseId);
  expect(await toTell(s, caseId)).toEqual([
    ['CA-NOTIFY-PROVIDER', s.local('2026-12-04T15:00'), 'running'],
    ['CA-NOTIFY-ENROLLEE', s.local('2026-12-07T23:59:59.999'), 'running'],
  ]);
  s.goTo('2026-12-03T15:10');
  await s.letters(caseId);
  expect((await toTell(s, caseId)).map(([, , state]) => state)).toEqual(['met', 'met']);
});

test('letters that do not go out in time are noted as missed, though the decision itself was in time', async () => {
  const { s, caseId } = await aCase();
  s.goTo('2026-12-03T15:00');
  await deny(s, caseId);
  s.goTo('2026-12-04T15:01');
  const failed: unknown[] = [];
  await sweepMissed(s.casework, s.store.clockList, new Set(), (_, e) => failed.push(e));
  expect(failed).toEqual([]);
  const { missedDeadlines } = await s.state(caseId);
  expect(missedDeadlines.map((m) => m.ruleId)).toEqual(['CA-NOTIFY-PROVIDER']);
});

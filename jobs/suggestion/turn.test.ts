import { turnSwitch } from '@openum/casework/suggestion/settings.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, tenant } from '@openum/testkit/case/plan.ts';
import { modelSaying } from '@openum/testkit/model/fake.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { workSuggestions } from './work.ts';

let plan: Plan;
const other = { ...tenant, tenantId: 'other-plan' };

beforeEach(async () => {
  plan = await aPlan();
  await plan.store.identity.createTenant(other);
  for (const t of [tenant, other]) await turnSwitch(plan.casework, t, coordinator, { kind: 'all' }, true, 'To try it.');
});

const ask = (of: typeof tenant, runId: string) =>
  plan.store.suggestions.ask(of, {
    ...{ runId, agent: 'brief', agentVersion: '1', subject: { kind: 'case', id: 'gone' }, input: {}, services: [] },
    askedAt: plan.environment.now(),
  });
const isDone = async (of: typeof tenant, runId: string) =>
  (await plan.store.suggestions.run(of, runId))?.outcome !== undefined;
const look = (atOnce: number, nth = 0) => {
  const languageModel = modelSaying(() => ({}), { atOnce });
  return workSuggestions({ ...plan.casework, languageModel }, () => undefined, nth);
};

describe('questions of several organizations', () => {
  test('are taken in turn, so that a long queue of one does not keep the other waiting', async () => {
    for (const id of ['a', 'b', 'c']) await ask(tenant, id);
    await ask(other, 'x');
    expect(await look(2)).toBe(2);
    expect([await isDone(tenant, 'a'), await isDone(tenant, 'b'), await isDone(other, 'x')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('begin with another one at the next look', async () => {
    for (const t of [tenant, other]) for (const id of ['a', 'b']) await ask(t, id);
    await look(1, 0);
    await look(1, 1);
    expect([await isDone(tenant, 'a'), await isDone(other, 'a')]).toEqual([true, true]);
  });

  test('are never more at once than the server of the model is given', async () => {
    for (const id of ['a', 'b', 'c']) await ask(tenant, id);
    expect(await look(2)).toBe(2);
    expect(await look(2)).toBe(1);
    expect(await look(2)).toBe(0);
  });
});

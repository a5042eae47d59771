import { isRefusal } from '@openum/domain/case/refusal.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type GivenRun, previewRun, startRun, steerRun } from './run.ts';
import { workRuns } from './work.ts';

let plan: Plan;
let numbers: readonly string[];
beforeEach(async () => {
  plan = await aPlan();
  const received = [];
  for (const name of ['a', 'b', 'c']) {
    const arrival = oxygenArrival({}, name);
    const message = { ...arrival.message, identifier: { system: 'urn:clinic', value: name } };
    received.push(await plan.receive({ ...arrival, message }));
  }
  numbers = received.map((r) => r.state.caseNumber);
});

const given = (change: Partial<GivenRun> = {}): GivenRun => ({
  name: 'New criteria in January',
  templateId: 'criteria-change-member',
  targets: { kind: 'numbers', caseNumbers: numbers },
  ...change,
});
const start = async (change: Partial<GivenRun> = {}) => {
  const run = await startRun(plan.as(coordinator), given(change));
  if (isRefusal(run)) throw new Error(`refused: ${run.code} ${JSON.stringify(run.facts)}`);
  return run;
};
const failures: unknown[] = [];
const work = () => workRuns(plan.casework, (e) => failures.push(e));
const progress = async (runId: string) => plan.casework.letters.letterRuns.run(scope, runId);
const lettersOf = async (runId: string) => {
  const ids = await plan.store.cases.caseIds(scope, undefined, 9);
  const states = await Promise.all(ids.map((id) => plan.state(id)));
  return states.flatMap((c) => c.notices.filter((n) => n.bulkRunId === runId));
};

describe('a run of letters', () => {
  test('makes one letter for each case, in the background', async () => {
    const { runId, waiting } = await start();
    expect(waiting).toBe(3);
    expect(await lettersOf(runId)).toEqual([]);
    expect(await work()).toBe(3);
    expect(await progress(runId)).toMatchObject({ state: 'done', done: 3, waiting: 0, failed: 0 });
    expect((await lettersOf(runId)).map((n) => [n.kind, n.audience, n.channel])).toEqual(
      Array.from({ length: 3 }, () => ['general', 'member', 'print']),
    );
  });

  test('may be for every case of a filter of the work list', async () => {
    const { waiting } = await start({ targets: { kind: 'filter', filter: { lineOfBusiness: ['medicareAdvantage'] } } });
    expect(waiting).toBe(3);
    const none = await startRun(
      plan.as(coordinator),
      given({ targets: { kind: 'filter', filter: { lineOfBusiness: ['chip'] } } }),
    );
    expect(none).toMatchObject({ code: 'fieldInvalid', facts: { field: 'targets' } });
  });

  test('makes no second letter when a process ended before it could say that the first was made', async () => {
    const { runId } = await start();
    await work();
    const { targets } = plan.casework.letters.letterRuns;
    const [first] = await targets(scope, runId, 1);
    await plan.casework.letters.letterRuns.finish(scope, runId, first?.caseId ?? '', {
      state: 'failed',
      reason: 'lost',
    });
    await steerRun(plan.as(coordinator), runId, 'retry');
    await work();
    expect(await progress(runId)).toMatchObject({ state: 'done', done: 3 });
    expect(await lettersOf(runId)).toHaveLength(3);
  });

  test('is no letter about a decision: no clock and no owed letter turns on it', async () => {
    const { runId } = await start();
    await work();
    const [caseId = ''] = await plan.store.cases.caseIds(scope, undefined, 1);
    expect((await plan.store.cases.rows(scope, caseId))?.clocks[0]?.metAt).toBeUndefined();
    expect((await lettersOf(runId))[0]?.itemSequences).toEqual([]);
  });

  test('can be held, let go on, and ended', async () => {
    const { runId } = await start();
    const steer = (act: 'pause' | 'resume' | 'cancel') => steerRun(plan.as(coordinator), runId, act);
    expect(await steer('pause')).toMatchObject({ state: 'paused' });
    expect(await work()).toBe(0);
    expect(await steer('pause')).toMatchObject({ code: 'fieldInvalid' });
    await steer('resume');
    expect(await steer('cancel')).toMatchObject({ state: 'cancelled', waiting: 3 });
    expect(await work()).toBe(0);
    expect(await steer('resume')).toMatchObject({ code: 'fieldInvalid' });
  });

  test('keeps its text when the template changes', async () => {
    const { runId, template } = await start();
    expect(template.id).toBe('criteria-change-member');
    expect((await progress(runId))?.template).toEqual(template);
  });

  test('names numbers that are no cases, and is for people who may send letters to many', async () => {
    const targets = { kind: 'numbers', caseNumbers: ['UM-NOBODY', ...numbers] } as const;
    expect(await startRun(plan.as(coordinator), given({ targets }))).toMatchObject({
      facts: { problem: '1 of them are no cases of this plan: UM-NOBODY' },
    });
    expect(await startRun(plan.as(nurse), given())).toMatchObject({ code: 'roleMissing' });
    expect(await startRun(plan.as(coordinator), given({ templateId: 'adverse-member' }))).toMatchObject({
      facts: { field: 'templateId' },
    });
  });
});

test('a preview counts the letters and shows the first, and keeps nothing', async () => {
  const preview = await previewRun(plan.as(coordinator), given());
  expect(preview).toMatchObject({ count: 3, caseNumber: numbers[0], document: { kind: 'general' } });
  expect(await plan.casework.letters.letterRuns.list(scope, 9)).toEqual([]);
});

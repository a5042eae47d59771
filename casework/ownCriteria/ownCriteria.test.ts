import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import { person } from '@openum/testkit/case/actors.ts';
import { oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { collectProof } from '../proof/collect.ts';
import { actOnOwnCriteria, type OwnCriteriaAct } from './act.ts';
import { releasedSets } from './knowledge.ts';

const admin = person('admin', ['administrator']);
const director = person('director', ['medicalDirector']);
const setId = 'plan-oxygen';

let plan: Plan;
let o: { readonly sequence: number };
beforeEach(async () => {
  plan = await aPlan();
  o = { sequence: 0 };
});

const act = async (who: typeof admin, what: OwnCriteriaAct): Promise<OwnCriteria> => {
  const after = await actOnOwnCriteria(plan.as(who), setId, o.sequence, what);
  if (isRefusal(after)) throw new Error(`given: ${after.code} ${JSON.stringify(after.facts)}`);
  o = after;
  return after;
};

const shipped = (): CriteriaSet => plan.casework.knowledge.criteriaSets.find((s) => s.id === 'medicare-home-oxygen')!;
/** The library's set for home oxygen as the plan's own, which never approves by itself. */
const ownOxygen = (): CriteriaSet => ({
  ...shipped(),
  name: 'Home oxygen, our reading',
  basedOn: { setId: shipped().id, version: shipped().version },
  autoApproval: false,
});

const serviceDay = calendarDate('2026-12-01');
const publishVersion = async (version: string, set: CriteriaSet, from = serviceDay) => {
  await act(admin, { type: 'DraftCriteria', set, note: '' });
  await act(admin, { type: 'SubmitCriteria', version, note: '' });
  await act(director, { type: 'ApproveCriteria', version });
  return act(admin, { type: 'PublishCriteria', version, effectiveFrom: from, skipReplayBecause: 'A first version' });
};
const criteriaOf = async () => {
  const { state } = await plan.receive(oxygenArrival());
  return { state, read: state.evaluations[0]?.criteria };
};

describe("a plan's own version of a set of the library", () => {
  test('takes the place of that set for the days of service from which it counts', async () => {
    await publishVersion('1', ownOxygen());
    const { read, state } = await criteriaOf();
    expect(read).toMatchObject({ setId, version: '1', name: 'Home oxygen, our reading' });
    expect(state.items[0]?.determination).toBeUndefined();
  });

  test('leaves the set of the library to the days before', async () => {
    await publishVersion('1', ownOxygen(), addDays(serviceDay, 1));
    expect((await criteriaOf()).read?.setId).toBe('medicare-home-oxygen');
  });

  test('counts for nobody while it is not published', async () => {
    await act(admin, { type: 'DraftCriteria', set: ownOxygen(), note: '' });
    await act(admin, { type: 'SubmitCriteria', version: '1', note: '' });
    await act(director, { type: 'ApproveCriteria', version: '1' });
    expect((await criteriaOf()).read?.setId).toBe('medicare-home-oxygen');
  });

  test('ends the version before it, while decisions keep the version that they were made with', async () => {
    await publishVersion('1', { ...ownOxygen(), autoApproval: true });
    const { caseId, state } = await plan.receive(oxygenArrival());
    expect(state.items[0]?.determination).toMatchObject({ outcome: 'approved', criteria: [{ setId, version: '1' }] });
    await publishVersion('2', { ...ownOxygen(), name: 'Home oxygen, second reading' });
    const sets = await releasedSets(plan.casework, scope);
    expect(sets.map((s) => [s.version, s.effectiveFrom, s.effectiveTo])).toEqual([
      ['1', '2026-12-01', '2026-11-30'],
      ['2', '2026-12-01', undefined],
    ]);
    expect((await plan.state(caseId)).items[0]?.determination).toMatchObject({ criteria: [{ setId, version: '1' }] });
    const again = oxygenArrival({}, 'another');
    const identifier = { system: 'urn:clinic', value: 'B-2' };
    const later = await plan.receive({ ...again, message: { ...again.message, identifier } });
    expect(later.state.evaluations[0]?.criteria).toMatchObject({ setId, version: '2' });
  });

  test('is in the proof pack of a case that was read by it, in that version', async () => {
    await publishVersion('1', ownOxygen());
    const { caseId } = await plan.receive(oxygenArrival());
    await act(admin, {
      type: 'RetireCriteria',
      version: '1',
      retiredFrom: serviceDay,
      reason: 'The library is as good',
    });
    const proof = await collectProof(plan.casework, scope, {
      caseId,
      madeBy: { name: 'Ada' },
      software: 'test',
      print: async () => new Uint8Array(),
    });
    expect(proof?.files.map((f) => f.path)).toContain(`criteria/${setId}@1.json`);
  });

  test('is kept under the name of its version, whatever the text says of itself', async () => {
    const set: CriteriaSet = { ...ownOxygen(), id: 'medicare-home-oxygen', version: '99', status: 'active' };
    const after = await act(admin, { type: 'DraftCriteria', set, note: '' });
    const [text] = await plan.casework.ownCriteria.texts(scope, [after.versions[0]!.sha256]);
    expect(text?.set).toMatchObject({ id: setId, version: '1', status: 'draft' });
  });
});

test('of two people who write at one moment the second learns of the first', async () => {
  const drafted = await act(admin, { type: 'DraftCriteria', set: ownOxygen(), note: '' });
  const save = (name: string) =>
    actOnOwnCriteria(plan.as(admin), setId, drafted.sequence, {
      type: 'SaveCriteria',
      version: '1',
      set: { ...ownOxygen(), name },
    });
  const [first, second] = [await save('One'), await save('Two')];
  expect(isRefusal(first)).toBe(false);
  expect(second).toMatchObject({ code: 'staleVersion' });
});

test('a plan with no sets of its own reads the library alone', async () => {
  expect(await releasedSets(plan.casework, scope)).toEqual([]);
  expect((await criteriaOf()).read?.setId).toBe('medicare-home-oxygen');
  expect(criteriaStatus({ version: '1', sha256: '', note: '', written: [] })).toBe('draft');
});

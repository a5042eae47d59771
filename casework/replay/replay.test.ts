import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { calendarDate, instant } from '@openum/domain/time/instant.ts';
import { nurse, person } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { actOnOwnCriteria } from '../ownCriteria/act.ts';
import { ownCriteriaSet } from '../ownCriteria/own.ts';
import type { Replay } from '../port/replays.ts';
import { asIfAlways, replayCase } from './read.ts';
import { acknowledgeReplay, cancelReplay, startReplay } from './start.ts';
import { workReplays } from './work.ts';

const admin = person('admin', ['administrator']);
const director = person('director', ['medicalDirector']);
const setId = 'plan-oxygen';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const shipped = (): CriteriaSet => plan.casework.knowledge.criteriaSets.find((s) => s.id === 'medicare-home-oxygen')!;
const draft = async (change: Partial<CriteriaSet>): Promise<void> => {
  const set = { ...shipped(), basedOn: { setId: shipped().id, version: shipped().version }, ...change };
  const own = await ownCriteriaSet(plan.casework, scope, setId);
  const after = await actOnOwnCriteria(plan.as(admin), setId, own.sequence, { type: 'DraftCriteria', set, note: '' });
  if (isRefusal(after)) throw new Error(`given: ${after.code}`);
};
const anotherOxygen = (n: number) => {
  const arrival = oxygenArrival({}, `request ${n}`);
  return { ...arrival, message: { ...arrival.message, identifier: { system: 'urn:clinic', value: `B-${n}` } } };
};
const run = async (): Promise<Replay> => {
  const started = await startReplay(plan.as(admin), setId);
  if (isRefusal(started)) throw new Error(`given: ${started.code}`);
  const failures: unknown[] = [];
  while ((await workReplays(plan.casework, (e) => failures.push(e))) > 0);
  expect(failures).toEqual([]);
  return (await plan.casework.replays.replay(scope, started.replayId))!;
};
const findings = async (r: Replay) => (await plan.casework.replays.findings(scope, r.replayId, {}, undefined, 20)).rows;

describe('a replay', () => {
  test('of the same text finds nothing that would have been otherwise', async () => {
    await plan.receive(oxygenArrival());
    await draft({});
    const replay = await run();
    expect(replay).toMatchObject({ state: 'done', total: 1, cases: 1, counts: { all: { lines: 1 } } });
    expect(replay.counts.all).toEqual({ lines: 1 });
  });

  test('names the cases that it would have left to a person, and whom they were about', async () => {
    const { caseId } = await plan.receive(oxygenArrival());
    await draft({ autoApproval: false });
    const replay = await run();
    expect(replay.counts.all).toEqual({ lines: 1, autoLost: 1 });
    expect(replay.counts.by.lineOfBusiness).toEqual({ medicareAdvantage: { lines: 1, autoLost: 1 } });
    expect(await findings(replay)).toMatchObject([
      {
        caseId,
        effect: 'autoLost',
        before: { truth: 'met', automatic: true },
        after: { truth: 'met', automatic: false },
      },
    ]);
  });

  test('reads the facts as they were known at the decision, not as they came to be known', async () => {
    const { caseId } = await plan.receive(oxygenArrival());
    const events = await plan.casework.cases.events(scope, caseId);
    const [first] = events;
    const healthy: RecordedEvent = {
      ...first!,
      type: 'FactsRecorded',
      data: {
        facts: [
          {
            id: 'later',
            key: 'vital.oxygenSaturation',
            value: { kind: 'quantity', value: 97, unit: '%' },
            at: calendarDate('2026-11-23'),
            qualifiers: { state: 'rest', air: 'room', method: 'pulseOximetry' },
            source: { kind: 'person', userId: 'nurse', name: 'Nurse', basis: 'A later reading' },
          },
        ],
      },
    };
    const decision = events.findIndex((e) => e.type === 'ItemDetermined');
    const within = { from: instant('2026-01-01T00:00:00Z'), before: instant('2027-01-01T00:00:00Z') };
    const answers = (log: readonly RecordedEvent[]) =>
      replayCase(log, asIfAlways(shipped(), plan.casework.knowledge), within).map((l) => l.after?.truth);
    expect(answers([...events, healthy])).toEqual(['met']);
    expect(answers([...events.slice(0, decision), healthy, ...events.slice(decision)])).toEqual(['notMet']);
  });

  test('leaves out lines that nobody has decided', async () => {
    await plan.receive(oxygenArrival({ facts: noSaturation }));
    await draft({});
    expect(await run()).toMatchObject({ total: 0, counts: { all: { lines: 0 } } });
  });

  test('goes on where another process left it, and counts no case twice', async () => {
    for (let n = 0; n < 3; n++) await plan.receive(anotherOxygen(n));
    await draft({ autoApproval: false });
    const started = await startReplay(plan.as(admin), setId);
    if (isRefusal(started)) throw new Error('given');
    const { replays } = plan.casework;
    const { advance } = replays;
    let writes = 0;
    const dying = {
      ...plan.casework,
      replays: {
        ...replays,
        candidates: (...[s, c, after]: Parameters<typeof replays.candidates>) => replays.candidates(s, c, after, 1),
        advance: async (...args: Parameters<typeof advance>) => {
          if (++writes === 2) throw new Error('the process ended');
          return advance(...args);
        },
      },
    };
    await workReplays(dying, () => undefined);
    expect(await replays.replay(scope, started.replayId)).toMatchObject({ cases: 1, state: 'running' });
    plan.environment.pass({ minutes: 2 });
    while ((await workReplays(plan.casework, () => undefined)) > 0);
    const done = await replays.replay(scope, started.replayId);
    expect(done).toMatchObject({ cases: 3, state: 'done', counts: { all: { lines: 3, autoLost: 3 } } });
  });

  test('one at a time of a set, and it can be ended', async () => {
    await plan.receive(oxygenArrival());
    await draft({});
    const first = await startReplay(plan.as(admin), setId);
    expect(await startReplay(plan.as(admin), setId)).toMatchObject({ code: 'fieldInvalid' });
    expect(await cancelReplay(plan.as(admin), (first as Replay).replayId)).toMatchObject({ state: 'cancelled' });
    expect(await workReplays(plan.casework, () => undefined)).toBe(0);
  });

  test('that was read opens the way to publishing, until the text changes', async () => {
    await plan.receive(oxygenArrival());
    await draft({});
    const replay = await run();
    const own = await ownCriteriaSet(plan.casework, scope, setId);
    await acknowledgeReplay(plan.as(director), replay.replayId, own.sequence);
    const act = async (who: typeof admin, what: Parameters<typeof actOnOwnCriteria>[3]) =>
      actOnOwnCriteria(plan.as(who), setId, (await ownCriteriaSet(plan.casework, scope, setId)).sequence, what);
    await act(admin, { type: 'SubmitCriteria', version: '1', note: '' });
    await act(director, { type: 'ApproveCriteria', version: '1' });
    const published = await act(admin, {
      type: 'PublishCriteria',
      version: '1',
      effectiveFrom: '2026-12-01' as never,
    });
    expect(published).toMatchObject({
      versions: [{ published: { replay: { kind: 'read', replayId: replay.replayId } } }],
    });
  });

  test('is started by those who answer for criteria', async () => {
    await draft({});
    expect(await startReplay(plan.as(nurse), setId)).toMatchObject({ code: 'roleMissing' });
  });
});

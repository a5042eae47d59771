import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Replay, ReplayFinding, Replays } from '@openum/casework/port/replays.ts';
import { noCounts } from '@openum/domain/replay/counts.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { approvedItem, at, caseOf, caseRow, on } from './samples.ts';

export type ReplayPorts = { readonly cases: CaseStore; readonly replays: Replays };

const now = at('2026-11-23T16:00:00.000Z');
const later = addElapsed(now, { seconds: 60 });
const replayOf = (replayId: string, change: Partial<Replay> = {}): Replay => ({
  replayId,
  setId: 'plan-cpap',
  version: '1',
  sha256: 'f'.repeat(64),
  decidedFrom: on('2025-11-23'),
  decidedBefore: on('2026-11-24'),
  createdAt: now,
  createdBy: 'Ada',
  state: 'running',
  total: 3,
  cases: 0,
  counts: noCounts,
  ...change,
});
const finding = (caseId: string, change: Partial<ReplayFinding> = {}): ReplayFinding => ({
  caseId,
  caseNumber: `N-${caseId}`,
  itemSequence: 1,
  decidedAt: now,
  outcome: 'approved',
  before: { truth: 'met', automatic: true },
  after: { truth: 'notMet', automatic: false },
  effect: 'autoLost',
  groups: {
    lineOfBusiness: 'medicareAdvantage',
    age: '65–74',
    sex: 'female',
    language: 'es',
    service: 'E0601',
    facility: 'Ñandú Clinic',
  },
  ...change,
});

export const replayContract = (name: string, store: () => ReplayPorts, fresh: Fresh<string>): void => {
  const decided = (tenantId: string, caseId: string, day: string, serviceCode = 'E0601') =>
    store().cases.append(
      { tenantId },
      caseOf(caseRow(caseId), {
        items: [
          { ...approvedItem, serviceCode, firstOutcome: 'approved', firstDecidedAt: now, firstDecidedOn: on(day) },
        ],
      }),
    );

  describe(`${name}: replays`, () => {
    test('find the cases of a service that were first decided in the days, in ascending order', async () => {
      const scope = { tenantId: fresh() };
      const { replays } = store();
      await decided(scope.tenantId, 'c-3', '2026-11-23');
      await decided(scope.tenantId, 'c-1', '2025-11-23');
      await decided(scope.tenantId, 'c-0', '2025-11-22');
      await decided(scope.tenantId, 'c-4', '2026-11-24');
      await decided(scope.tenantId, 'c-2', '2026-01-01', 'E0424');
      const asked = { services: ['E0601'], decidedFrom: on('2025-11-23'), decidedBefore: on('2026-11-24') };
      expect(await replays.countCandidates(scope, asked)).toBe(2);
      expect(await replays.candidates(scope, asked, '', 9)).toEqual(['c-1', 'c-3']);
      expect(await replays.candidates(scope, asked, 'c-1', 1)).toEqual(['c-3']);
      const [history] = await replays.histories(scope, ['c-1']);
      expect(history).toMatchObject({ caseId: 'c-1', events: [{ type: 'NoteAdded', data: { text: 'event 1' } }] });
    });

    test('come back as they were made, newest first', async () => {
      const scope = { tenantId: fresh() };
      const { replays } = store();
      await replays.create(scope, replayOf('r-1'));
      await replays.create(scope, replayOf('r-2', { createdAt: later }));
      await replays.create(scope, replayOf('r-3', { setId: 'plan-other' }));
      expect(await replays.replay(scope, 'r-1')).toEqual(replayOf('r-1'));
      expect((await replays.list(scope, 'plan-cpap', 9)).map((r) => r.replayId)).toEqual(['r-2', 'r-1']);
      expect(await replays.replay({ tenantId: fresh() }, 'r-1')).toBeUndefined();
    });

    test('are in one hand at a time, until the lease is over', async () => {
      const scope = { tenantId: fresh() };
      const { replays } = store();
      await replays.create(scope, replayOf('r-1'));
      expect(await replays.take(scope, now, later)).toMatchObject({ replayId: 'r-1', cursor: '' });
      expect(await replays.take(scope, now, later)).toBeUndefined();
      expect(await replays.take(scope, later, addElapsed(later, { seconds: 60 }))).toMatchObject({ replayId: 'r-1' });
    });

    test('keep a stretch with its place once, and go on from there', async () => {
      const scope = { tenantId: fresh() };
      const { replays } = store();
      await replays.create(scope, replayOf('r-1'));
      const counts = { ...noCounts, all: { lines: 2, autoLost: 2 } };
      const findings = [finding('c-2'), finding('c-1', { effect: 'met' })];
      const stretch = { after: '', cursor: 'c-2', cases: 2, counts, findings };
      expect(await replays.advance(scope, 'r-1', stretch, now)).toBe(true);
      expect(await replays.advance(scope, 'r-1', stretch, now)).toBe(false);
      expect(await replays.take(scope, now, later)).toMatchObject({ cursor: 'c-2', cases: 2, counts });
      const all = await replays.findings(scope, 'r-1', {}, undefined, 1);
      expect(all.rows).toEqual([findings[1]]);
      expect((await replays.findings(scope, 'r-1', {}, all.next, 1)).rows).toEqual([findings[0]]);
      expect((await replays.findings(scope, 'r-1', { effect: 'autoLost' }, undefined, 9)).rows).toEqual([findings[0]]);
      const group = { dimension: 'language', value: 'fr' } as const;
      expect((await replays.findings(scope, 'r-1', { group }, undefined, 9)).rows).toEqual([]);
    });

    test('that have ended are not gone on with', async () => {
      const scope = { tenantId: fresh() };
      const { replays } = store();
      await replays.create(scope, replayOf('r-1'));
      expect(await replays.finish(scope, 'r-1', 'cancelled', later)).toBe(true);
      expect(await replays.finish(scope, 'r-1', 'done', later)).toBe(false);
      const stretch = { after: '', cursor: 'c-2', cases: 2, counts: noCounts, findings: [finding('c-1')] };
      expect(await replays.advance(scope, 'r-1', stretch, now)).toBe(false);
      expect(await replays.take(scope, later, later)).toBeUndefined();
      expect(await replays.replay(scope, 'r-1')).toMatchObject({ state: 'cancelled', finishedAt: later });
      expect((await replays.findings(scope, 'r-1', {}, undefined, 9)).rows).toEqual([]);
    });
  });
};

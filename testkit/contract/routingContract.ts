import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Routing } from '@openum/casework/port/routing.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import type { RoutingPlan } from '@openum/domain/routing/plan.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseRow, caseRows } from './samples.ts';

export type RoutingPorts = { readonly cases: CaseStore; readonly routing: Routing };

const now = at('2026-11-23T15:00:00.000Z');
const savedBy = { userId: 'u1', name: 'Dana' };
const plan = (name: string): RoutingPlan => ({
  teams: [{ teamId: 't1', name, members: [{ userId: 'u1', skills: ['spanish'] }] }],
  rules: [{ ruleId: 'r1', name: 'All', when: { urgency: 'standard' }, teamId: 't1', skills: [] }],
});
const saved = (version: number, name = 'Medical') => ({
  version,
  plan: plan(name),
  savedAt: now,
  savedBy,
  reason: `version ${version}`,
});

export const routingContract = (name: string, store: () => RoutingPorts, fresh: Fresh<string>): void => {
  const own = () => ({ ...store(), scope: { tenantId: fresh() } });

  describe(`${name}: the plan of routing`, () => {
    test('is the last version that was saved; earlier ones stay', async () => {
      const { routing, scope } = own();
      expect(await routing.current(scope)).toBeUndefined();
      expect(await routing.save(scope, saved(1))).toBe(true);
      expect(await routing.save(scope, saved(2, 'All medical'))).toBe(true);
      expect(await routing.current(scope)).toEqual(saved(2, 'All medical'));
      const { plan: _, ...second } = saved(2);
      expect((await routing.history(scope, 5))[0]).toEqual(second);
      expect((await routing.history(scope, 5)).map((h) => h.version)).toEqual([2, 1]);
      expect(await routing.history(scope, 1)).toHaveLength(1);
    });

    test('takes one of two people who save at once, and no version out of turn', async () => {
      const { routing, scope } = own();
      await routing.save(scope, saved(1));
      expect(await routing.save(scope, saved(1, 'Other'))).toBe(false);
      expect(await routing.save(scope, saved(3))).toBe(false);
      expect((await routing.current(scope))?.version).toBe(1);
    });

    test('is the own of each organization', async () => {
      const { routing, scope } = own();
      await routing.save(scope, saved(1));
      expect(await routing.current({ tenantId: fresh() })).toBeUndefined();
    });
  });

  describe(`${name}: work to be routed`, () => {
    const given = async (cases: CaseStore, scope: { tenantId: string }, id: string, row: Partial<CaseRow>) =>
      cases.append(scope, appendOf(id, 0, { rows: caseRows(caseRow(id, row)) }));
    const has = (userId: string) => ({ assigneeUserId: userId, assigneeName: userId });

    test('weighs what people have by the time that is left', async () => {
      const { cases, routing, scope } = own();
      await given(cases, scope, 'a', { ...has('u1'), nextDueAt: at('2026-11-24T14:59:59.999Z') });
      await given(cases, scope, 'b', { ...has('u1'), nextDueAt: at('2026-11-24T15:00:00.000Z') });
      await given(cases, scope, 'c', { ...has('u1'), nextDueAt: at('2026-11-26T15:00:00.000Z') });
      await given(cases, scope, 'd', { ...has('u2'), queue: 'physician' });
      await given(cases, scope, 'e', { queue: 'clinical' });
      expect(await routing.loads(scope, now)).toEqual([{ userId: 'u1', open: 3, load: 6 }]);
      expect(await routing.loads({ tenantId: fresh() }, now)).toEqual([]);
    });

    test('finds what has no owner or an owner who is away, the earliest due first', async () => {
      const { cases, routing, scope } = own();
      await given(cases, scope, 'late', { ...has('gone'), nextDueAt: at('2026-11-25T15:00:00.000Z') });
      await given(cases, scope, 'soon', { nextDueAt: at('2026-11-24T15:00:00.000Z') });
      await given(cases, scope, 'fine', has('here'));
      await given(cases, scope, 'done', { queue: 'none', status: 'determined' });
      expect(await routing.strays(scope, ['gone'], 9)).toEqual(['soon', 'late']);
      expect(await routing.strays(scope, [], 9)).toEqual(['soon']);
      expect(await routing.strays(scope, ['gone'], 1)).toEqual(['soon']);
    });
  });
};

import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ClockFilter, Reports } from '@openum/casework/port/reports.ts';
import type { CaseRow, ClockRow } from '@openum/casework/projection/rows.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, caseOf, caseRow, clockRow, on } from './samples.ts';

export type ReportPorts = { readonly cases: CaseStore; readonly reports: Reports };

const started = at('2026-11-20T14:00:00.000Z');
const due = at('2026-11-27T14:00:00.000Z');
const now = at('2026-12-10T00:00:00.000Z');
const after = (hours: number) => addElapsed(started, { hours });

const clock = (clockId: string, change: Partial<ClockRow> = {}): ClockRow => clockRow({ clockId, ...change });
const ended = (hours: number): Partial<ClockRow> => ({ metAt: after(hours), endedBy: 'act' });

export const reportContract = (name: string, store: () => ReportPorts, fresh: Fresh<string>): void => {
  const write = (tenantId: string, caseId: string, clocks: readonly ClockRow[], change: Partial<CaseRow> = {}) =>
    store().cases.append({ tenantId }, caseOf(caseRow(caseId, change), { clocks }));
  const total = async (tenantId: string, filter: ClockFilter = {}) =>
    (await store().reports.compliance({ tenantId }, filter, [], now))[0]?.figures;

  describe(`${name}: turnaround compliance`, () => {
    test('counts each clock of the plan once, by what became of it', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [
        clock('met', ended(24)),
        clock('met at the last moment', { metAt: due, endedBy: 'act', extended: true }),
        clock('missed', ended(200)),
        clock('overdue'),
        clock('open', { dueAt: now }),
        clock('withdrawn', { metAt: after(1), endedBy: 'withdrawal' }),
        clock('withdrawn too late', { metAt: after(180), endedBy: 'withdrawal' }),
        clock('voided', { metAt: after(1), endedBy: 'void' }),
        clock('superseded', { superseded: true, extended: true }),
        clock('of another', { planActs: false }),
      ]);
      expect(await total(tenantId)).toEqual({
        met: 2,
        missed: 2,
        overdue: 1,
        open: 1,
        withdrawn: 1,
        voided: 1,
        superseded: 1,
        ended: 4,
        extended: 1,
        rate: 0.4,
        timeUsed: {
          average: (24 + 168 + 200 + 180) * 900,
          median: 174 * 3600,
          p90: 194 * 3600,
          p95: 197 * 3600,
          longest: 200 * 3600,
        },
        lateness: {
          average: ((32 + 12 + 298) * 3600) / 3,
          median: 32 * 3600,
          p90: Math.round((32 + 0.8 * 266) * 3600),
          p95: Math.round((32 + 0.9 * 266) * 3600),
          longest: 298 * 3600,
        },
      });
    });

    test('has no rate and no times while nothing had to be met yet', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [clock('open', { dueAt: now })]);
      const figures = await total(tenantId);
      expect(figures).toMatchObject({ open: 1, ended: 0 });
      expect(figures).not.toHaveProperty('rate');
      expect(figures).not.toHaveProperty('timeUsed');
      expect(await total(fresh())).toBeUndefined();
    });

    test('is broken down by any dimensions, in order, and only over what occurs', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [
        clock('a', { ...ended(1), ruleId: 'b-rule' }),
        clock('b', { ...ended(1), ruleId: 'A-RULE', startedOn: on('2026-10-31'), jurisdiction: 'US-TX' }),
        clock('c', { ruleId: 'A-RULE', lineOfBusiness: 'chip', authority: 'state', reviewType: 'concurrent' }),
      ]);
      const groups = (by: Parameters<Reports['compliance']>[2]) =>
        store()
          .reports.compliance({ tenantId }, {}, by, now)
          .then((all) => all.map((g) => [...Object.values(g.key), g.figures.met, g.figures.overdue]));
      expect(await groups(['rule', 'month'])).toEqual([
        ['A-RULE', '2026-10', 1, 0],
        ['A-RULE', '2026-11', 0, 1],
        ['b-rule', '2026-11', 1, 0],
      ]);
      expect(await groups(['authority', 'jurisdiction'])).toEqual([
        ['federal', 'US-FED', 1, 0],
        ['federal', 'US-TX', 1, 0],
        ['state', 'US-FED', 0, 1],
      ]);
      expect(await groups(['lineOfBusiness', 'reviewType', 'urgency', 'state', 'kind'])).toEqual([
        ['chip', 'concurrent', 'standard', 'OH', 'decision', 0, 1],
        ['medicareAdvantage', 'prospective', 'standard', 'OH', 'decision', 2, 0],
      ]);
    });

    test.each<readonly [keyof ClockFilter, ClockFilter, Partial<ClockRow>]>([
      ['from', { from: on('2026-11-20') }, { startedOn: on('2026-11-19') }],
      ['before', { before: on('2026-11-21') }, { startedOn: on('2026-11-21') }],
      ['lineOfBusiness', { lineOfBusiness: ['chip', 'medicareAdvantage'] }, { lineOfBusiness: 'qhp' }],
      ['state', { state: 'OH' }, { stateOfIssue: 'TX' }],
      ['reviewType', { reviewType: 'prospective' }, { reviewType: 'appeal' }],
      ['urgency', { urgency: 'standard' }, { urgency: 'expedited' }],
      ['authority', { authority: 'federal' }, { authority: 'contract' }],
      ['jurisdiction', { jurisdiction: 'US-FED' }, { jurisdiction: 'NCQA' }],
      ['ruleId', { ruleId: 'ma-standard' }, { ruleId: 'other' }],
      ['kind', { kind: 'decision' }, { kind: 'notice' }],
      ['hard', { hard: true }, { hard: false }],
    ])('leaves out what the filter does: %s', async (_name, filter, other) => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [clock('in', ended(1)), clock('out', { ...ended(1), ...other })]);
      expect((await total(tenantId, filter))?.met).toBe(1);
      expect((await total(tenantId))?.met).toBe(2);
    });

    test('counts nothing of another tenant', async () => {
      const [mine, other] = [fresh(), fresh()];
      await write(other, 'c-1', [clock('k', ended(1))]);
      expect(await total(mine)).toBeUndefined();
      expect((await store().reports.clocks({ tenantId: mine }, {}, now, undefined, 9)).rows).toEqual([]);
    });
  });

  describe(`${name}: the clocks behind a number`, () => {
    test('are listed by due moment with their case and what became of them, a page at a time', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-2', [clock('k', ended(1))], { assigneeUserId: 'u', assigneeName: 'Una' });
      await write(tenantId, 'c-1', [clock('b'), clock('a', { superseded: true })], { status: 'determined' });
      const pageAfter = (place?: string) => store().reports.clocks({ tenantId }, {}, now, place, 2);
      const first = await pageAfter();
      expect(first.rows.map((k) => [k.caseNumber, k.clockId, k.outcome, k.decided])).toEqual([
        ['N-c-1', 'a', 'superseded', true],
        ['N-c-1', 'b', 'overdue', true],
      ]);
      const second = await pageAfter(first.next);
      expect(second).toEqual({
        rows: [
          {
            ...clock('k', ended(1)),
            caseId: 'c-2',
            caseNumber: 'N-c-2',
            outcome: 'met',
            assigneeName: 'Una',
            decided: false,
          },
        ],
      });
    });

    test('are exactly those that the number counts', async () => {
      const tenantId = fresh();
      await write(tenantId, 'c-1', [clock('met', ended(1)), clock('late', ended(999)), clock('overdue')], {
        status: 'determined',
      });
      await write(tenantId, 'c-2', [clock('overdue')]);
      const ids = async (filter: Parameters<Reports['clocks']>[1]) =>
        (await store().reports.clocks({ tenantId }, filter, now, undefined, 9)).rows.map(
          (k) => `${k.caseId} ${k.clockId}`,
        );
      expect(await ids({ outcome: ['missed', 'overdue'] })).toEqual(['c-1 late', 'c-1 overdue', 'c-2 overdue']);
      expect(await ids({ outcome: ['overdue'], decided: true })).toEqual(['c-1 overdue']);
      expect(await ids({ outcome: [] })).toEqual([]);
      const letters = (kind = {}) => store().reports.lateLetters({ tenantId }, kind, now);
      expect([await letters(), await letters({ state: 'TX' })]).toEqual([1, 0]);
    });
  });
};

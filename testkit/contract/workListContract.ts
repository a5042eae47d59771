import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { WorkList, WorkListFilter } from '@openum/casework/port/workList.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { approvedItem, at, caseOf, caseRow, pendedItem } from './samples.ts';

export type WorkListPorts = { readonly cases: CaseStore; readonly workList: WorkList };

const without = (row: CaseRow, ...names: (keyof CaseRow)[]): CaseRow =>
  Object.fromEntries(Object.entries(row).filter(([k]) => !(names as string[]).includes(k))) as CaseRow;

export const workListContract = (name: string, store: () => WorkListPorts, fresh: Fresh<string>): void => {
  const filled = async (...rows: readonly CaseRow[]) => {
    const { cases, workList } = store();
    const scope = { tenantId: fresh() };
    for (const row of rows) await cases.append(scope, caseOf(row));
    const ids = async (filter: WorkListFilter) =>
      (await workList.page(scope, filter, undefined, 50)).rows.map((r) => r.caseId);
    return { cases, workList, scope, ids };
  };
  const due = (id: string, moment: string | undefined, more: Partial<CaseRow> = {}): CaseRow =>
    moment === undefined
      ? without(caseRow(id, more), 'nextDueAt', 'nextDueRuleId')
      : caseRow(id, { nextDueAt: at(moment), ...more });

  describe(`${name}: the work list`, () => {
    test('stands by the earliest due moment, then by id, and cases without one last', async () => {
      const { ids } = await filled(
        due('d', undefined),
        due('c', '2026-11-25T10:00:00.000Z'),
        due('b', '2026-11-24T10:00:00.001Z'),
        due('a', '2026-11-25T10:00:00.000Z'),
        due('0', undefined),
      );
      expect(await ids({})).toEqual(['b', 'a', 'c', '0', 'd']);
    });

    test('gives back each line as it was written', async () => {
      const row = caseRow('a', {
        criteriaTruth: 'met',
        assigneeUserId: 'u',
        assigneeName: 'U',
        senderReference: 'S-1',
      });
      const { workList, scope } = await filled(row, due('b', undefined));
      const { rows } = await workList.page(scope, {}, undefined, 9);
      expect(rows).toEqual([row, due('b', undefined)]);
    });

    test('in pages shows every case once, in the same order, whatever the page size', async () => {
      const moments = [undefined, '2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.001Z', '2026-11-26T10:00:00.000Z'];
      const rows = Array.from({ length: 13 }, (_, i) => due(`c${i}`, moments[i % 4]));
      const { workList, scope, ids } = await filled(...rows);
      const whole = await ids({});
      expect(whole).toHaveLength(13);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 14 }), async (size) => {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const page = await workList.page(scope, {}, after, size);
            seen.push(...page.rows.map((r) => r.caseId));
            after = page.next;
          } while (after !== undefined);
          expect(seen).toEqual(whole);
        }),
        { numRuns: 14 },
      );
    });

    test.each(['', 'nonsense', 'W10', 'WyJ4IiwiYSJd'])('refuses a place that no page gave out: %j', async (after) => {
      const { workList, scope } = await filled();
      await expect(workList.page(scope, {}, after, 9)).rejects.toThrow('after');
    });

    test.each<[WorkListFilter, readonly string[]]>([
      [{ queue: 'physician' }, ['b']],
      [{ queue: 'clinical' }, ['a', 'c']],
      [{ assignee: 'u1' }, ['a']],
      [{ assignee: 'none' }, ['b', 'c', 'd']],
      [{ status: ['received', 'determined'] }, ['a', 'c', 'd']],
      [{ status: [] }, []],
      [{ lineOfBusiness: ['chip', 'fehb'] }, ['b']],
      [{ reviewType: ['concurrent', 'retrospective'] }, ['b']],
      [{ urgency: 'expedited' }, ['b', 'c']],
      [{ dueBefore: at('2026-11-25T10:00:00.000Z') }, ['a']],
      [{ dueFrom: at('2026-11-25T10:00:00.000Z') }, ['b', 'c']],
      [{ dueFrom: at('2026-11-24T10:00:00.000Z'), dueBefore: at('2026-11-25T10:00:00.000Z') }, ['a']],
      [{ urgency: 'expedited', queue: 'clinical' }, ['c']],
      [{ text: 'NUNEZ, a' }, ['a', 'd']],
      [{ text: 'ñ' }, ['a', 'c', 'd']],
      [{ text: 'n-a' }, ['a']],
      [{ text: 'PRAIRIE sl' }, ['a', 'b', 'c', 'd']],
      [{ text: 'sleep' }, []],
      [{ text: '1234567893' }, ['a', 'b', 'c', 'd']],
      [{ text: ' M200 ' }, ['b']],
      [{ text: 'a-77' }, ['c']],
      [{ text: 'A-7' }, []],
      [{ text: '%' }, []],
      [{ text: '  ' }, ['a', 'b', 'c', 'd']],
      [{ text: 'nunez', status: ['determined'] }, ['d']],
    ])('narrowed by %j shows %j', async (filter, expected) => {
      const { cases, scope, ids } = await filled(
        due('a', '2026-11-24T10:00:00.000Z', { caseNumber: 'N-A', assigneeUserId: 'u1' }),
        due('b', '2026-11-25T10:00:00.000Z', {
          queue: 'physician',
          status: 'physicianReview',
          lineOfBusiness: 'chip',
          reviewType: 'retrospective',
          urgency: 'expedited',
          memberNumber: 'M200',
          memberName: 'Smith, Al',
        }),
        due('d', undefined, { status: 'determined', queue: 'none' }),
      );
      const c = due('c', '2026-11-26T10:00:00.000Z', { urgency: 'expedited', memberName: 'Ñandú, Zoe' });
      await cases.append(scope, caseOf(c, { items: [{ ...approvedItem, authorizationNumber: 'A-77' }] }));
      expect(await ids(filter)).toEqual(expected);
    });

    test('counts each case with a due moment once, in the first bucket that fits', async () => {
      const { workList, scope } = await filled(
        due('past', '2026-11-24T11:59:59.999Z'),
        due('now', '2026-11-24T12:00:00.000Z'),
        due('4h', '2026-11-24T16:00:00.000Z'),
        due('4h+', '2026-11-24T16:00:00.001Z'),
        due('midnight', '2026-11-25T05:00:00.000Z'),
        due('tomorrow', '2026-11-25T05:00:00.001Z'),
        due('3d', '2026-11-27T12:00:00.000Z'),
        due('3d+', '2026-11-27T12:00:00.001Z'),
        due('none', undefined),
      );
      const now = at('2026-11-24T12:00:00.000Z');
      expect(await workList.buckets(scope, {}, now, at('2026-11-25T05:00:00.000Z'))).toEqual({
        overdue: 1,
        within4Hours: 2,
        today: 2,
        within3Days: 2,
        later: 1,
      });
      const late = await workList.buckets(scope, {}, now, at('2026-11-24T13:00:00.000Z'));
      expect(late).toEqual({ overdue: 1, within4Hours: 2, today: 0, within3Days: 4, later: 1 });
      expect((await workList.buckets(scope, { queue: 'physician' }, now, now)).overdue).toBe(0);
    });

    test('of one member is newest first', async () => {
      const received = (id: string, moment: string, memberNumber = 'M100') =>
        caseRow(id, { receivedAt: at(moment), memberNumber });
      const { workList, scope } = await filled(
        received('a', '2026-11-01T00:00:00.000Z'),
        received('b', '2026-11-03T00:00:00.000Z'),
        received('c', '2026-11-02T00:00:00.000Z', 'M200'),
        received('d', '2026-11-02T00:00:00.000Z'),
      );
      expect((await workList.ofMember(scope, 'M100', 2)).map((r) => r.caseId)).toEqual(['b', 'd']);
    });
  });

  describe(`${name}: the cases with a task open`, () => {
    const withTasks = async (...cases: readonly (readonly [id: string, ...steps: readonly [string, string?][]])[]) => {
      const { cases: log, workList } = store();
      const scope = { tenantId: fresh() };
      for (const [id, ...steps] of cases) {
        const tasks = steps.map(([stepId, dueAt]) => ({
          stepId,
          title: stepId,
          role: 'medicalDirector' as const,
          ...(dueAt ? { dueAt: at(dueAt) } : {}),
        }));
        const append = caseOf(caseRow(id));
        await log.append(scope, { ...append, rows: { ...append.rows, tasks } });
      }
      return { workList, scope };
    };

    test('come the earliest due first, each once, those without a due moment last, and no others', async () => {
      const { workList, scope } = await withTasks(
        ['a', ['talk', '2026-11-24T10:00:00.000Z']],
        ['b', ['deputy', '2026-11-23T10:00:00.000Z'], ['talk', '2026-11-25T10:00:00.000Z']],
        ['c', ['review', '2026-11-21T10:00:00.000Z']],
        ['d', ['talk']],
        ['e'],
      );
      expect(await workList.withOpenSteps(scope, ['talk', 'deputy'])).toEqual(['b', 'a', 'd']);
      expect(await workList.withOpenSteps({ tenantId: fresh() }, ['talk'])).toEqual([]);
    });
  });

  describe(`${name}: the requests of a provider`, () => {
    const asked = (id: string, day: string, npi: string | undefined, more: Partial<CaseRow> = {}): CaseRow => {
      const row = caseRow(id, { receivedAt: at(`2026-11-${day}T00:00:00.000Z`), ...more });
      return npi === undefined ? without(row, 'requestingProviderNpi') : { ...row, requestingProviderNpi: npi };
    };

    test('are those of the named NPIs, newest first, each with what has become of its lines', async () => {
      const { cases, workList, scope } = await filled(
        asked('a', '01', '1234567893'),
        asked('b', '03', '1999999992'),
        asked('c', '02', undefined),
        asked('d', '04', '1000000004'),
      );
      const items = [
        { ...approvedItem, itemSequence: 1 },
        { ...pendedItem, itemSequence: 2 },
      ];
      await cases.append(scope, caseOf(asked('e', '03', '1234567893'), { items: items.toReversed() }));
      const { rows } = await workList.ofRequesters(scope, ['1234567893', '1999999992'], {}, undefined, 9);
      expect(rows.map((r) => [r.case.caseId, ...r.outcomes])).toEqual([
        ['e', 'approved', 'pended'],
        ['b', 'pended'],
        ['a', 'pended'],
      ]);
      expect(rows[2]?.case).toEqual(asked('a', '01', '1234567893'));
      expect(await workList.ofRequesters(scope, [], {}, undefined, 9)).toEqual({ rows: [] });
    });

    test.each<[Parameters<WorkList['ofRequesters']>[2], readonly string[]]>([
      [{ text: 'nunez' }, ['b', 'a']],
      [{ text: 'N-a' }, ['a']],
      [{ status: ['determined'] }, ['b']],
      [{ status: [] }, []],
    ])('narrowed by %j are %j, and never those of others', async (filter, expected) => {
      const { workList, scope } = await filled(
        asked('a', '01', '1234567893'),
        asked('b', '02', '1234567893', { status: 'determined' }),
        asked('c', '03', '1999999992', { status: 'determined' }),
      );
      const { rows } = await workList.ofRequesters(scope, ['1234567893'], filter, undefined, 9);
      expect(rows.map((r) => r.case.caseId)).toEqual(expected);
    });

    test('in pages show every request once, in the same order, whatever the page size', async () => {
      const rows = Array.from({ length: 9 }, (_, i) => asked(`c${i}`, `0${1 + (i % 3)}`, `123456789${i % 2}`));
      const { workList, scope } = await filled(...rows, asked('x', '02', '1999999992'));
      const npis = ['1234567890', '1234567891'];
      const whole = (await workList.ofRequesters(scope, npis, {}, undefined, 50)).rows.map((r) => r.case.caseId);
      expect(whole).toHaveLength(9);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 10 }), async (size) => {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const page = await workList.ofRequesters(scope, npis, {}, after, size);
            seen.push(...page.rows.map((r) => r.case.caseId));
            after = page.next;
          } while (after !== undefined);
          expect(seen).toEqual(whole);
        }),
        { numRuns: 10 },
      );
    });
  });

  describe(`${name}: an inquiry`, () => {
    const nothing = { npis: ['1234567893'], authorizationNumbers: [], caseNumbers: [], serviceCodes: [], limit: 9 };
    test.each([
      [{ memberNumber: 'M100' }, ['b', 'a']],
      [{ memberNumber: 'M100', limit: 1 }, ['b']],
      [{ memberNumber: 'M100', npis: ['1999999992'] }, []],
      [{ memberNumber: 'M100', npis: [] }, []],
      [{ memberNumber: 'M999' }, []],
      [{ memberNumber: 'M100', caseNumbers: ['N-a', 'N-x'] }, ['a']],
      [{ memberNumber: 'M100', authorizationNumbers: ['A-1001'] }, ['b']],
      [{ memberNumber: 'M100', serviceCodes: ['E0601'] }, ['b', 'a']],
      [{ memberNumber: 'M100', serviceCodes: ['E0470'] }, []],
      [{ memberNumber: 'M100', caseNumbers: ['N-a'], authorizationNumbers: ['A-1001'] }, []],
    ])('needs the member and an NPI, and each further list narrows it: %j finds %j', async (query, expected) => {
      const { cases, workList, scope } = await filled(
        caseRow('a'),
        caseRow('x', { memberNumber: 'M999', requestingProviderNpi: '1' }),
      );
      await cases.append(
        scope,
        caseOf(caseRow('b', { receivedAt: at('2026-11-21T00:00:00.000Z') }), { items: [approvedItem] }),
      );
      expect(await workList.inquire(scope, { ...nothing, ...query })).toEqual(expected);
    });
  });
};

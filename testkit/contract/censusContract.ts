import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Census, CensusFilter } from '@openum/casework/port/census.ts';
import type { CaseRow, TaskRow } from '@openum/casework/projection/rows.ts';
import type { StayRow } from '@openum/casework/stay/row.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseOf, caseRow, caseRows, on } from './samples.ts';

export type CensusPorts = { readonly cases: CaseStore; readonly census: Census };

const aStayRow = (more: Partial<StayRow> = {}): StayRow => ({
  facilityName: 'Peoria General Hospital',
  facilityNpi: '1770000064',
  levelOfCare: 'medicalSurgical',
  zone: zoneId('America/Chicago'),
  admittedAt: at('2026-11-20T15:00:00.000Z'),
  admittedOn: on('2026-11-20'),
  review: 'due',
  reviewDueAt: at('2026-11-24T23:00:00.000Z'),
  approvedDays: 3,
  approvedThrough: on('2026-11-22'),
  approvedRanges: [{ from: on('2026-11-20'), through: on('2026-11-22') }],
  updateAwaited: true,
  ...more,
});

const discharged: Partial<StayRow> = {
  review: 'discharged',
  dischargedAt: at('2026-11-23T15:00:00.000Z'),
  dischargedOn: on('2026-11-23'),
  updateAwaited: false,
};

const withoutDue = ({ reviewDueAt: _, ...row }: StayRow): StayRow => row;

export const censusContract = (name: string, store: () => CensusPorts, fresh: Fresh<string>): void => {
  const filled = async (...stays: readonly (readonly [string, StayRow, Partial<CaseRow>?])[]) => {
    const { cases, census } = store();
    const scope = { tenantId: fresh() };
    for (const [id, stay, more] of stays) await cases.append(scope, caseOf(caseRow(id, more), { stay }));
    const ids = async (filter: CensusFilter) =>
      (await census.page(scope, filter, undefined, 50)).rows.map((r) => r.case.caseId).join(' ');
    return { cases, census, scope, ids };
  };
  const due = (moment: string, more: Partial<StayRow> = {}) => aStayRow({ reviewDueAt: at(moment), ...more });

  describe(`${name}: the census`, () => {
    test('shows stays by their next review, the overdue first, and those without one last', async () => {
      const { ids } = await filled(
        ['gone', withoutDue(aStayRow(discharged))],
        ['late', due('2026-11-20T10:00:00.000Z')],
        ['b', due('2026-11-25T10:00:00.000Z')],
        ['a', due('2026-11-25T10:00:00.000Z')],
      );
      expect(await ids({})).toBe('late a b gone');
    });

    test('gives back the line as it was written, beside the line of its case', async () => {
      const stay = aStayRow({
        readiness: 'nearing',
        expectedDischargeOn: on('2026-11-28'),
        approvedRanges: [
          { from: on('2026-11-20'), through: on('2026-11-22') },
          { from: on('2026-11-24'), through: on('2026-11-24') },
        ],
      });
      const { census, cases, scope } = await filled(['a', stay]);
      const { rows } = await census.page(scope, {}, undefined, 9);
      expect(rows).toEqual([{ case: caseRow('a'), stay, coverageEnd: [] }]);
      expect((await cases.rows(scope, 'a'))?.stay).toEqual(stay);
    });

    test('leaves out a case that is about no stay', async () => {
      const { cases, ids, scope } = await filled(['a', aStayRow()]);
      await cases.append(scope, caseOf(caseRow('b')));
      expect(await ids({})).toBe('a');
      expect(await cases.rows(scope, 'b')).not.toHaveProperty('stay');
    });

    test('follows the next event of the case', async () => {
      const { cases, census, scope } = await filled(['a', aStayRow()]);
      const stay = aStayRow({ review: 'pending', approvedDays: 6, updateAwaited: false });
      const row = caseRow('a', { version: 2 });
      const written = await cases.append(scope, appendOf('a', 1, { rows: caseRows(row, { stay }) }));
      expect(written.kind).toBe('appended');
      expect((await census.page(scope, {}, undefined, 9)).rows).toEqual([{ case: row, stay, coverageEnd: [] }]);
    });

    test('an append that comes too late changes nothing of it', async () => {
      const { cases, census, scope } = await filled(['a', aStayRow()]);
      const rows = caseRows(caseRow('a', { version: 1 }), { stay: aStayRow({ approvedDays: 9 }) });
      expect((await cases.append(scope, appendOf('a', 0, { rows }))).kind).toBe('conflict');
      expect((await census.page(scope, {}, undefined, 9)).rows[0]?.stay.approvedDays).toBe(3);
    });

    test('is filtered by each of its columns', async () => {
      const { ids } = await filled(
        ['a', aStayRow({ readiness: 'ready' }), { assigneeUserId: 'u', assigneeName: 'U' }],
        [
          'b',
          aStayRow({ review: 'pending', levelOfCare: 'intensiveCare', updateAwaited: false }),
          { lineOfBusiness: 'chip' },
        ],
        ['c', withoutDue(aStayRow({ ...discharged, facilityName: 'Lakeside' })), { memberName: 'Álvarez, Bo' }],
      );
      const cases: readonly (readonly [CensusFilter, string])[] = [
        [{ presence: 'in' }, 'a b'],
        [{ presence: 'discharged' }, 'c'],
        [{ review: 'pending' }, 'b'],
        [{ review: 'due' }, 'a'],
        [{ dueBefore: at('2026-11-24T23:00:00.000Z') }, ''],
        [{ dueBefore: at('2026-11-24T23:00:00.001Z') }, 'a b'],
        [{ facilityName: 'Lakeside' }, 'c'],
        [{ levelOfCare: 'intensiveCare' }, 'b'],
        [{ lineOfBusiness: 'chip' }, 'b'],
        [{ readiness: 'ready' }, 'a'],
        [{ updateAwaited: true }, 'a'],
        [{ assignee: 'u' }, 'a'],
        [{ assignee: 'none' }, 'b c'],
        [{ text: 'alvarez' }, 'c'],
        [{ text: 'N-b' }, 'b'],
        [{ text: ' ' }, 'a b c'],
      ];
      for (const [filter, expected] of cases)
        expect(`${JSON.stringify(filter)} ${await ids(filter)}`).toBe(`${JSON.stringify(filter)} ${expected}`);
    });

    test('in pages shows every stay once', async () => {
      const stays = Array.from(
        { length: 7 },
        (_, i) => [`s${i}`, i % 3 === 0 ? withoutDue(aStayRow(discharged)) : aStayRow()] as const,
      );
      const { census, scope, ids } = await filled(...stays);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await census.page(scope, {}, after, 2);
        seen.push(...page.rows.map((r) => r.case.caseId));
        after = page.next;
      } while (after !== undefined);
      expect(seen.join(' ')).toBe(await ids({}));
    });

    test('counts the members who are in', async () => {
      const { census, scope } = await filled(
        ['late', due('2026-11-23T10:00:00.000Z', { readiness: 'ready' })],
        ['today', due('2026-11-24T20:00:00.000Z', { review: 'pending', updateAwaited: false })],
        ['later', due('2026-11-26T20:00:00.000Z')],
        ['gone', withoutDue(aStayRow(discharged))],
      );
      expect(await census.counts(scope, at('2026-11-24T12:00:00.000Z'), at('2026-11-25T05:59:59.999Z'))).toEqual({
        in: 3,
        overdue: 1,
        today: 1,
        pending: 1,
        updateAwaited: 2,
        ready: 1,
        coverageEnd: 0,
      });
    });

    test('lists what is owed about the end of coverage, also of a member who has left, the first due on top', async () => {
      const { cases, census, scope, ids } = await filled(['quiet', due('2026-11-20T10:00:00.000Z')]);
      const notice = (dueAt?: string): TaskRow => ({
        stepId: 'medicareNotice',
        title: 'Send the notice',
        role: 'concurrentReviewNurse',
        ...(dueAt ? { dueAt: at(dueAt) } : {}),
      });
      const answer: TaskRow = { stepId: 'qioReview', title: 'Record the answer', role: 'concurrentReviewNurse' };
      const stays: readonly (readonly [string, StayRow, readonly TaskRow[]])[] = [
        ['later', due('2026-11-21T10:00:00.000Z'), [answer, notice('2026-11-25T18:00:00.000Z')]],
        ['left', withoutDue(aStayRow(discharged)), [notice('2026-11-24T18:00:00.000Z')]],
        ['waits', due('2026-11-22T10:00:00.000Z'), [answer]],
      ];
      for (const [id, stay, tasks] of stays) await cases.append(scope, caseOf(caseRow(id), { stay, tasks }));

      expect(await ids({ coverageEndOwed: true })).toBe('left later waits');
      const first = await census.page(scope, { coverageEndOwed: true }, undefined, 2);
      expect(first.rows.at(-1)?.coverageEnd).toEqual([
        { title: 'Send the notice', dueAt: '2026-11-25T18:00:00.000Z' },
        { title: 'Record the answer' },
      ]);
      const rest = await census.page(scope, { coverageEndOwed: true }, first.next, 2);
      expect(rest.rows.map((r) => r.case.caseId)).toEqual(['waits']);
      const counts = await census.counts(scope, at('2026-11-24T12:00:00.000Z'), at('2026-11-25T05:59:59.999Z'));
      expect(counts).toMatchObject({ in: 3, coverageEnd: 3 });
    });

    test('names the facilities where members are in', async () => {
      const { census, scope } = await filled(
        ['a', aStayRow()],
        ['b', aStayRow({ facilityName: 'Lakeside' })],
        ['c', aStayRow()],
        ['d', withoutDue(aStayRow({ ...discharged, facilityName: 'Closed' }))],
      );
      expect(await census.facilities(scope, 9)).toEqual(['Lakeside', 'Peoria General Hospital']);
    });

    test('of another tenant shows nothing', async () => {
      const { census } = await filled(['a', aStayRow()]);
      const other = { tenantId: fresh() };
      expect((await census.page(other, {}, undefined, 9)).rows).toEqual([]);
      expect((await census.counts(other, at('2026-11-24T12:00:00.000Z'), at('2026-11-25T05:59:59.999Z'))).in).toBe(0);
      expect(await census.facilities(other, 9)).toEqual([]);
    });
  });
};

import type { AppealFilter, Appeals } from '@openum/casework/port/appeals.ts';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ReportingLines } from '@openum/casework/port/reportingLines.ts';
import type { AppealRow, CaseRow } from '@openum/casework/projection/rows.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseOf, caseRow, caseRows, on } from './samples.ts';

export type AppealPorts = {
  readonly cases: CaseStore;
  readonly appeals: Appeals;
  readonly reportingLines: ReportingLines;
};

const anAppeal = (appealId: string, more: Partial<AppealRow> = {}): AppealRow => ({
  appealId,
  kind: 'appeal',
  number: `AP-${appealId}`,
  levelId: 'MA-RECONSIDERATION',
  levelName: 'Reconsideration',
  body: 'plan',
  status: 'toAssign',
  open: true,
  urgency: 'standard',
  timing: 'preService',
  stage: 'prospective',
  reasonClass: 'medicalNecessity',
  serviceCode: 'E1390',
  service: 'E1390 Oxygen concentrator',
  filedBy: 'Rosalind Akerman',
  receivedAt: at('2026-11-23T15:00:00.000Z'),
  receivedOn: on('2026-11-23'),
  dueAt: at('2026-12-23T23:00:00.000Z'),
  dueRuleId: 'MA-APPEAL-STD',
  aidContinuing: false,
  ...more,
});

/** Over, with what was decided on a day. */
const over = (
  appealId: string,
  day: string,
  outcome: NonNullable<AppealRow['outcome']>,
  more: Partial<AppealRow> = {},
) => {
  const { dueAt: _due, dueRuleId: _rule, ...row } = anAppeal(appealId, more);
  return { ...row, status: outcome, open: false, outcome, decidedAt: at(`${day}T12:00:00.000Z`), decidedOn: on(day) };
};

export const appealContract = (name: string, store: () => AppealPorts, fresh: Fresh<string>): void => {
  const filled = async (...given: readonly (readonly [string, readonly AppealRow[], Partial<CaseRow>?])[]) => {
    const { cases, appeals } = store();
    const scope = { tenantId: fresh() };
    for (const [id, rows, more] of given) await cases.append(scope, caseOf(caseRow(id, more), { appeals: rows }));
    const ids = async (filter: AppealFilter) =>
      (await appeals.page(scope, filter, undefined, 50)).rows.map((r) => r.appealId).join(' ');
    return { cases, appeals, scope, ids };
  };
  const due = (moment: string) => ({ dueAt: at(moment) });

  describe(`${name}: appeals`, () => {
    test('open ones stand by what is due first, those without a due moment last; ended ones by receipt, newest first', async () => {
      const { dueAt: _, dueRuleId: _rule, ...undated } = anAppeal('c');
      const { ids } = await filled(
        ['1', [anAppeal('a', due('2026-12-20T00:00:00.000Z')), undated]],
        ['2', [anAppeal('b', due('2026-12-01T00:00:00.000Z'))]],
        [
          '3',
          [
            over('d', '2026-11-24', 'upheld'),
            over('e', '2026-11-24', 'overturned', { receivedAt: at('2026-11-24T09:00:00.000Z') }),
          ],
        ],
      );
      expect(await ids({ open: true })).toBe('b a c');
      expect(await ids({ open: false })).toBe('e d');
    });

    test('pages follow one another without gap or repetition, in both orders', async () => {
      const { appeals, scope } = await filled([
        '1',
        ['a', 'b', 'c', 'd', 'e'].flatMap((id, i) => [
          anAppeal(id, due(`2026-12-0${(i % 3) + 1}T00:00:00.000Z`)),
          over(`x${id}`, '2026-11-24', 'upheld'),
        ]),
      ]);
      for (const open of [true, false]) {
        const seen: string[] = [];
        for (let after: string | undefined, pages = 0; pages < 9; pages++) {
          const page = await appeals.page(scope, { open }, after, 2);
          seen.push(...page.rows.map((r) => r.appealId));
          after = page.next;
          if (after === undefined) break;
        }
        const all = await appeals.page(scope, { open }, undefined, 50);
        expect(seen).toEqual(all.rows.map((r) => r.appealId));
        expect(seen).toHaveLength(5);
      }
    });

    test('filters by level, line, pace, reviewer, status, due moment, number, member and requesting provider', async () => {
      const { ids, appeals, scope } = await filled(
        [
          '1',
          [
            anAppeal('a', {
              reviewerUserId: 'u1',
              reviewerName: 'Dr. Lind',
              status: 'withReviewer',
              urgency: 'expedited',
            }),
          ],
          { memberName: 'Akerman, Rosalind', requestingProviderNpi: '1770000031' },
        ],
        [
          '2',
          [anAppeal('b', { levelId: 'MCD-APPEAL', dueAt: at('2026-11-25T00:00:00.000Z') })],
          { lineOfBusiness: 'medicaidManagedCare', memberName: 'Osei, Kwame' },
        ],
      );
      expect(await ids({ levelId: 'MCD-APPEAL' })).toBe('b');
      expect(await ids({ lineOfBusiness: 'medicaidManagedCare' })).toBe('b');
      expect(await ids({ urgency: 'expedited' })).toBe('a');
      expect(await ids({ reviewerUserId: 'u1' })).toBe('a');
      expect(await ids({ status: ['withReviewer', 'upheld'] })).toBe('a');
      expect(await ids({ dueBefore: at('2026-12-01T00:00:00.000Z') })).toBe('b');
      expect(await ids({ text: 'ap-b' })).toBe('');
      expect(await ids({ text: 'AP-b' })).toBe('b');
      expect(await ids({ text: 'akerm' })).toBe('a');
      expect(await ids({ npis: ['1770000031'] })).toBe('a');
      expect(await ids({ npis: [] })).toBe('');
      expect(await appeals.statuses(scope, {})).toEqual({ toAssign: 1, withReviewer: 1 });
    });

    test('a row is what was written last, and what a case keeps of it', async () => {
      const { cases, appeals, scope } = await filled(['1', [anAppeal('a')]]);
      const row = over('a', '2026-12-01', 'partiallyOverturned', { aidContinuing: true });
      const rows = { ...caseRows(caseRow('1', { version: 2 })), appeals: [row] };
      await cases.append(scope, appendOf('1', 1, { rows }));
      expect((await cases.rows(scope, '1'))?.appeals).toEqual([row]);
      const { rows: listed } = await appeals.page(scope, {}, undefined, 5);
      expect(listed).toHaveLength(1);
      expect(listed[0]).toMatchObject({ ...row, caseId: '1', lineOfBusiness: 'medicareAdvantage' });
    });

    test('a refused append leaves the appeals as they were', async () => {
      const { cases, scope, ids } = await filled(['1', [anAppeal('a')]]);
      const rows = { ...caseRows(caseRow('1', { version: 9 })), appeals: [] };
      expect((await cases.append(scope, appendOf('1', 8, { rows }))).kind).toBe('conflict');
      expect(await ids({})).toBe('a');
    });

    test('decided ones are counted by month, line, level, stage, service, reason and outcome; a reconsideration is no appeal', async () => {
      const { appeals, scope } = await filled([
        '1',
        [
          over('a', '2026-11-24', 'upheld'),
          over('b', '2026-11-30', 'upheld'),
          over('c', '2026-12-01', 'overturned'),
          over('d', '2026-11-24', 'overturned', { kind: 'reconsideration' }),
          anAppeal('e'),
        ],
      ]);
      const counts = await appeals.decided(scope, on('2026-11-01'), on('2026-12-01'));
      expect(counts).toEqual([
        {
          month: '2026-11',
          lineOfBusiness: 'medicareAdvantage',
          levelId: 'MA-RECONSIDERATION',
          levelName: 'Reconsideration',
          stage: 'prospective',
          serviceCode: 'E1390',
          reasonClass: 'medicalNecessity',
          outcome: 'upheld',
          count: 2,
        },
      ]);
      expect(await appeals.decided(scope, on('2026-12-01'), on('2027-01-01'))).toMatchObject([
        { outcome: 'overturned' },
      ]);
    });

    test('another tenant sees none of them', async () => {
      const { appeals } = await filled(['1', [anAppeal('a')]]);
      expect((await appeals.page({ tenantId: fresh() }, {}, undefined, 5)).rows).toEqual([]);
    });
  });

  describe(`${name}: reporting lines`, () => {
    test('the newest word counts, and none means nobody is above', async () => {
      const { reportingLines } = store();
      const scope = { tenantId: fresh() };
      const say = (userId: string, supervisorUserId: string | undefined, since: string) =>
        reportingLines.set(scope, {
          userId,
          ...(supervisorUserId ? { supervisorUserId } : {}),
          since: at(since),
          recordedBy: 'admin',
        });
      await say('u1', 'u2', '2026-11-20T10:00:00.000Z');
      await say('u1', 'u3', '2026-11-21T10:00:00.000Z');
      await say('u4', 'u3', '2026-11-20T10:00:00.000Z');
      await say('u4', undefined, '2026-11-22T10:00:00.000Z');
      expect(await reportingLines.all(scope)).toEqual([
        { userId: 'u1', supervisorUserId: 'u3', since: '2026-11-21T10:00:00.000Z', recordedBy: 'admin' },
      ]);
      expect(await reportingLines.all({ tenantId: fresh() })).toEqual([]);
    });
  });
};

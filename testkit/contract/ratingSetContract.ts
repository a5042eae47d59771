import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { DecidedQuery, RatingSets } from '@openum/casework/port/ratingSets.ts';
import type { ItemRow } from '@openum/casework/projection/rows.ts';
import type { Rating, RatingCase, RatingSet } from '@openum/domain/consistency/ratingSet.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, caseOf, caseRow, deniedItem, on } from './samples.ts';

export type RatingPorts = { readonly cases: CaseStore; readonly ratingSets: RatingSets };

const set = (setId: string, change: Partial<RatingSet> = {}): RatingSet => ({
  setId,
  title: 'Oxygen, autumn',
  fromDay: on('2026-11-01'),
  beforeDay: on('2026-12-01'),
  seed: 7,
  dueOn: on('2026-12-15'),
  raters: [
    { userId: 'n-1', name: 'Nurse One' },
    { userId: 'n-2', name: 'Nurse Two' },
  ],
  createdAt: at('2026-12-02T10:00:00.000Z'),
  createdByUserId: 'q-1',
  createdByName: 'Quinn Ality',
  ...change,
});

const ratingCase = (position: number, caseId: string): RatingCase => ({
  position,
  caseId,
  itemSequence: 1,
  blinded: {
    criteria: { setId: 'medicare-home-oxygen', version: '1', name: 'Home oxygen', citation: 'NCD 240.2' },
    service: { system: 'hcpcs', code: 'E1390' },
    diagnoses: ['J44.9'],
    setting: 'home',
    urgency: 'standard',
    age: 75,
    sex: 'female',
    facts: [{ key: 'lab.spo2', value: { kind: 'quantity', value: 89, unit: '%' }, quote: 'SpO2 89 %' }],
    leaves: [{ path: 'bloodGas', label: 'Blood gas' }],
  },
  recorded: { leaves: { bloodGas: 'notMet' }, recommendation: 'notAsRequested', involved: ['n-3'] },
});

const rating = (change: Partial<Rating> = {}): Rating => ({
  position: 1,
  userId: 'n-1',
  leaves: { bloodGas: 'unknown' },
  recommendation: 'needInformation',
  note: 'No measurement on exertion.',
  ratedAt: at('2026-12-03T10:00:00.000Z'),
  ...change,
});

export const ratingSetContract = (name: string, store: () => RatingPorts, fresh: Fresh<string>): void => {
  const write = (tenantId: string, caseId: string, items: readonly Partial<ItemRow>[], change = {}) =>
    store().cases.append(
      { tenantId },
      caseOf(caseRow(caseId, change), {
        items: items.map((item, i) => ({
          ...deniedItem,
          itemSequence: i + 1,
          firstOutcome: 'denied',
          firstDecidedOn: on('2026-11-20'),
          ...item,
        })),
      }),
    );
  const lines = async (tenantId: string, change: Partial<DecidedQuery> = {}) =>
    (
      await store().ratingSets.decidedLines(
        { tenantId },
        { fromDay: on('2026-11-01'), beforeDay: on('2026-12-01'), linesOfBusiness: [], decided: 'adverse', ...change },
      )
    ).map((f) => `${f.caseId} ${f.itemSequence}`);

  describe(`${name}: sets of lines to rate again`, () => {
    test('lines are those first decided so in the days asked for, voided cases left out', async () => {
      const tenantId = fresh();
      await write(tenantId, 'b', [{}, { firstOutcome: 'approved' }, { firstDecidedOn: on('2026-12-01') }]);
      await write(tenantId, 'a', [{ firstOutcome: 'partiallyApproved' }], { lineOfBusiness: 'chip' });
      await write(tenantId, 'c', [{}], { status: 'voided' });
      expect(await lines(tenantId)).toEqual(['a 1', 'b 1']);
      expect(await lines(tenantId, { decided: 'approved' })).toEqual(['b 2']);
      expect(await lines(tenantId, { linesOfBusiness: ['chip'] })).toEqual(['a 1']);
      expect(await lines(fresh())).toEqual([]);
    });

    test('a set is kept with its cases in order, and a rater finds the own sets', async () => {
      const tenantId = fresh();
      const { ratingSets } = store();
      await write(tenantId, 'a', [{}]);
      await write(tenantId, 'b', [{}]);
      const cases = [ratingCase(1, 'b'), ratingCase(2, 'a')];
      await ratingSets.save({ tenantId }, set('s-1'), cases);
      await ratingSets.save(
        { tenantId },
        set('s-2', { raters: [{ userId: 'n-9', name: 'Nine' }], createdAt: at('2026-12-04T10:00:00.000Z') }),
        [],
      );
      const ids = async (raterId?: string) =>
        (await ratingSets.list({ tenantId }, 10, raterId)).map((kept) => kept.set.setId);
      expect(await ids()).toEqual(['s-2', 's-1']);
      expect(await ids('n-2')).toEqual(['s-1']);
      expect(await ids('n-3')).toEqual([]);
      expect(await ratingSets.find({ tenantId }, 's-1')).toEqual({ set: set('s-1'), cases, ratings: [] });
      expect(await ratingSets.find({ tenantId: fresh() }, 's-1')).toBeUndefined();
    });

    test('the first word of a rater on a line stands', async () => {
      const tenantId = fresh();
      const { ratingSets } = store();
      await write(tenantId, 'a', [{}]);
      await ratingSets.save({ tenantId }, set('s-1'), [ratingCase(1, 'a')]);
      expect(await ratingSets.rate({ tenantId }, 's-1', rating())).toBe(true);
      expect(await ratingSets.rate({ tenantId }, 's-1', rating({ recommendation: 'approve' }))).toBe(false);
      const other = rating({ userId: 'n-2', ratedAt: at('2026-12-03T09:00:00.000Z') });
      expect(await ratingSets.rate({ tenantId }, 's-1', other)).toBe(true);
      expect((await ratingSets.find({ tenantId }, 's-1'))?.ratings).toEqual([other, rating()]);
      await expect(ratingSets.rate({ tenantId }, 's-1', rating({ position: 2 }))).rejects.toThrow();
    });

    test('who rates and who drew the lines see how far a set is, each with the own lines apart', async () => {
      const tenantId = fresh();
      const { ratingSets } = store();
      await write(tenantId, 'a', [{}]);
      await write(tenantId, 'b', [{}]);
      const second = ratingCase(2, 'b');
      await ratingSets.save({ tenantId }, set('s-1'), [
        ratingCase(1, 'a'),
        { ...second, recorded: { ...second.recorded, involved: ['n-2'] } },
      ]);
      await ratingSets.rate({ tenantId }, 's-1', rating());
      const watched = (userId: string, from = '2026-12-15') => ratingSets.watched({ tenantId }, userId, on(from));
      const { setId, title, dueOn, createdAt } = set('s-1');
      const common = { setId, title, dueOn, createdAt, toRate: 3, rated: 1, lastRatedAt: rating().ratedAt };
      expect(await watched('n-1')).toEqual([{ ...common, rates: true, leads: false, ownToRate: 2, ownRated: 1 }]);
      expect(await watched('n-2')).toEqual([{ ...common, rates: true, leads: false, ownToRate: 1, ownRated: 0 }]);
      expect(await watched('q-1')).toMatchObject([{ rates: false, leads: true }]);
      expect(await watched('n-9')).toEqual([]);
      expect(await watched('n-1', '2026-12-16')).toEqual([]);
      expect(await ratingSets.watched({ tenantId: fresh() }, 'n-1', on('2026-12-15'))).toEqual([]);
    });

    test('news of a set stays read since the first time, for the one who read it', async () => {
      const tenantId = fresh();
      const { ratingSets } = store();
      await ratingSets.save({ tenantId }, set('s-1'), []);
      const first = at('2026-12-03T10:00:00.000Z');
      const read = { setId: 's-1', kind: 'ratingAsked' } as const;
      await ratingSets.markNewsRead({ tenantId }, 'n-1', [read, { setId: 'none', kind: 'ratingDue' }], first);
      await ratingSets.markNewsRead({ tenantId }, 'n-1', [read], at('2026-12-04T10:00:00.000Z'));
      expect(await ratingSets.newsRead({ tenantId }, 'n-1')).toEqual([{ ...read, readAt: first }]);
      expect(await ratingSets.newsRead({ tenantId }, 'n-2')).toEqual([]);
      expect(await ratingSets.newsRead({ tenantId: fresh() }, 'n-1')).toEqual([]);
    });
  });
};

import { describe, expect, test } from 'vitest';
import { loadAdmissions } from '../admission/load.ts';
import table from './intervals.json' with { type: 'json' };
import { readReviewIntervals, reviewIntervals } from './load.ts';

const [row] = table;
const reading = (change: object) => () => readReviewIntervals([{ ...row, ...change }]);

describe('the table of review intervals', () => {
  test('says of every level of care how often its stays are reviewed', () => {
    const named = reviewIntervals.flatMap((r) => r.levelsOfCare ?? []);
    expect(loadAdmissions().levelsOfCare.filter((l) => !named.includes(l.code))).toEqual([]);
  });

  test('lets no stay go longer than a week without a review', () => {
    expect(reviewIntervals.filter((r) => r.everyDays > 7)).toEqual([]);
  });

  test('asks before the decided days run out', () => {
    expect(reviewIntervals.filter((r) => r.leadDays < 1)).toEqual([]);
  });

  test.each([
    [{ everyDays: 0 }, 'review interval ACUTE: everyDays'],
    [{ dueAtTime: '25:00' }, 'review interval ACUTE: dueAtTime: must be a time of day'],
    [{ levelsOfCare: ['hotel'] }, 'review interval ACUTE: levelsOfCare: there is no level hotel'],
    [{ effectiveFrom: '2026-02-30' }, 'review interval ACUTE: effectiveFrom: must be a date'],
    [{ every: 3 }, 'every'],
  ])('refuses %j by row and field', (change, problem) => {
    expect(reading(change)).toThrow(problem);
  });

  test('refuses the same id twice', () => {
    expect(() => readReviewIntervals([row, row])).toThrow('review interval ACUTE: id: occurs twice');
  });
});

import { expect, test } from 'vitest';
import { type DecidedCounts, publicMetrics } from './publicMetrics.ts';

const counts = (change: Partial<DecidedCounts>): DecidedCounts => ({
  lineOfBusiness: 'medicareAdvantage',
  contract: 'H1234',
  urgency: 'standard',
  decided: 10,
  approved: 6,
  partial: 1,
  denied: 3,
  approvedAfterAppeal: 2,
  approvedAfterExtension: 1,
  averageSeconds: 100,
  medianSeconds: 90,
  ...change,
});

test('each contract publishes its nine numbers; approval and denial make up all that was decided', () => {
  const [one, two, ...more] = publicMetrics([
    counts({}),
    counts({
      urgency: 'expedited',
      decided: 4,
      approved: 3,
      partial: 0,
      denied: 1,
      approvedAfterExtension: 1,
      averageSeconds: 20,
    }),
    counts({ contract: 'H9999' }),
  ]);
  expect(more).toEqual([]);
  expect(two?.contract).toBe('H9999');
  expect(one).toEqual({
    lineOfBusiness: 'medicareAdvantage',
    contract: 'H1234',
    standardApproved: { part: 6, whole: 10 },
    standardDenied: { part: 4, whole: 10 },
    standardApprovedAfterAppeal: { part: 2, whole: 10 },
    extendedAndApproved: { part: 2, whole: 14 },
    expeditedApproved: { part: 3, whole: 4 },
    expeditedDenied: { part: 1, whole: 4 },
    standardTime: { averageSeconds: 100, medianSeconds: 90 },
    expeditedTime: { averageSeconds: 20, medianSeconds: 90 },
  });
});

test('without expedited decisions there is no expedited time, rather than a time of zero', () => {
  const [one] = publicMetrics([counts({})]);
  expect(one).not.toHaveProperty('expeditedTime');
  expect(one?.expeditedApproved).toEqual({ part: 0, whole: 0 });
});

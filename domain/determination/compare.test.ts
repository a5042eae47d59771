import { granted, oxygenItem } from '@openum/testkit/case/request.ts';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../time/instant.ts';
import { compareToRequest, grantsSomething } from './compare.ts';
import type { Authorized } from './determination.ts';

const day = calendarDate;
const equal = { lessThanRequested: false, otherService: false, otherUnit: false };
const { quantity: _, ...uncounted } = granted();

describe('held against three months from December to February', () => {
  test.each<readonly [string, Authorized, Partial<typeof equal>]>([
    ['the same', granted(), {}],
    ['the same unit in another spelling', granted({ quantity: { value: 3, unit: 'months' } }), {}],
    ['more units', granted({ quantity: { value: 4, unit: 'mo' } }), {}],
    ['more days on both sides', granted({ period: { start: day('2026-11-30'), end: day('2027-03-01') } }), {}],
    ['fewer units', granted({ quantity: { value: 2, unit: 'mo' } }), { lessThanRequested: true }],
    ['no units', uncounted, { lessThanRequested: true }],
    [
      'days instead of months',
      granted({ quantity: { value: 90, unit: 'd' } }),
      { lessThanRequested: true, otherUnit: true },
    ],
    [
      'a day less at the end',
      granted({ period: { start: day('2026-12-01'), end: day('2027-02-27') } }),
      { lessThanRequested: true },
    ],
    [
      'a day less at the start',
      granted({ period: { start: day('2026-12-02'), end: day('2027-02-28') } }),
      { lessThanRequested: true },
    ],
    ['the first day alone', granted({ period: { start: day('2026-12-01') } }), { lessThanRequested: true }],
    ['another code', granted({ service: { ...granted().service, code: 'E0424' } }), { otherService: true }],
    ['the code in another system', granted({ service: { ...granted().service, system: 'x' } }), { otherService: true }],
  ])('%s', (_name, authorized, difference) => {
    expect(compareToRequest(oxygenItem(), authorized)).toEqual({ ...equal, ...difference });
  });
});

test('a request without an end asks for its one day', () => {
  const oneDay = oxygenItem({ period: { start: day('2026-12-01') } });
  expect(compareToRequest(oneDay, granted({ period: { start: day('2026-12-01') } }))).toEqual(equal);
});

test('where no units and no days were asked for, none can be missing', () => {
  const { quantity: __, period: ___, ...open } = oxygenItem();
  expect(compareToRequest(open, granted())).toEqual(equal);
});

test('something is granted when there is at least one day and more than nothing', () => {
  expect(grantsSomething(granted())).toBe(true);
  expect(grantsSomething(uncounted)).toBe(true);
  expect(grantsSomething(granted({ period: { start: day('2026-12-01'), end: day('2026-12-01') } }))).toBe(true);
  expect(grantsSomething(granted({ quantity: { value: 0, unit: 'mo' } }))).toBe(false);
  expect(grantsSomething(granted({ quantity: { value: -1, unit: 'mo' } }))).toBe(false);
  expect(grantsSomething(granted({ period: { start: day('2026-12-02'), end: day('2026-12-01') } }))).toBe(false);
});

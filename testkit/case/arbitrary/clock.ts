import { lapseEffects } from '@openum/domain/clock/rule.ts';
import fc from 'fast-check';
import { clockCalendar, clockRule } from '../clock.ts';
import { granted } from '../request.ts';
import { authorized, type Bodies, mostly, reason, sequence, some } from './piece.ts';

export const clockBodies: Bodies<'ExtendClock' | 'NoteMissedDeadline'> = {
  ExtendClock: fc.record(
    {
      clockId: some('clock-1', 'clock-2', 'clock-9'),
      ground: mostly(some('enrolleeRequest'), some('weAreBusy')),
      by: some({ value: 3, unit: 'calendarDays' as const }, { value: 90, unit: 'calendarDays' as const }),
      reason,
      rule: some(clockRule()),
      calendar: some(clockCalendar),
    },
    { requiredKeys: ['clockId', 'ground', 'reason', 'rule', 'calendar'] },
  ),
  NoteMissedDeadline: fc.record({
    clockId: mostly(some('clock-1'), some('clock-2', 'clock-3', 'clock-9')),
    rule: some(...lapseEffects).map((lapseEffect) => clockRule('MA-PRE-STD-PA', { lapseEffect })),
    calendar: some(clockCalendar),
    grants: mostly(
      fc.constant([1, 2, 3].map((itemSequence) => ({ itemSequence, authorized: granted() }))),
      fc.array(fc.record({ itemSequence: sequence, authorized }), { maxLength: 2 }),
    ),
  }),
};

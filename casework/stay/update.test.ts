import { calendarDate } from '@openum/domain/time/instant.ts';
import { determine } from '@openum/testkit/case/acts.ts';
import { admission, approvedDays, daysItem, discharged, moreDays } from '@openum/testkit/case/stay.ts';
import { after, caseOf, now, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { asContinuedStay } from './update.ts';

const ahead = admission({ reviewType: 'prospective' });
const approved = after(received(ahead), determine([approvedDays()]));
const { reviewType: _, ...added } = moreDays();
const update = { ...ahead, items: [daysItem(), added] };

test('days that an update adds to a stay are concurrent, and so are their clocks', () => {
  const request = asContinuedStay(update, caseOf(approved));
  expect(request.reviewType).toBe('concurrent');
  expect(request.items.map((i) => i.reviewType)).toEqual([undefined, 'concurrent']);
});

test('a line that is repeated keeps the stage at which it was taken', () => {
  const stay = caseOf(received(admission({ items: [daysItem({ reviewType: 'concurrent' })] })));
  expect(asContinuedStay({ ...ahead, items: [daysItem()] }, stay).items[0]?.reviewType).toBe('concurrent');
});

test('an update of a stay that is over, or with days before the admission, stays as it was sent', () => {
  expect(asContinuedStay(update, caseOf(after(approved, discharged(now))))).toEqual(update);
  const early = { ...added, period: { start: calendarDate('2026-11-20'), end: calendarDate('2026-11-21') } };
  expect(asContinuedStay({ ...ahead, items: [daysItem(), early] }, caseOf(approved)).reviewType).toBe('prospective');
});

import { nurse } from '@openum/testkit/case/actors.ts';
import { determine } from '@openum/testkit/case/acts.ts';
import { anyCommand } from '@openum/testkit/case/arbitrary/command.ts';
import { clock } from '@openum/testkit/case/request.ts';
import { reviewIntervals } from '@openum/testkit/case/rules.ts';
import { admission, approvedDays, continued, daysItem, discharged, moreDays } from '@openum/testkit/case/stay.ts';
import { now, received } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { addDays, addElapsed, calendarDate, daysBetween } from '../time/instant.ts';
import { countDays, dayStrip } from './days.ts';
import { intervalFor } from './interval.ts';
import { stayReview } from './review.ts';
import { isOpenStay } from './stay.ts';
import { stayTasks } from './task.ts';

/** Steps of a stay that go on, among any others. */
const likely: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constantFrom(1, 2, 3, 4).map((n) => determine([approvedDays(n === 1 ? daysItem() : moreDays({ sequence: n }))])),
  fc
    .tuple(fc.constantFrom(2, 3, 4), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 8 }))
    .map(([n, from, days]) => {
      const start = addDays(calendarDate('2026-11-26'), from);
      const period = { start, end: addDays(start, days - 1) };
      return continued({
        requestId: `r${n}`,
        items: [moreDays({ sequence: n, period, quantity: { value: days, unit: 'd' } })],
        // Not one of the clocks that drawn commands name, each with its own rule.
        clocks: [clock(`stay-clock-${n}`, { ruleId: 'MA-CONC-INPATIENT', startedAt: now })],
      });
    }),
  fc.integer({ min: 0, max: 200 }).map((hours) => discharged(addElapsed(now, { hours }))),
  fc.constant<CaseCommand>({ type: 'CancelDischarge', reason: 'Still in.', actor: nurse, now }),
);

const history = fc.array(fc.oneof({ weight: 2, arbitrary: likely }, { weight: 1, arbitrary: anyCommand }), {
  maxLength: 12,
});

/** The case after each command that was not refused. */
const casesAlong = (commands: readonly CaseCommand[]): readonly Case[] => {
  const cases: Case[] = [];
  let state = received(admission()).state;
  for (const command of commands) {
    const decided = decide(command, state);
    if (isRefusal(decided)) continue;
    state = decided.reduce(evolve, state);
    if (state.kind === 'case') cases.push(state);
  }
  return cases;
};

test('a stay that goes on always has a review pending or a next one due, with its task, and never both', () => {
  fc.assert(
    fc.property(history, (commands) => {
      for (const c of casesAlong(commands)) {
        if (!c.stay) throw new Error('given: the case holds a stay');
        const review = stayReview(c, c.stay, reviewIntervals);
        const goesOn = isOpenStay(c.stay) && !c.voided && !c.withdrawn;
        const tasks = stayTasks(c, reviewIntervals).filter((t) => t.stepId === 'continuedStayReview');
        if (goesOn) expect(review.kind).toBe(openItems(c).length > 0 ? 'pending' : 'due');
        expect(tasks).toHaveLength(review.kind === 'due' ? 1 : 0);
        if (review.kind !== 'due') continue;
        expect(tasks[0]?.dueAt).toBe(review.dueAt);
        expect(daysBetween(review.basis.reviewedOn, review.dueOn)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(review.basis.reviewedOn, review.dueOn)).toBeLessThanOrEqual(review.basis.everyDays);
      }
    }),
    { numRuns: 300 },
  );
});

test('the strip has each day once, without a gap, and its counts add up', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 20 }), (commands, offset) => {
      const today = addDays(calendarDate('2026-11-23'), offset);
      for (const c of casesAlong(commands)) {
        if (!c.stay) throw new Error('given: the case holds a stay');
        const strip = dayStrip(c, c.stay, today);
        strip.forEach((d, i) => {
          expect(d.date).toBe(addDays(strip[0]?.date ?? d.date, i));
        });
        const n = countDays(strip);
        expect(n.used + n.unfunded).toBeLessThanOrEqual(n.delivered);
        expect(n.used + n.unfunded + n.continued).toBeGreaterThanOrEqual(n.delivered);
        expect(n.approved + n.requested + n.denied + n.continued).toBeLessThanOrEqual(strip.length);
        // A day is denied only where a person decided so.
        for (const d of strip.filter((x) => x.state === 'denied')) {
          const item = c.items.find((i) => i.sequence === d.itemSequence);
          expect(item?.determination?.by.kind).toBe('person');
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('every level of care and line of business has an interval', () => {
  const on = calendarDate('2026-11-23');
  expect(intervalFor(reviewIntervals, { lineOfBusiness: 'chip', levelOfCare: 'hotel', on })?.id).toBe('ANY');
  expect(
    intervalFor(reviewIntervals, { lineOfBusiness: 'medicaidManagedCare', levelOfCare: 'intensiveCare', on })?.id,
  ).toBe('MEDICAID-ACUTE');
  const own = {
    ...reviewIntervals[0],
    id: 'OWN',
    planIds: ['H1234'],
    everyDays: 5,
  } as (typeof reviewIntervals)[number];
  const asked = { lineOfBusiness: 'medicareAdvantage', levelOfCare: 'medicalSurgical', on } as const;
  expect(intervalFor([...reviewIntervals, own], { ...asked, planId: 'H1234' })?.id).toBe('OWN');
  expect(intervalFor([...reviewIntervals, own], asked)?.id).toBe('ACUTE');
});

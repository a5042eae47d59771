import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addElapsed, instant } from '../time/instant.ts';
import { forecastQueue, type QueuePace } from './forecast.ts';

const now = instant('2026-11-23T15:00:00Z');
const dueIn = (hours: number) => addElapsed(now, { minutes: Math.round(hours * 60) });
const pace = (change: Partial<QueuePace> = {}): QueuePace => ({
  arrivalsPerHour: 0,
  decisionsPerHour: 2,
  hoursLeftOnArrival: 24,
  ...change,
});
const queue = (...dueInHours: number[]) => dueInHours.map((h, i) => ({ caseId: `c${i}`, items: 1, dueAt: dueIn(h) }));

describe('the forecast of the physician queue', () => {
  test('keeps every deadline when there are decisions enough', () => {
    const forecast = forecastQueue(queue(1, 2, 3), pace(), now);
    expect(forecast.breachesAt).toBeUndefined();
    expect(forecast.late).toEqual([]);
    expect(forecast.neededPerHour).toBe(1);
  });

  test('names the first deadline that cannot be kept, and when that case will be decided', () => {
    const forecast = forecastQueue(queue(0.5, 0.6, 5), pace(), now);
    expect(forecast.breachesAt).toBe(dueIn(0.6));
    expect(forecast.late).toEqual([{ caseId: 'c1', dueAt: dueIn(0.6), expectedAt: dueIn(1) }]);
  });

  test('counts what arrives with an earlier deadline as work that comes first', () => {
    const quiet = forecastQueue(queue(10), pace({ decisionsPerHour: 1 }), now);
    const busy = forecastQueue(
      queue(10),
      pace({ decisionsPerHour: 1, arrivalsPerHour: 3, hoursLeftOnArrival: 2 }),
      now,
    );
    expect([quiet.late.length, busy.late.length]).toEqual([0, 1]);
  });

  test('breaks at last when more arrives than is decided, though all that waits is in time', () => {
    const forecast = forecastQueue([], pace({ arrivalsPerHour: 3, hoursLeftOnArrival: 4 }), now);
    expect(forecast.breachesAt).toBe(dueIn(12));
  });

  test('gives no moment of a decision while nothing is decided', () => {
    const forecast = forecastQueue(queue(2), pace({ decisionsPerHour: 0 }), now);
    expect(forecast.late).toEqual([{ caseId: 'c0', dueAt: dueIn(2) }]);
    expect(forecast.hours.find((h) => h.late > 0)?.from).toBe(dueIn(1));
  });

  test('tells what is overdue apart from what will be', () => {
    const forecast = forecastQueue(queue(-1, 5), pace(), now);
    expect(forecast.overdue).toBe(1);
    expect(forecast.breachesAt).toBeUndefined();
  });

  test('calls nothing late at the pace that it says is needed', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.5, max: 90, noNaN: true }), { minLength: 1, maxLength: 20 }), (dues) => {
        const needed = forecastQueue(queue(...dues), pace(), now).neededPerHour + 0.1;
        expect(forecastQueue(queue(...dues), pace({ decisionsPerHour: needed }), now).late).toEqual([]);
      }),
    );
  });
});

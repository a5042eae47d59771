import { alarmPolicy as policy } from '@openum/testkit/case/clock.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClockReceipt } from '../clock/receipt.ts';
import { addElapsed, type Instant, instant } from '../time/instant.ts';
import { alarmKey, alarmsDue } from './alarm.ts';
import { recipientsOf } from './recipients.ts';

const startedAt = instant('2026-11-20T00:00:00Z');
const after = (hours: number): Instant => addElapsed(startedAt, { minutes: Math.round(hours * 60) });

/** A clock of 100 hours: half, three quarters and nine tenths of it are at 50, 75 and 90 hours. */
const receipt = (change: Partial<ClockReceipt> = {}): ClockReceipt =>
  ({
    clockId: 'k',
    ruleId: 'MA-PRE-STD-PA',
    hard: true,
    startedAt,
    dueAt: after(100),
    state: 'running',
    ...change,
  }) as ClockReceipt;
const raised = (now: Instant, before: readonly string[] = [], receipts = [receipt()]) =>
  alarmsDue(receipts, policy, now, new Set(before));
const steps = (...given: Parameters<typeof raised>) => raised(...given).map((a) => a.stepId);

describe('alarms', () => {
  test('come at half, three quarters and nine tenths of the time, and a day, four hours and one hour before its end', () => {
    const moments = [50, 75, 76, 90, 96, 99].map((h) => raised(after(h)).at(-1));
    expect(moments.map((a) => a?.stepId)).toEqual([
      'half',
      'threeQuarters',
      'before24Hours',
      'nineTenths',
      'before4Hours',
      'before1Hour',
    ]);
    expect(moments.map((a) => a?.late)).toEqual([false, false, false, false, false, false]);
    expect(steps(addElapsed(after(50), { seconds: -1 }))).toEqual([]);
  });

  test('come the longest overdue first after a stop, each marked late', () => {
    const all = raised(after(200));
    expect(all.map((a) => a.alarmAt)).toEqual([...all.map((a) => a.alarmAt)].sort());
    expect(all.map((a) => a.late)).toEqual(all.map(() => true));
    expect(all).toHaveLength(6);
  });

  test('are late from more than five minutes after their moment on', () => {
    expect(raised(addElapsed(after(50), { minutes: 5 }))[0]?.late).toBe(false);
    expect(raised(addElapsed(after(50), { minutes: 5, seconds: 1 }))[0]?.late).toBe(true);
  });

  test('are not raised for a clock that has stopped, or that binds nobody', () => {
    expect(steps(after(200), [], [receipt({ metAt: after(10) })])).toEqual([]);
    expect(steps(after(200), [], [receipt({ hard: false })])).toEqual([]);
  });

  test('leave out a step that would come before a short clock has begun', () => {
    const short = receipt({ dueAt: after(3) });
    expect(steps(after(3), [], [short])).toEqual(['half', 'before1Hour', 'threeQuarters', 'nineTenths']);
  });

  test('move with an extension, but what was raised is not raised again', () => {
    const longer = [receipt({ dueAt: after(436) })];
    const before = ['k half', 'k threeQuarters'];
    expect(steps(after(100), before, longer)).toEqual([]);
    expect(steps(after(393), before, longer)).toEqual(['nineTenths']);
  });
});

describe('an alarm goes', () => {
  const users = [
    { userId: 'nurse', roles: ['clinicalReviewer'], active: true },
    { userId: 'gone', roles: ['clinicalReviewer'], active: false },
    { userId: 'coordinator', roles: ['umCoordinator'], active: true },
    { userId: 'director', roles: ['umDirector'], active: true },
  ] as const;
  const to = (stepId: string, owner?: string) =>
    recipientsOf({ audience: policy.steps.find((s) => s.id === stepId)?.audience ?? [] }, policy, users, owner);

  test('to the owner first, then to the lead as well, then to the director', () => {
    expect(to('half', 'nurse')).toEqual(['nurse']);
    expect(to('threeQuarters', 'nurse')).toEqual(['nurse', 'coordinator', 'director']);
    expect(to('nineTenths', 'nurse')).toContain('director');
  });

  test('to the lead at once when nobody has the case, or its owner has left', () => {
    expect(to('half')).toEqual(['coordinator', 'director']);
    expect(to('half', 'gone')).toEqual(['coordinator', 'director']);
  });

  test('to nobody twice', () => {
    expect(new Set(to('nineTenths', 'director')).size).toBe(to('nineTenths', 'director').length);
  });
});

test('whatever the clock of the machine does, no step is raised twice, and none is lost once its moment has passed', () => {
  const hours = fc.array(fc.double({ min: -20, max: 130, noNaN: true }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(hours, (times) => {
      const seen = new Set<string>();
      for (const h of times)
        for (const a of raised(after(h), [...seen])) {
          const key = alarmKey(a.clockId, a.stepId);
          expect(seen.has(key)).toBe(false);
          expect(a.alarmAt <= after(h)).toBe(true);
          seen.add(key);
        }
      const latest = after(Math.max(...times));
      expect([...seen].sort()).toEqual(
        raised(latest)
          .map((a) => alarmKey(a.clockId, a.stepId))
          .sort(),
      );
    }),
    { numRuns: 300 },
  );
});

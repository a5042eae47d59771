import { anyCommand, anyReceipt } from '@openum/testkit/case/arbitrary/command.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { granted } from '@openum/testkit/case/request.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import { type CaseState, noCase } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';
import { addElapsed, instant } from '../time/instant.ts';
import { receiptOfClock } from './extension.ts';
import { lapseEffects } from './rule.ts';

const late = instant('2027-03-01T12:00:00Z');

/** Commands hours apart, most of them long after every clock has run out and before any sweep has come. */
const history = fc
  .tuple(anyReceipt, fc.array(anyCommand, { maxLength: 8 }), fc.nat(8), fc.constantFrom(...lapseEffects))
  .map(([first, rest, from, lapseEffect]) => ({
    rule: clockRule('MA-PRE-STD-PA', { lapseEffect }),
    commands: [
      first,
      ...rest.map((c, i): CaseCommand => (i >= from ? { ...c, now: addElapsed(late, { hours: i }) } : c)),
    ],
  }));

const grants = [1, 2, 3].map((itemSequence) => ({ itemSequence, authorized: granted() }));

test('whatever comes first after a clock has run out, the miss is noted before it, once, and denies nothing', () => {
  const seen = { noted: 0, superseded: 0 };
  fc.assert(
    fc.property(history, ({ rule, commands }) => {
      let state: CaseState = noCase;
      for (const command of commands) {
        const before: CaseState = state;
        const clocks = before.kind === 'none' ? [] : before.clocks.filter((k) => k.ruleId === rule.id);
        const overdue = clocks.map(({ clockId }) => ({ clockId, rule, calendar: clockCalendar, grants }));
        const sent = command.type === 'NoteMissedDeadline' ? command : { ...command, overdue };
        const decided = decide(sent, before);
        if (isRefusal(decided)) continue;
        state = decided.reduce(evolve, before);
        if (before.kind === 'none' || state.kind === 'none' || command.type === 'NoteMissedDeadline') continue;

        const noted = decided.flatMap((e) => (e.type === 'DeadlineMissed' ? [e] : []));
        seen.noted += noted.length;
        for (const e of noted) expect(e.actor).toEqual({ kind: 'system', component: 'clock' });
        const byClock = decided.filter((e) => e.actor.kind === 'system' && e.actor.component === 'clock');
        if (command.actor.kind !== 'system') {
          expect(decided.slice(0, byClock.length)).toEqual(byClock);
          for (const e of byClock) expect(e.type === 'ItemDetermined' && isAdverse(e.data)).toBe(false);
        }
        for (const started of clocks) {
          if (state.clocks.some((k) => k.clockId === started.clockId)) continue;
          const receipt = receiptOfClock(before, { started, rule, calendar: clockCalendar }, command.now);
          if (receipt.metAt !== undefined || command.now <= receipt.dueAt) continue;
          seen.superseded += 1;
          expect(state.missedDeadlines.map((m) => m.clockId)).toContain(started.clockId);
        }
      }
      if (state.kind === 'none') return;
      const ids = state.missedDeadlines.map((m) => m.clockId);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1500 },
  );
  // The property says something only while such moments are reached.
  expect(seen.noted).toBeGreaterThan(50);
  expect(seen.superseded).toBeGreaterThan(5);
});

import { anyCommand, anyReceipt } from '@openum/testkit/case/arbitrary/command.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { granted } from '@openum/testkit/case/request.ts';
import { by } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import { type CaseState, noCase } from '../case/state.ts';
import { instant } from '../time/instant.ts';
import { lapseEffects } from './rule.ts';

/** Every clock of the case is looked at once more, long after all of them have ended. */
const lastLook = (lapseEffect: (typeof lapseEffects)[number]): readonly CaseCommand[] =>
  ['clock-1', 'clock-2', 'clock-3', 'clock-4'].map((clockId) =>
    by(
      { kind: 'system', component: 'clock' },
      {
        type: 'NoteMissedDeadline',
        clockId,
        rule: clockRule('MA-PRE-STD-PA', { lapseEffect }),
        calendar: clockCalendar,
        grants: [1, 2, 3].map((itemSequence) => ({ itemSequence, authorized: granted() })),
      },
      instant('2027-03-01T12:00:00Z'),
    ),
  );

const history = fc
  .tuple(anyReceipt, fc.array(anyCommand, { maxLength: 8 }), fc.constantFrom(...lapseEffects))
  .map(([first, rest, effect]) => [first, ...rest, ...lastLook(effect)]);

test('whatever came before, a lapse denies nothing, approves only where its rule says so, and is noted once for each clock', () => {
  const seen = { noted: 0, approved: 0 };
  fc.assert(
    fc.property(history, (commands) => {
      let state: CaseState = noCase;
      for (const command of commands) {
        const decided = decide(command, state);
        if (isRefusal(decided)) continue;
        state = decided.reduce(evolve, state);
        if (command.type !== 'NoteMissedDeadline') continue;
        const [missed, ...effects] = decided;
        expect(missed?.type).toBe('DeadlineMissed');
        seen.noted += 1;
        for (const e of effects) {
          expect(command.rule.lapseEffect).toBe('approved');
          expect(e).toMatchObject({ type: 'ItemDetermined', data: { outcome: 'approved', by: { kind: 'rule' } } });
          seen.approved += 1;
        }
      }
      if (state.kind === 'none') return;
      const clocks = state.missedDeadlines.map((m) => m.clockId);
      expect(new Set(clocks).size).toBe(clocks.length);
    }),
    { numRuns: 600 },
  );
  // The property says something only while such lapses are reached.
  expect(Math.min(seen.noted, seen.approved)).toBeGreaterThan(20);
});

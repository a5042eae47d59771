import { anyCommand, anyReceipt } from '@openum/testkit/case/arbitrary/command.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../case/decide.ts';
import type { RecordedEvent } from '../case/event.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import { type CaseState, noCase } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';
import { lettersOwed } from './owed.ts';

const history = fc.tuple(anyReceipt, fc.array(anyCommand, { maxLength: 14 })).map(([first, rest]) => [first, ...rest]);

type Told = { readonly member: boolean; readonly provider: boolean };

/** Who has a letter about the present decision on a line, said again from the log alone. */
const toldOf = (log: readonly RecordedEvent[], itemSequence: number): Told => {
  const decided = log.findLastIndex((e) => e.type === 'ItemDetermined' && e.data.itemSequence === itemSequence);
  const letters = log
    .slice(decided + 1)
    .flatMap((e) =>
      e.type === 'NoticeIssued' && e.data.itemSequences.includes(itemSequence) ? [e.data.audience] : [],
    );
  return { member: letters.includes('member'), provider: letters.includes('provider') };
};

test('whatever is tried by whomever, a decision against a line is told to member and provider, or still owed to them', () => {
  let owed = 0;
  fc.assert(
    fc.property(history, (commands) => {
      let state: CaseState = noCase;
      const log: RecordedEvent[] = [];
      for (const command of commands) {
        const decided = decide(command, state);
        if (isRefusal(decided)) continue;
        state = decided.reduce(evolve, state);
        log.push(...decided);
        if (state.kind === 'none') continue;
        for (const { sequence, determination } of state.items) {
          if (!determination || !isAdverse(determination)) continue;
          const { member, provider } = toldOf(log, sequence);
          if (member && provider) continue;
          owed += 1;
          expect(lettersOwed(state)).toBe(true);
        }
      }
    }),
    { numRuns: 1400 },
  );
  // The property says something only while such decisions are reached.
  expect(owed).toBeGreaterThan(100);
});

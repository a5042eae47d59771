import { coordinator, otherPhysician, physician } from '@openum/testkit/case/actors.ts';
import { appealed, appealedAt, appealsDesk, denied, resolved, reviewerNamed } from '@openum/testkit/case/appeal.ts';
import { appealBodies } from '@openum/testkit/case/arbitrary/appeal.ts';
import { anyCommand } from '@openum/testkit/case/arbitrary/command.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { appealLettersOwed } from './letters.ts';

const actor = fc.constantFrom(appealsDesk, otherPhysician, physician, coordinator);

/** What belongs to an appeal, at any time and in any order, most of it nearly lawful. */
const around: fc.Arbitrary<CaseCommand> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(appealed(), reviewerNamed(), resolved()) },
  {
    weight: 3,
    arbitrary: fc.tuple(actor, appealBodies.DecideAppeal).map(([by, body]) => ({ ...resolved(body), actor: by })),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(
      ...Object.entries(appealBodies).map(([type, body]) =>
        fc
          .tuple(body as fc.Arbitrary<object>, actor)
          .map(([b, by]) => ({ ...b, type, actor: by, now: appealedAt }) as CaseCommand),
      ),
    ),
  },
  { weight: 1, arbitrary: anyCommand },
);

test('whatever is tried by whomever, a denial is upheld only by a qualified person who took no part, with a letter to follow', () => {
  let upheld = 0;
  fc.assert(
    fc.property(fc.array(around, { minLength: 3, maxLength: 16 }), (commands) => {
      let state = denied().state as Case;
      const involved = new Set(['physician', 'nurse']);
      for (const command of commands) {
        const decided = decide(command, state);
        if (isRefusal(decided)) continue;
        for (const e of decided) {
          state = evolve(state, e) as Case;
          if (e.type === 'ReconsiderationDecided' && e.actor.kind === 'person') involved.add(e.actor.userId);
          if (e.type !== 'AppealDecided') continue;
          const against = e.data.lines.filter((l) => l.outcome !== 'overturned');
          if (against.length === 0) continue;
          upheld += 1;
          const { by, appealId } = e.data;
          if (by.kind !== 'person' || command.type !== 'DecideAppeal') throw new Error('decided by no person');
          expect(involved.has(by.userId)).toBe(false);
          expect(command.superiors.some((s) => involved.has(s))).toBe(false);
          expect(by.qualification?.profession).toBe('physician');
          expect(by.qualification?.licences.some((l) => l.status === 'active')).toBe(true);
          for (const line of against) expect(line.criteria.length).toBeGreaterThan(0);
          const owed = appealLettersOwed(state).filter((l) => l.appealId === appealId && l.kind === 'appealResolution');
          expect(owed.map((l) => l.audience)).toEqual(['member', 'provider']);
        }
      }
    }),
    { numRuns: 1500 },
  );
  // The property says something only while such decisions are reached.
  expect(upheld).toBeGreaterThan(100);
});

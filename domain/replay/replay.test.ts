import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { changedIn, counted, noCounts } from './counts.ts';
import { type Answer, ageBand, effectOf, type ReplayedLine, replayDimensions } from './line.ts';

const answer = (truth: Answer['truth'], automatic = false): Answer => ({ truth, automatic });

describe('what a version would have made otherwise', () => {
  test.each([
    [answer('met', true), answer('met', true), undefined],
    [answer('met', true), answer('met'), 'autoLost'],
    [answer('unknown'), answer('met', true), 'autoGained'],
    [answer('met'), answer('notMet'), 'notMet'],
    [answer('notMet'), answer('unknown'), 'unknown'],
    [answer('notMet'), answer('met'), 'met'],
    [undefined, answer('met'), 'met'],
    [answer('met'), undefined, 'notRead'],
    [undefined, undefined, undefined],
  ])('%j then, %j now: %s', (before, after, effect) => {
    expect(effectOf({ ...(before ? { before } : {}), ...(after ? { after } : {}) })).toBe(effect);
  });
});

test.each([
  [0, '0–17'],
  [17, '0–17'],
  [18, '18–44'],
  [65, '65–74'],
  [84, '75–84'],
  [85, '85 and over'],
])('a member of %i is in the band %s', (age, band) => {
  expect(ageBand(age)).toBe(band);
});

const arbitraryAnswer = fc.record({
  truth: fc.constantFrom('met', 'notMet', 'unknown') as fc.Arbitrary<Answer['truth']>,
  automatic: fc.boolean(),
});
const arbitraryLine: fc.Arbitrary<ReplayedLine> = fc
  .record({
    before: arbitraryAnswer,
    after: arbitraryAnswer,
    group: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
  })
  .map(({ before, after, group }) => ({
    caseNumber: 'UM-1',
    itemSequence: 1,
    decidedAt: instant('2026-01-01T00:00:00Z'),
    outcome: 'approved',
    before,
    after,
    groups: {
      lineOfBusiness: 'medicareAdvantage',
      age: group,
      sex: group,
      language: group,
      service: group,
      facility: group,
    },
  }));

test('every group together counts each line once, in however many pieces they came', () => {
  fc.assert(
    fc.property(fc.array(arbitraryLine), fc.nat(20), (lines, cut) => {
      const counts = counted(counted(noCounts, lines.slice(0, cut)), lines.slice(cut));
      expect(counts).toEqual(counted(noCounts, lines));
      expect(counts.all.lines).toBe(lines.length);
      expect(changedIn(counts.all)).toBe(lines.filter((l) => effectOf(l) !== undefined).length);
      for (const d of replayDimensions) {
        const tallies = Object.values(counts.by[d]);
        expect(tallies.reduce((sum, t) => sum + t.lines, 0)).toBe(lines.length);
        expect(tallies.reduce((sum, t) => sum + changedIn(t), 0)).toBe(changedIn(counts.all));
      }
    }),
  );
});

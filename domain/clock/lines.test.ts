import { clock } from '@openum/testkit/case/request.ts';
import { describe, expect, test } from 'vitest';
import { isSuperseded } from './lines.ts';

const ofLetter = clock('letter', { startEvent: 'adverseDecisionMade', itemSequences: [1] });
const ofRequest = clock('request');
const ofMoreDays = clock('days', { itemSequences: [2] });
const onLine = (...itemSequences: number[]) => clock('new', { itemSequences });

describe('the clock of a decision’s letter', () => {
  test('takes no other clock’s place', () => {
    for (const before of [ofRequest, ofMoreDays, ofLetter])
      expect(isSuperseded(before, { because: 'decided', clocks: [onLine(1, 2)] })).toBe(false);
  });

  test('goes on when the urgency changes, a receipt is corrected or more days are asked for', () => {
    for (const because of ['urgencyChanged', 'receiptCorrected', 'continuedStay'])
      expect(isSuperseded(ofLetter, { because, clocks: [clock('new')] })).toBe(false);
  });

  test('ends when its line is to be decided anew', () => {
    expect(isSuperseded(ofLetter, { because: 'revised', clocks: [clock('new')] })).toBe(true);
    expect(isSuperseded(ofLetter, { because: 'reopened', clocks: [onLine(1)] })).toBe(true);
    expect(isSuperseded(ofLetter, { because: 'reopened', clocks: [onLine(3)] })).toBe(false);
  });
});

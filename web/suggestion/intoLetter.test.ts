import { expect, test } from 'vitest';
import { intoLetter } from './intoLetter.ts';

const bracket = '[Treating clinician: for each criterion, add the finding.]';

test('arguments stand before what the clinician still has to add', () => {
  const once = intoLetter(`We appeal.\n\n${bracket}\n\nWe ask.`, 'First.');
  expect(once).toBe(`We appeal.\n\n- First.\n\n${bracket}\n\nWe ask.`);
  expect(intoLetter(once, 'Second.')).toBe(`We appeal.\n\n- First.\n- Second.\n\n${bracket}\n\nWe ask.`);
});

test('without a bracket they come last', () => {
  expect(intoLetter('We appeal.\n', 'First.')).toBe('We appeal.\n\n- First.');
});

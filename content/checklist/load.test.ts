import { expect, test } from 'vitest';
import { checklists, readChecklists } from './load.ts';

const [first] = checklists;
const changed = (change: object) => () => readChecklists({ provenance: 'test', checklists: [{ ...first, ...change }] });

test('the lists that ship are sound', () => {
  expect(checklists.length).toBeGreaterThan(5);
  expect(changed({})).not.toThrow();
});

test.each([
  [{ appliesTo: {} }, 'says for what it is'],
  [{ appliesTo: { categories: ['Astrology'] } }, 'no category'],
  [{ effectiveFrom: 'soon' }, 'is a day'],
  [{ pieces: [{ pieceId: 'x', label: 'X', ask: 'Send it.', kinds: ['horoscope'] }] }, 'kinds'],
  [{ pieces: [{ pieceId: 'x', label: 'X', ask: 'Send it.', kinds: ['order'], facts: ['no.such'] }] }, 'no fact'],
])('a list with %o is refused, and the field is named', (change, message) => {
  expect(changed(change)).toThrow(message);
});

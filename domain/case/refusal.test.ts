import { expect, test } from 'vitest';
import { isRefusal, refusalSentence, refusalText, refuse } from './refusal.ts';

test('a refusal is a value with a code and facts', () => {
  expect(refuse('itemUnknown', { item: 3 })).toEqual({ kind: 'refusal', code: 'itemUnknown', facts: { item: 3 } });
  expect(isRefusal(refuse('caseNotFound'))).toBe(true);
  for (const other of [undefined, null, 'refusal', [], {}, { kind: 'case' }]) expect(isRefusal(other)).toBe(false);
});

test('the facts fill the sentence, lists with commas', () => {
  expect(refusalSentence(refuse('itemUnknown', { item: 3 }))).toBe('Item 3 is not in this request.');
  expect(refusalSentence(refuse('roleMissing', { roles: ['umDirector', 'umCoordinator'] }))).toBe(
    'This needs one of these roles: umDirector, umCoordinator.',
  );
});

test('what a person wrote is never taken for a placeholder', () => {
  const refusal = refuse('evidenceNotOpened', { documents: ['Scan {date} $& $1'] });
  expect(refusalSentence(refusal)).toBe('Open these before you decide against the request: Scan {date} $& $1.');
});

test.each(Object.entries(refusalText))('%s is a sentence', (_code, text) => {
  expect(text).toMatch(/^(?:[A-Z]|\{\w+\}).*[.)]$/u);
});

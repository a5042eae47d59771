import { expect, test } from 'vitest';
import { readSaved, withSaved } from './saved.ts';

test('a kept filter is read back', () => {
  const saved = withSaved([], { name: 'My expedited', search: { urgency: 'expedited' } });
  expect(readSaved(JSON.stringify(saved))).toEqual(saved);
});

test('saving under the same name replaces, and names are in order', () => {
  const saved = withSaved(withSaved(withSaved([], { name: 'b', search: {} }), { name: 'a', search: {} }), {
    name: 'b',
    search: { text: 'x' },
  });
  expect(saved).toEqual([
    { name: 'a', search: {} },
    { name: 'b', search: { text: 'x' } },
  ]);
});

test.each([null, '', '{', '{}', '[1,null]', '[{"name":1}]'])('what is no saved filter is dropped: %s', (text) => {
  expect(readSaved(text)).toEqual([]);
});

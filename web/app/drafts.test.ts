import { expect, test } from 'vitest';
import { draftPrefix, forgetDrafts } from './drafts.ts';

const storageOf = (keys: readonly string[]) => {
  const kept = new Map(keys.map((k) => [k, 'x']));
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    removeItem: (k: string) => void kept.delete(k),
  };
};

test('signing out forgets every draft and nothing else', () => {
  const storage = storageOf([
    `${draftPrefix}u1:case:deny`,
    'theme',
    `${draftPrefix}u1:request:new`,
    `${draftPrefix}u2:case:note`,
  ]);
  forgetDrafts(storage);
  expect([...storage.kept.keys()]).toEqual(['theme']);
});

import { describe, expect, test } from 'vitest';
import { type Listed, nextDocument } from './documents.ts';

const doc = (documentId: string, opened = false): Listed => ({ documentId, title: documentId, origin: '', opened });

describe('the next document', () => {
  test('is the first not yet opened after the present one', () => {
    expect(nextDocument([doc('a'), doc('b', true), doc('c')], 'a')).toBe('c');
  });
  test('goes around the end', () => {
    expect(nextDocument([doc('a'), doc('b'), doc('c', true)], 'b')).toBe('a');
  });
  test('is simply the next when all were opened', () => {
    expect(nextDocument([doc('a', true), doc('b', true)], 'a')).toBe('b');
  });
  test('is the first when none is open, and none where there are none', () => {
    expect(nextDocument([doc('a'), doc('b')], undefined)).toBe('a');
    expect(nextDocument([], undefined)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { readingGrade, syllables } from './reading.ts';

describe('syllables', () => {
  test.each([
    ['care', 1],
    ['denied', 2],
    ['asked', 1],
    ['decided', 3],
    ['letter', 2],
    ['table', 2],
    ['services', 3],
    ['medical', 3],
    ['independent', 4],
    ['appeal', 2],
    ['3', 1],
  ])('of %s are %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });
});

describe('the reading grade', () => {
  test('follows the Flesch-Kincaid formula', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59 is below zero.
    expect(readingGrade('The cat sat on the mat.')).toBe(0);
    // 12 words, 2 sentences, 16 syllables: 0.39 x 6 + 11.8 x 16/12 - 15.59.
    expect(readingGrade('Your doctor can ask for an appeal. We will decide in August.')).toBe(2.5);
  });

  test('is higher for the language of lawyers', () => {
    const plain = 'We did not get a sleep test. So we said no.';
    const legal =
      'The documentation accompanying the aforementioned authorization was insufficient to substantiate medical necessity.';
    expect(readingGrade(legal)).toBeGreaterThan(readingGrade(plain) + 10);
  });

  test('of nothing is zero', () => {
    expect(readingGrade(' … ')).toBe(0);
  });
});

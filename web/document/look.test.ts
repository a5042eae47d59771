import { describe, expect, test } from 'vitest';
import { needsLarge, widthOf } from './look.ts';

const letter = 8.5 / 11;

describe('how wide a page is shown', () => {
  test('is left to the room that there is, unless a size was chosen', () => {
    expect(widthOf({ zoom: 'fit', turn: 0 }, letter)).toBeUndefined();
  });

  test('follows the paper: 100 % of a letter is 8.5 inches, standing or lying', () => {
    expect(widthOf({ zoom: '100', turn: 0 }, letter)).toBe(8.5 * 96);
    expect(widthOf({ zoom: '100', turn: 0 }, 1 / letter)).toBeCloseTo(11 * 96);
    expect(widthOf({ zoom: '100', turn: 1 }, letter)).toBeCloseTo(11 * 96);
    expect(widthOf({ zoom: '150', turn: 2 }, letter)).toBe(8.5 * 144);
  });

  test('asks for more dots where the usual ones would be seen', () => {
    expect([needsLarge({ zoom: '100', turn: 0 }), needsLarge({ zoom: '150', turn: 0 })]).toEqual([false, true]);
  });
});

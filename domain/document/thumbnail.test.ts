import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thumbnailOf } from './thumbnail.ts';

const stretch = { start: 0, end: 4, left: 0.1, top: 0.5, width: 0.25, height: 0.02 };

describe('the small drawing of a page', () => {
  test('has a bar where words stand, in the shape of the page', () => {
    const svg = thumbnailOf({ aspect: 0.5, stretches: [stretch] });
    expect(svg).toContain('viewBox="0 0 66 132"');
    expect(svg).toContain('M6.6 67h16.5v1.6h-16.5z');
  });
  test('is a blank sheet where nothing could be read', () => {
    expect(thumbnailOf({ aspect: 1.5, stretches: [] })).toContain('<path d="" ');
  });
  test('holds nothing but numbers of the page, wherever its words stand', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.record({ left: share, top: share, width: share, height: share }), (box) => {
        const [, path = ''] =
          /<path d="([^"]*)"/.exec(thumbnailOf({ aspect: 0.77, stretches: [{ ...stretch, ...box }] })) ?? [];
        expect(path).toMatch(/^[Mhvz\d. e-]*$/);
        expect(path).not.toContain('--');
      }),
    );
  });
});

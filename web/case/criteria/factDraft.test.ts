import { describe, expect, test } from 'vitest';
import { type FactDraft, factBody, onlyQualifiers } from './factDraft.ts';

const draft = (part: Partial<FactDraft> = {}): FactDraft => ({
  key: 'lab.pao2',
  value: '54',
  at: '2026-11-18',
  qualifiers: { state: 'rest', air: '' },
  basis: 'Discharge summary, page 2',
  ...part,
});
const pao2 = { kind: 'quantity', unit: 'mm[Hg]' };
const fields = (d: FactDraft, definition?: { kind: string; unit?: string }) => {
  const read = factBody(d, definition);
  return 'problems' in read ? read.problems.map((p) => p.field) : [];
};

describe('a fact that a reviewer enters', () => {
  test('carries number, unit, date, the qualifiers that were chosen, and its basis', () => {
    expect(factBody(draft(), pao2)).toEqual({
      fact: {
        key: 'lab.pao2',
        value: { kind: 'quantity', value: 54, unit: 'mm[Hg]' },
        at: '2026-11-18',
        qualifiers: { state: 'rest' },
        basis: 'Discharge summary, page 2',
      },
    });
  });

  test('is refused without saying where it was read', () => {
    expect(fields(draft({ basis: '  ' }), pao2)).toEqual(['basis']);
  });

  test.each([
    ['quantity', 'fifty'],
    ['quantity', ''],
    ['boolean', 'maybe'],
    ['date', '2026-02-30'],
    ['code', ' '],
  ])('of kind %s cannot be "%s"', (kind, value) => {
    expect(fields(draft({ value }), { kind })).toEqual(['value']);
  });

  test('may be undated, but not dated on a day that does not exist', () => {
    expect(fields(draft({ at: '' }), pao2)).toEqual([]);
    expect(fields(draft({ at: '2026-13-01' }), pao2)).toEqual(['at']);
  });

  test('needs a name', () => {
    expect(fields(draft(), undefined)).toEqual(['key']);
  });
});

test('a qualifier is filled in only when the leaf takes a single value of it', () => {
  expect(onlyQualifiers({ state: 'rest', air: ['room'], method: ['a', 'b'] })).toEqual({ state: 'rest', air: 'room' });
});

import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { expect, test } from 'vitest';
import { suggestedVectors, unnoticedErrors } from './suggest.ts';
import { vectorFailure } from './vector.ts';

const whole = criteriaSets.find((s) => s.id === 'medicare-lung-cancer-screening')!;
const met = whole.vectors.find((v) => v.expect === 'met')!;
const poor = { ...whole, vectors: [met] };

test('a set whose examples notice every small error gets no suggestion', () => {
  expect(suggestedVectors(whole)).toEqual([]);
});

test('suggestions lie at the boundaries, come out as they say, and leave fewer errors unnoticed', () => {
  const suggested = suggestedVectors(poor);
  expect(suggested.map((v) => v.name).join('\n')).toMatch(/78 years, not met/);
  expect(suggested.filter((v) => vectorFailure(poor, v) !== undefined)).toEqual([]);
  const before = unnoticedErrors(poor).length;
  const after = unnoticedErrors({ ...poor, vectors: [met, ...suggested] }).length;
  expect(after).toBeLessThan(before / 2);
});

test('without any example there is nothing to vary', () => {
  expect(suggestedVectors({ ...whole, vectors: [] })).toEqual([]);
});

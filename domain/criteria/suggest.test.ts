import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { expect, test } from 'vitest';
import { gapsOf } from './suggest.ts';
import { vectorFailure } from './vector.ts';

const whole = criteriaSets.find((s) => s.id === 'medicare-lung-cancer-screening')!;
const met = whole.vectors.find((v) => v.expect === 'met')!;
const poor = { ...whole, vectors: [met] };

test('a set whose examples notice every small error gets no suggestion', () => {
  expect(gapsOf(whole)).toEqual({ errors: [], suggestions: [] });
});

test('suggestions lie at the boundaries, come out as they say, and leave fewer errors unnoticed', () => {
  const { suggestions: suggested, errors } = gapsOf(poor);
  expect(suggested.map((v) => v.name).join('\n')).toMatch(/78 years, not met/);
  expect(suggested.filter((v) => vectorFailure(poor, v) !== undefined)).toEqual([]);
  const after = gapsOf({ ...poor, vectors: [met, ...suggested] }).errors.length;
  expect(after).toBeLessThan(errors.length / 2);
});

test('without any example there is nothing to vary', () => {
  expect(gapsOf({ ...whole, vectors: [] }).suggestions).toEqual([]);
});

test('the search says how far it is', () => {
  const said: number[] = [];
  gapsOf(poor, (done, of) => said.push(done / of));
  expect(said.length).toBeGreaterThan(poor.vectors.length);
  expect(said.every((part) => part >= 0 && part < 1)).toBe(true);
});

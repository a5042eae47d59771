import { bariatricBundle } from '@openum/testkit/fhir/bundles.ts';
import type { Json } from '@openum/testkit/fhir/mutate.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { expect, test } from 'vitest';
import { pasOracle } from '../../validator/pasOracle.ts';
import { checkSubmission } from './submit.ts';

const oracle = pasOracle(pasProfileFile());
const good = bariatricBundle();

/** Paths of everything in the Bundle itself and in the resources that decide who asks for what for whom. */
const placesIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])])
    : [];
const deciding = ['Claim', 'Coverage', 'Patient', 'Organization', 'Practitioner', 'PractitionerRole'];
const isDeciding = (path: readonly string[]): boolean =>
  path[0] !== 'entry' ||
  (path[2] === 'resource' &&
    deciding.includes(`${(good.entry as { resource: Json }[])[Number(path[1])]?.resource.resourceType}`));

const without = (path: readonly string[]): unknown => {
  const copy = structuredClone(good) as unknown as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((o, k) => o[k] as Record<string, unknown>, copy);
  const last = path.at(-1) ?? '';
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
};

/** Decided otherwise in docs/adr/0003-pas-validation.md, or about metadata that nobody reads. */
const tolerated = (rule: string, at: string): boolean => rule === 'self-beneficiary' || /\bmeta\b/.test(at);

test('what the profiles demand cannot be taken out of a request without the rules noticing', () => {
  const places = placesIn(good).filter(isDeciding);
  const demanded = places.filter((p) =>
    oracle(without(p), 'pas-request-bundle').some((f) => f.rule !== 'reference' && !tolerated(f.rule, f.path)),
  );
  const unnoticed = demanded.filter((p) => checkSubmission(without(p)).kind === 'checked').map((p) => p.join('.'));
  expect(unnoticed).toEqual([]);
  expect(demanded.length).toBeGreaterThan(60);
});

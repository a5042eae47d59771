import { describe, expect, test } from 'vitest';
import { criteriaSets } from '../criteria/load.ts';
import { noteGuide } from '../noteCheck/load.ts';
import { appealArguments, evidenceMap, publicSetsOf } from './load.ts';

describe('the table of evidence for appeals', () => {
  test('names findings that the guide to notes has', () => {
    const { indicators } = noteGuide;
    const known = indicators.flatMap((i) => [i.id, ...i.concepts.map((c) => `${i.id}.${c.id}`)]);
    const named = [...Object.values(evidenceMap.facts), ...evidenceMap.words.map((w) => w.concepts)].flat();
    expect(named.filter((c) => !known.includes(c))).toEqual([]);
  });

  test('names criteria sets that there are', () => {
    const ids = criteriaSets.map((s) => s.id);
    for (const level of ['partialHospitalization', 'intensiveOutpatient', 'psychiatric', 'residential'])
      expect(publicSetsOf(level).every((id) => ids.includes(id))).toBe(true);
    expect(publicSetsOf('unknown')).toEqual([]);
  });

  test('each argument has its rule in its words', () => {
    for (const a of appealArguments) expect(a.text).toMatch(/CFR/);
  });
});

import { describe, expect, test } from 'vitest';
import { criteriaSets } from './load.ts';
import { mutantsOfSet } from './mutants.ts';
import { vectorFailure } from './vectors.ts';

describe('the worked examples notice every small error in a tree', () => {
  test.each(criteriaSets.map((set) => [set.id, set] as const))('%s', (_, set) => {
    const mutants = mutantsOfSet(set);
    expect(set.vectors.filter((v) => vectorFailure(set, v) !== undefined)).toEqual([]);
    const survivors = mutants
      .filter((m) => set.vectors.every((v) => vectorFailure(m.set, v) === undefined))
      .map((m) => m.name);
    expect(mutants.length).toBeGreaterThan(5);
    expect(survivors).toEqual([]);
  });
});

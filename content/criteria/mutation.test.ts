import { mutantsOfSet, survivorsOf } from '@openum/domain/criteria/mutants.ts';
import { vectorFailure } from '@openum/domain/criteria/vector.ts';
import { describe, expect, test } from 'vitest';
import { criteriaSets } from './load.ts';

describe('the worked examples notice every small error in a tree', () => {
  test.each(criteriaSets.map((set) => [set.id, set] as const))('%s', (_, set) => {
    expect(set.vectors.filter((v) => vectorFailure(set, v) !== undefined)).toEqual([]);
    const mutants = mutantsOfSet(set);
    expect(mutants.length).toBeGreaterThan(5);
    expect(survivorsOf(set, mutants)).toEqual([]);
  });
});

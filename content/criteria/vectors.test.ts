import { vectorFailure } from '@openum/domain/criteria/vector.ts';
import { describe, expect, test } from 'vitest';
import { criteriaSets } from './load.ts';

describe.each(criteriaSets.map((set) => [set.id, set] as const))('%s', (_, set) => {
  test.each(set.vectors.map((v) => [v.name, v] as const))('%s', (_name, vector) => {
    expect(vectorFailure(set, vector)).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { upperBound } from './binomial.ts';

test.each([
  [0, 10, 0.3085],
  [0, 100, 0.0362],
  [1, 10, 0.445],
  [5, 10, 0.8129],
  [10, 10, 1],
])('%d of %d is at most %f', (k, n, bound) => expect(upperBound(k, n)).toBeCloseTo(bound, 3));

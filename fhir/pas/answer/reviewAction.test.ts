import { describe, expect, test } from 'vitest';
import { headerAction } from './reviewAction.ts';

describe('the header of an answer is derived from its lines', () => {
  test.each([
    ['all approved', ['approved', 'approved'], 'A1'],
    ['approved and not required', ['approved', 'notRequired'], 'A1'],
    ['all denied', ['denied', 'denied'], 'A3'],
    ['one open line keeps it pended', ['approved', 'pended'], 'A4'],
    ['approved and denied', ['approved', 'denied'], 'A2'],
    ['cancelled lines do not count', ['approved', 'cancelled'], 'A1'],
    ['all cancelled', ['cancelled', 'cancelled'], 'C'],
    ['one line for which the payer must be called', ['approved', 'contactPayer'], 'CT'],
    ['nothing required', ['notRequired'], 'NA'],
  ] as const)('%s', (_, statuses, code) => {
    expect(headerAction(statuses)).toBe(code);
  });
});

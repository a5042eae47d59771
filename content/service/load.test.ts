import { expect, test } from 'vitest';
import { loadServiceCatalogue } from './load.ts';

const { services } = loadServiceCatalogue();

test('every service has its own label and a unit to count it by', () => {
  for (const s of services) {
    expect(s.label.trim(), s.code).not.toBe('');
    expect(s.unit, s.code).toBeDefined();
    expect(s.code).toBe(s.code.toUpperCase());
  }
  expect(new Set(services.map((s) => s.code)).size).toBe(services.length);
});

test('what is given by injection under a plan is a drug, equipment is not', () => {
  const isDrug = (code: string) => services.find((s) => s.code === code)?.isDrug;
  expect(isDrug('J9271')).toBe(true);
  expect(isDrug('E1390')).toBe(false);
});

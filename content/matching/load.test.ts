import { sameOrSimilar } from '@openum/domain/matching/demand.ts';
import { describe, expect, test } from 'vitest';
import { loadServiceCatalogue } from '../service/load.ts';
import { loadMatchingPolicy, loadSpecialtyGroups, readMatchingPolicy } from './load.ts';

describe('how cases come to physicians', () => {
  test('is readable, and moves a case while there is time left', () => {
    expect(loadMatchingPolicy().reassignAtShare).toBeLessThan(1);
  });

  test('is refused with the field at fault', () => {
    expect(() => readMatchingPolicy({ ...loadMatchingPolicy(), reassignAtShare: 2 })).toThrow(/reassignAtShare/);
  });
});

describe('similar specialties', () => {
  const groups = loadSpecialtyGroups();
  const known = new Set(loadServiceCatalogue().services.flatMap((s) => s.specialties ?? []));

  test('are all specialties that the catalogue of services names', () => {
    expect(groups.flatMap((g) => g.specialties).filter((s) => !known.has(s))).toEqual([]);
  });

  test('stand beside those that were asked for, and no others do', () => {
    expect(sameOrSimilar(['pulmonology'], groups)).toEqual(['pulmonology', 'sleepMedicine']);
    expect(sameOrSimilar(['radiology'], groups)).toEqual(['radiology']);
  });
});

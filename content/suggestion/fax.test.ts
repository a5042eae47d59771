import { expect, test } from 'vitest';
import fax from './fax.json' with { type: 'json' };
import { faxRules, readFaxRules } from './fax.ts';

test('words of services, diagnoses and findings name nobody', () => {
  for (const word of ['oxygen', 'saturation', 'pulmonary', 'member', 'request']) expect(faxRules.words).toContain(word);
  for (const name of ['rosalind', 'akerman', 'imani']) expect(faxRules.words).not.toContain(name);
});

test('rules without labels are refused with their place', () => {
  expect(() => readFaxRules({ ...fax, person: [] }, [])).toThrow('person');
});

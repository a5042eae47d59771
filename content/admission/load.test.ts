import { expect, test } from 'vitest';
import services from './hospitalServices.json' with { type: 'json' };
import levels from './levelsOfCare.json' with { type: 'json' };
import { loadAdmissions, readAdmissions } from './load.ts';
import rules from './noticeRules.json' with { type: 'json' };

test('what ships can be read, and every word of a hospital names a level of care', () => {
  const { levelsOfCare, noticeRules, hospitalServices } = loadAdmissions();
  const codes = levelsOfCare.map((l) => l.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(noticeRules.length).toBeGreaterThan(0);
  for (const s of hospitalServices.services) expect(codes).toContain(s.levelOfCare);
});

const [level] = levels;
const [rule] = rules;

test.each<readonly [string, unknown, unknown, unknown, RegExp]>([
  ['a level without days', [{ ...level, initialDays: 0 }], rules, services, /levelsOfCare.json: 0.initialDays/],
  [
    'a level of a service that nobody knows',
    [{ ...level, service: { system: 'x', code: 'none' } }],
    rules,
    services,
    /not in the catalogue/,
  ],
  ['a rule without a consequence', levels, [{ ...rule, consequence: '' }], services, /noticeRules.json: 0.consequence/],
  ['a rule on a calendar that nobody has', levels, [{ ...rule, calendar: 'US-XX' }], services, /US-XX/],
  [
    'a hospital service of a level that nobody knows',
    levels,
    rules,
    { ...services, default: 'attic' },
    /no level attic/,
  ],
])('%s is refused with its file and place', (_name, l, r, s, said) => {
  expect(() => readAdmissions(l, r, s)).toThrow(said);
});

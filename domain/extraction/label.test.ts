import { describe, expect, test } from 'vitest';
import type { FactDefinition } from '../fact/catalogue.ts';
import { tokensOf } from '../text/token.ts';
import { labelRepair } from './label.ts';

const definitions: readonly FactDefinition[] = [
  { key: 'ordered', label: 'Oxygen test ordered by the treating practitioner', kind: 'boolean' },
  { key: 'stable', label: 'Patient not in clinical shock now', kind: 'boolean' },
  {
    ...{ key: 'setting', label: 'Where the oxygen test was done', kind: 'code' },
    values: [
      { code: 'outpatient', label: 'Outside a hospital stay' },
      { code: 'inpatient', label: 'Within a hospital stay' },
    ],
  },
  { key: 'hematocrit', label: 'Hematocrit', kind: 'boolean' },
];
const repair = labelRepair(definitions);
const read = (line: string) =>
  repair(tokensOf(line, { from: 0, to: line.length }))
    .map((t) => t.word)
    .join(' ');

describe('a line of a form off a poor scan', () => {
  test.each([
    ['Oxygen tesf ordered by the treating practifioner: Ycs', 'oxygen test ordered by the treating practitioner yes'],
    [
      'Where thc oxygen test was done: Outside a hospifal stay',
      'where the oxygen test was done outside a hospital stay',
    ],
  ])('%s', (line, printed) => expect(read(line)).toBe(printed));

  test.each([
    ['without an answer behind it', 'Oxygen tesf ordered by the treating practitioner'],
    ['with too many letters wrong', 'Oxygcn tesf 0rdered bv thc trcating practifioner: Yes'],
    ['of too few words', 'Hemafocrit: Yes'],
    ['with a word on which its meaning hangs', 'Patient nof in clinical shock now: Yes'],
    ['of other words', 'Oxygen test refused by the treating practitioner: Yes'],
  ])('%s stays as it is', (_, line) => {
    expect(read(line)).toBe(
      tokensOf(line, { from: 0, to: line.length })
        .map((t) => t.word)
        .join(' '),
    );
  });
});

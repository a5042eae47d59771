import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import { isKnownUnit } from '@openum/domain/logic/unit.ts';
import { describe, expect, test } from 'vitest';
import { catalogueProblems, factCatalogue } from './load.ts';

const quantity = { key: 'lab.x', label: 'X', kind: 'quantity', unit: '%', units: ['%'] } satisfies FactDefinition;

describe('the catalogue of facts', () => {
  test('every unit is one that the evaluator knows', () => {
    const units = [...factCatalogue.byKey.values()].flatMap((f) => (f.kind === 'quantity' ? f.units : []));
    expect(units.filter((u) => !isKnownUnit(u))).toEqual([]);
  });

  test.each<[string, FactDefinition[]]>([
    ['lab.x: key occurs twice', [quantity, quantity]],
    ['X: key is not a dotted name', [{ ...quantity, key: 'X' }]],
    ['lab.x: needs version, which it does not have', [{ ...quantity, needs: ['version'] }]],
    ['lab.x: label is empty', [{ ...quantity, label: ' ' }]],
    ['lab.x: units do not include unit', [{ ...quantity, units: ['1'] }]],
    ['lab.x: values are empty', [{ key: 'lab.x', label: 'X', kind: 'code', values: [] }]],
    [
      'lab.x: coding 1-1 implies an unknown state',
      [{ ...quantity, codings: [{ system: 's', code: '1-1', qualifiers: { state: 'rest' } }] }],
    ],
  ])('%s', (problem, facts) => {
    expect(catalogueProblems(facts)).toEqual([problem]);
  });
});

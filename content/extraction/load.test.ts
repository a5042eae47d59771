import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import { isKnownUnit } from '@openum/domain/logic/unit.ts';
import { describe, expect, test } from 'vitest';
import { criteriaSets } from '../criteria/load.ts';
import { factCatalogue } from '../fact/load.ts';
import { extractionRules, readExtractionRules } from './load.ts';

const { readers, doses, silent, units, qualifiers } = extractionRules;

describe('the readers of facts', () => {
  test('read every fact that a point of the library asks about, or say why no page can give it', () => {
    const read = new Set([...readers, ...doses, ...silent].map((r) => r.fact));
    const asked = criteriaSets.flatMap(treesOf).flatMap(leavesOf);
    expect([...new Set(asked.map((l) => l.fact))].filter((f) => !read.has(f))).toEqual([]);
    for (const { why } of silent) expect(why.split(' ').length).toBeGreaterThan(3);
  });
  test('have what their kind of fact needs', () => {
    const lacking = readers.filter((r) => {
      const kind = factCatalogue.byKey.get(r.fact)?.kind;
      if (kind === 'boolean') return !r.yes;
      if (kind === 'code') return !r.choices;
      return kind === 'quantity' ? !r.names && !r.forms && !r.implies : !r.names;
    });
    expect(lacking.map((r) => r.fact)).toEqual([]);
  });
  test('give only answers, units and qualifiers that the catalogue has', () => {
    for (const { fact, choices, bare, implies } of readers) {
      const d = factCatalogue.byKey.get(fact);
      if (d?.kind === 'code')
        for (const code of Object.keys(choices ?? {}))
          expect([fact, d.values.map((v) => v.code)]).toEqual([fact, expect.arrayContaining([code])]);
      if (d?.kind === 'quantity' && bare) expect(d.units).toContain(bare);
      for (const i of implies ?? [])
        for (const [name, value] of Object.entries(i.qualifiers)) expect(d?.qualifiers?.[name]).toContain(value);
    }
    expect(Object.keys(units).filter((u) => !isKnownUnit(u) && u !== 'L' && u !== 'mL' && u !== 'L/min')).toEqual([]);
    const known = new Set([...factCatalogue.byKey.values()].flatMap((d) => Object.keys(d.qualifiers ?? {})));
    expect(Object.keys(qualifiers).filter((q) => !known.has(q))).toEqual([]);
  });
  test('are refused with the place at fault', () => {
    expect(() => readExtractionRules({ ...extractionRules, readers: [{ fact: '' }], provenance: 'x' })).toThrow(
      /readers\.0\.fact/,
    );
    const twice = [readers[0], readers[0]];
    expect(() => readExtractionRules({ ...extractionRules, readers: twice, provenance: 'x' })).toThrow(/two readers/);
  });
});

test('every dose that a point asks for is counted by a reader of doses', () => {
  const asked = [...factCatalogue.byKey.values()].flatMap((d) =>
    d.kind === 'quantity' && d.units.some((u) => /^(?:mg|g|ug|mcg|[iI]?U)\/(?:d|kg)/.test(u)) ? [d.key] : [],
  );
  expect(asked).toEqual(doses.map((d) => d.fact));
});

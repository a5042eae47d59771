import type { FactCatalogue, FactDefinition } from '@openum/domain/fact/catalogue.ts';
import json from './catalogue.json' with { type: 'json' };

const kinds = ['quantity', 'boolean', 'code', 'date', 'text'];
const keyPattern = /^[a-z][A-Za-z0-9]*(\.[a-zA-Z0-9]+)+$/;

/** Every problem of a catalogue in words; empty when it is sound. */
export const catalogueProblems = (facts: readonly FactDefinition[]): string[] => {
  const seen = new Set<string>();
  return facts.flatMap((f) => {
    const problems: string[] = [];
    if (!keyPattern.test(f.key)) problems.push('key is not a dotted name');
    if (seen.has(f.key)) problems.push('key occurs twice');
    seen.add(f.key);
    if (!kinds.includes(f.kind)) problems.push('kind is unknown');
    if (f.label.trim() === '') problems.push('label is empty');
    if (f.kind === 'quantity' && !f.units.includes(f.unit)) problems.push('units do not include unit');
    if (f.kind === 'code' && f.values.length === 0) problems.push('values are empty');
    for (const name of f.needs ?? [])
      if (!f.qualifiers?.[name] && !f.written?.includes(name)) problems.push(`needs ${name}, which it does not have`);
    for (const coding of f.codings ?? [])
      for (const [name, value] of Object.entries(coding.qualifiers ?? {}))
        if (!f.qualifiers?.[name]?.includes(value)) problems.push(`coding ${coding.code} implies an unknown ${name}`);
    return problems.map((p) => `${f.key}: ${p}`);
  });
};

const read = (): FactCatalogue => {
  const facts = json.facts as unknown as readonly FactDefinition[];
  const problems = catalogueProblems(facts);
  if (problems.length > 0) throw new Error(`content/fact/catalogue.json: ${problems.join('; ')}`);
  return {
    version: json.version,
    byKey: new Map(facts.map((f) => [f.key, f])),
  };
};

export const factCatalogue: FactCatalogue = read();

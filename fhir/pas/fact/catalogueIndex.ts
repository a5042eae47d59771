import type { FactCatalogue, FactDefinition } from '@openum/domain/fact/catalogue.ts';

/** A definition that a code leads to; `choice` when the code stands for one of its values. */
export type CodeHit = {
  readonly definition: FactDefinition;
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly choice?: string;
};
export type PrefixHit = {
  readonly definition: FactDefinition;
  readonly system: string;
  readonly prefix: string;
  readonly choice?: string;
};

export type CatalogueIndex = {
  readonly byCode: ReadonlyMap<string, readonly CodeHit[]>;
  readonly byPrefix: readonly PrefixHit[];
  /** Keys that the requested service itself answers (`derivedFrom: ["item.service"]`). */
  readonly ofRequest: ReadonlySet<string>;
};

const indexes = new WeakMap<FactCatalogue, CatalogueIndex>();

const build = (catalogue: FactCatalogue): CatalogueIndex => {
  const byCode = new Map<string, CodeHit[]>();
  const byPrefix: PrefixHit[] = [];
  const add = (key: string, hit: CodeHit) => byCode.set(key, [...(byCode.get(key) ?? []), hit]);
  for (const definition of catalogue.byKey.values()) {
    for (const c of definition.codings ?? [])
      add(`${c.system}|${c.code}`, { definition, ...(c.qualifiers ? { qualifiers: c.qualifiers } : {}) });
    if (definition.kind === 'boolean')
      for (const p of definition.conditionPrefixes ?? []) byPrefix.push({ definition, ...p });
    if (definition.kind === 'code')
      for (const v of definition.values) {
        for (const c of v.codings ?? []) add(`${c.system}|${c.code}`, { definition, choice: v.code });
        for (const p of v.conditionPrefixes ?? []) byPrefix.push({ definition, ...p, choice: v.code });
      }
  }
  const ofRequest = [...catalogue.byKey.values()].filter((d) => d.derivedFrom?.includes('item.service'));
  return { byCode, byPrefix, ofRequest: new Set(ofRequest.map((d) => d.key)) };
};

export const indexOf = (catalogue: FactCatalogue): CatalogueIndex => {
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = build(catalogue);
  indexes.set(catalogue, index);
  return index;
};

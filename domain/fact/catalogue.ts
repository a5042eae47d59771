import type { Fact } from './fact.ts';

/** A code that a sender may use for a fact. `qualifiers` are those that the code itself implies. */
type FactCoding = {
  readonly system: string;
  readonly code: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
};

/** A diagnosis whose code begins with `prefix` makes the fact true, or gives it the value beside which it stands. */
export type ConditionPrefix = {
  readonly system: string;
  readonly prefix: string;
};

/** One allowed answer of a fact of kind `code`. */
type FactChoice = {
  readonly code: string;
  readonly label: string;
  readonly codings?: readonly FactCoding[];
  readonly conditionPrefixes?: readonly ConditionPrefix[];
};

type Common = {
  /** Also the linkId of the question that asks for it. */
  readonly key: string;
  readonly label: string;
  readonly codings?: readonly FactCoding[];
  /** Qualifiers that the fact may carry, each with its allowed values. */
  readonly qualifiers?: Readonly<Record<string, readonly string[]>>;
  /** Qualifiers that a person fills in with words of their own, for example the number of a reference. */
  readonly written?: readonly string[];
  /** Qualifiers without which it says nothing. Only a person records such a fact: a message cannot. */
  readonly needs?: readonly string[];
  /** Facts or request fields from which it can be worked out. */
  readonly derivedFrom?: readonly string[];
};

export type FactDefinition =
  | (Common & {
      readonly kind: 'quantity';
      /** UCUM unit in which criteria are written. */
      readonly unit: string;
      /** Every UCUM unit that is accepted, the canonical one included. */
      readonly units: readonly string[];
    })
  | (Common & {
      readonly kind: 'boolean';
      readonly conditionPrefixes?: readonly ConditionPrefix[];
      /** Which date of a resource is the date of the fact; without it, the date of the record. */
      readonly dated?: 'onset' | 'procedure';
    })
  | (Common & {
      readonly kind: 'code';
      readonly values: readonly FactChoice[];
    })
  | (Common & { readonly kind: 'date' })
  | (Common & { readonly kind: 'text' });

export type FactCatalogue = {
  readonly version: string;
  readonly byKey: ReadonlyMap<string, FactDefinition>;
};

const longestQualifier = 300;

/** Why a fact does not fit the catalogue, without repeating its value; undefined when it fits. */
export const factProblem = (
  fact: Pick<Fact, 'key' | 'value' | 'qualifiers'>,
  catalogue: FactCatalogue,
): string | undefined => {
  const definition = catalogue.byKey.get(fact.key);
  if (definition === undefined) return `${fact.key} is not in the catalogue`;
  if (fact.value.kind !== definition.kind) return `${fact.key} is a ${definition.kind}, not a ${fact.value.kind}`;
  if (definition.kind === 'quantity' && fact.value.kind === 'quantity' && !definition.units.includes(fact.value.unit))
    return `${fact.key} takes the units ${definition.units.join(', ')}`;
  if (definition.kind === 'code' && fact.value.kind === 'code') {
    const given = fact.value.value;
    if (!definition.values.some((v) => v.code === given))
      return `${fact.key} takes ${definition.values.map((v) => v.code).join(', ')}`;
  }
  const missing = (definition.needs ?? []).filter((name) => !fact.qualifiers?.[name]?.trim());
  if (missing.length > 0) return `${fact.key} needs ${missing.join(', ')}`;
  for (const [name, value] of Object.entries(fact.qualifiers ?? {})) {
    if (definition.written?.includes(name)) {
      if (value.length > longestQualifier) return `${fact.key}: ${name} has more than ${longestQualifier} signs`;
      continue;
    }
    const allowed = definition.qualifiers?.[name];
    if (allowed === undefined) return `${fact.key} has no qualifier ${name}`;
    if (!allowed.includes(value)) return `${fact.key} takes ${name}: ${allowed.join(', ')}`;
  }
  return undefined;
};

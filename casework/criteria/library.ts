import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** One line of the library. */
export type LibraryEntry = Pick<
  CriteriaSet,
  'id' | 'version' | 'name' | 'citation' | 'sourceKind' | 'status' | 'autoApproval' | 'effectiveFrom'
> & {
  readonly effectiveTo?: CriteriaSet['effectiveTo'];
  readonly linesOfBusiness: CriteriaSet['appliesTo']['linesOfBusiness'];
  readonly services: readonly string[];
  readonly points: number;
  /** Points that nobody has compared with their source. */
  readonly uncompared: number;
  readonly examples: number;
};

/** What screens call a fact and, where it has coded answers, each of them. */
export type FactWords = Pick<FactDefinition, 'label'> & { readonly answers?: Readonly<Record<string, string>> };

export const factWords = (fact: FactDefinition | undefined): FactWords | undefined =>
  fact && {
    label: fact.label,
    ...(fact.kind === 'code' ? { answers: Object.fromEntries(fact.values.map((v) => [v.code, v.label])) } : {}),
  };

/** A set with the words for the facts that it asks about. */
export type LibrarySet = {
  readonly set: CriteriaSet;
  readonly facts: Readonly<Record<string, FactWords>>;
  /** Own labels of the services that the catalogue knows. */
  readonly services: Readonly<Record<string, string>>;
};

export const libraryEntry = (set: CriteriaSet): LibraryEntry => {
  const leaves = treesOf(set).flatMap(leavesOf);
  const { id, version, name, citation, sourceKind, status, autoApproval, effectiveFrom, effectiveTo } = set;
  return {
    ...{ id, version, name, citation, sourceKind, status, autoApproval, effectiveFrom },
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    linesOfBusiness: set.appliesTo.linesOfBusiness,
    services: set.appliesTo.services.map((s) => s.code),
    points: leaves.length,
    uncompared: leaves.filter((l) => (l.source?.verification.level ?? 'unverified') === 'unverified').length,
    examples: set.vectors.length,
  };
};

export const criteriaLibrary = (knowledge: Knowledge): readonly LibraryEntry[] =>
  knowledge.criteriaSets.map(libraryEntry).sort((a, b) => (a.name < b.name ? -1 : 1));

export const librarySet = (knowledge: Knowledge, id: string): LibrarySet | undefined => {
  const set = knowledge.criteriaSets.find((s) => s.id === id);
  return set && withWords(set, knowledge);
};

/** A set with the words for what it asks about. */
export const withWords = (set: CriteriaSet, knowledge: Knowledge): LibrarySet => {
  const keys = new Set([
    ...treesOf(set)
      .flatMap(leavesOf)
      .map((l) => l.fact),
    ...set.vectors.flatMap((v) => v.facts.map((f) => f.key)),
  ]);
  const facts = [...keys].flatMap((key) => {
    const words = factWords(knowledge.facts.byKey.get(key));
    return words ? [[key, words] as const] : [];
  });
  const services = set.appliesTo.services.flatMap((s) => {
    const known = serviceOf(knowledge.services, s);
    return known ? [[s.code, known.label] as const] : [];
  });
  return { set, facts: Object.fromEntries(facts), services: Object.fromEntries(services) };
};

import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Leaf, SourceRef } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { autoLabel, type FactsByKey } from './words.ts';

/** A policy of which nothing has been said yet. */
export const blankPolicy = (setId: string, name: string, today: CalendarDate): CriteriaSet => ({
  id: setId,
  version: '1',
  name,
  citation: name,
  sourceKind: 'planPolicy',
  status: 'draft',
  effectiveFrom: today,
  appliesTo: { linesOfBusiness: [], services: [] },
  autoApproval: false,
  initial: { id: 'root', label: 'The service is medically necessary', all: [] },
  approveFor: [],
  limits: [],
  requiredDocuments: [],
  pitfalls: [],
  prompts: [],
  vectors: [],
});

/** A set of the library, to be written on as the plan's own. */
export const copyOf = (shipped: CriteriaSet, setId: string): CriteriaSet => ({
  ...shipped,
  id: setId,
  status: 'draft',
  basedOn: { setId: shipped.id, version: shipped.version },
});

/** The plan itself says what its policy is; there is nothing else to compare a point of it with. */
export const ownSource = (set: CriteriaSet, today: CalendarDate): SourceRef => ({
  citation: set.citation,
  section: 'own policy',
  ...(set.url ? { url: set.url } : {}),
  effectiveFrom: set.effectiveFrom,
  verification:
    set.sourceKind === 'planPolicy'
      ? { level: 'currentText', against: `the policy itself: ${set.citation}`, on: today }
      : { level: 'unverified' },
});

/** A point about a fact, with the comparison that its kind has. */
export const blankLeaf = (definition: FactDefinition | undefined, source: SourceRef, facts: FactsByKey): Leaf => {
  const id = definition ? (definition.key.split('.').at(-1) ?? 'point') : 'point';
  const named = { id, label: 'New point', fact: definition?.key ?? '', source };
  const leaf: Leaf =
    definition?.kind === 'quantity'
      ? { ...named, op: '>=', unit: definition.unit }
      : definition?.kind === 'boolean'
        ? { ...named, op: '==', value: true }
        : definition?.kind === 'code'
          ? { ...named, op: 'in', values: [] }
          : { ...named, op: 'present' };
  return definition ? { ...leaf, label: autoLabel(leaf, facts) } : leaf;
};

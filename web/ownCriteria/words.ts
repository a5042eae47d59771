import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Leaf, Window } from '@openum/domain/logic/condition.ts';
import { qualifierWords, requirement } from '@openum/domain/logic/explain.ts';
import type { CriteriaStatus } from '@openum/domain/ownCriteria/version.ts';
import type { GroupKind } from './tree.ts';

export type FactsByKey = ReadonlyMap<string, FactDefinition>;

export const statusWord: Record<CriteriaStatus, string> = {
  draft: 'Draft',
  submitted: 'Waits for approval',
  approved: 'Approved',
  published: 'Published',
  retired: 'Retired',
  discarded: 'Thrown away',
};
export const statusTone: Record<CriteriaStatus, string> = {
  draft: 'waiting',
  submitted: 'accent',
  approved: 'accent',
  published: 'good',
  retired: 'quiet',
  discarded: 'quiet',
};

export const groupKindWord: Record<GroupKind, string> = {
  all: 'All of these',
  any: 'Any one of these',
  of: 'At least a number of these',
  prefer: 'The first of these that is documented',
  not: 'None of these',
};

const operators: Record<Leaf['op'], string> = {
  '>=': 'is at least',
  '>': 'is more than',
  '<=': 'is at most',
  '<': 'is less than',
  '==': 'is exactly',
  between: 'is between',
  in: 'is one of',
  present: 'is recorded, or happened',
};

/** The comparisons that make sense for a kind of fact. */
export const operatorsFor = (
  kind: FactDefinition['kind'] | undefined,
): readonly { readonly value: Leaf['op']; readonly label: string }[] => {
  const of = (ops: readonly Leaf['op'][]) => ops.map((value) => ({ value, label: operators[value] }));
  switch (kind) {
    case 'quantity':
      return of(['>=', '>', '<=', '<', '==', 'between', 'present']);
    case 'boolean':
      return [
        { value: '==', label: 'is answered' },
        { value: 'present', label: 'happened (yes)' },
      ];
    case 'code':
      return of(['in', '==', 'present']);
    default:
      return of(['present']);
  }
};

export const selectWord: Record<NonNullable<Leaf['select']>, string> = {
  latest: 'the latest one',
  lowest: 'the lowest one',
  highest: 'the highest one',
  any: 'any one of them is enough',
  all: 'every one of them must fit',
};

export const windowUnitWord: Record<NonNullable<Window['within']>['unit'], string> = {
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
};

const anchors: Readonly<Record<string, string>> = {
  today: 'the day of the review',
  orderDate: 'the order',
  serviceDate: 'the first day of service',
  admission: 'the admission',
  discharge: 'the discharge',
};
export const anchorWord = (name: string, facts: FactsByKey): string => anchors[name] ?? facts.get(name)?.label ?? name;

/** `oxygenSaturation` as a person reads it. */
export const plainWord = (word: string): string => {
  const words = word.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a point asks, said from its own settings: "Body mass index: at least 35 kg/m2". */
export const autoLabel = (leaf: Leaf, facts: FactsByKey): string => {
  const definition = facts.get(leaf.fact);
  const where = qualifierWords(leaf);
  const about = `${definition?.label ?? 'New point'}${where ? ` (${where})` : ''}`;
  if (definition?.kind === 'boolean' && leaf.op === '==') return leaf.value === false ? `${about}: no` : about;
  if (definition?.kind === 'code' && leaf.op === 'in') {
    const labels = (leaf.values ?? []).map((v) => definition.values.find((x) => x.code === v)?.label ?? v);
    return labels.length > 0 ? `${about}: ${labels.join(' or ')}`.slice(0, 290) : about;
  }
  if (leaf.op === 'present' && !leaf.window) return `${about} is recorded`;
  const incomplete = leaf.op !== 'present' && leaf.op !== 'between' && leaf.value === undefined && !leaf.thresholds;
  return incomplete ? about : `${about}: ${requirement(leaf)}`;
};

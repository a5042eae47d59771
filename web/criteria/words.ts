import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Condition, Leaf, SourceRef } from '@openum/domain/logic/condition.ts';
import { requirement } from '@openum/domain/logic/explain.ts';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import type { CriteriaSetView } from '@openum/http/contract/criteria.ts';
import { date } from '../app/format.ts';

export const sourceWord: Record<CriteriaSet['sourceKind'], string> = {
  statute: 'Statute or regulation',
  ncd: 'National determination',
  lcd: 'Local determination',
  planPolicy: 'Plan policy',
  vendor: 'Vendor guideline',
};

export const statusWord: Record<CriteriaSet['status'], string> = { active: 'Active', draft: 'Draft' };
export const statusTone: Record<CriteriaSet['status'], string> = { active: 'good', draft: 'waiting' };

type Level = SourceRef['verification']['level'];
export const levelWord: Record<Level, string> = {
  currentText: 'Compared with the text in force',
  earlierEdition: 'Compared with an earlier edition',
  unverified: 'Not compared with the source',
};
export const levelTone: Record<Exclude<Level, 'currentText'>, string> = {
  earlierEdition: 'waiting',
  unverified: 'bad',
};

export const groupWord = (node: Condition): string =>
  'all' in node
    ? 'All of these'
    : 'any' in node
      ? 'Any of these'
      : 'of' in node
        ? `At least ${node.atLeast} of these`
        : 'prefer' in node
          ? 'The first of these that is documented'
          : 'Not this';

const plain = (word: string): string => word.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

type Facts = CriteriaSetView['facts'];

/** What a leaf asks for; codes by their labels. */
export const asked = (leaf: Leaf, facts: Facts): string => {
  const answers = facts[leaf.fact]?.answers;
  const label = (code: string): string => answers?.[code] ?? code;
  if (leaf.op === 'in') return `one of: ${(leaf.values ?? []).map(label).join('; ')}`;
  if (leaf.op === '==' && typeof leaf.value === 'string') return label(leaf.value);
  return requirement(leaf);
};

/** A recorded value as a person reads it. */
export const valueWord = (fact: Fact, facts: Facts): string => {
  const { value } = fact;
  const said =
    value.kind === 'quantity'
      ? `${value.value} ${spokenUnit(value.unit)}`.trim()
      : value.kind === 'boolean'
        ? value.value
          ? 'yes'
          : 'no'
        : value.kind === 'code'
          ? (facts[fact.key]?.answers?.[value.value] ?? value.value)
          : value.kind === 'date'
            ? date(value.value)
            : value.value;
  const where = Object.values(fact.qualifiers ?? {})
    .map(plain)
    .join(', ');
  const on = fact.at === undefined ? '' : ` on ${fact.at.slice(5, 7)}/${fact.at.slice(8, 10)}/${fact.at.slice(0, 4)}`;
  return `${said}${where ? ` (${where})` : ''}${on}`;
};

import type { Fact } from '../fact/fact.ts';
import type { Leaf } from './condition.ts';
import { anchorOf } from './day.ts';
import type { LeafReason, LeafResult } from './result.ts';
import { spokenUnit } from './unit.ts';

const withUnit = (value: number, unit: string | undefined): string => {
  const spoken = unit === undefined ? '' : spokenUnit(unit);
  return spoken === '%' ? `${value} %` : `${value} ${spoken}`.trim();
};

const anchorWords: Readonly<Record<string, string>> = {
  today: 'today',
  orderDate: 'the order',
  serviceDate: 'the day of service',
  admission: 'admission',
  discharge: 'discharge',
};

const windowWords = (leaf: Leaf): string => {
  const { window } = leaf;
  if (window === undefined) return '';
  const name = anchorOf(window);
  const anchor = anchorWords[name] ?? `the date of ${name}`;
  const side = 'before' in window ? 'before' : 'after' in window ? 'after' : 'before or after';
  return window.within === undefined
    ? ` ${side} ${anchor}`
    : ` within ${withUnit(window.within.value, window.within.unit)} ${side} ${anchor}`;
};

const comparatorWords = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than', '==': 'exactly' };

/** What the leaf asks for, for example "at most 55 mmHg". */
const requirement = (leaf: Leaf): string => {
  switch (leaf.op) {
    case 'present':
      return `it happened${windowWords(leaf)}`;
    case 'in':
      return `one of: ${(leaf.values ?? []).join(', ')}`;
    case 'between':
      return `${leaf.min ?? ''} to ${withUnit(leaf.max ?? Number.NaN, leaf.unit)}`;
    default: {
      if (typeof leaf.value === 'boolean') return leaf.value ? 'yes' : 'no';
      if (typeof leaf.value === 'string') return leaf.value;
      const words = comparatorWords[leaf.op];
      if (leaf.thresholds === undefined) return `${words} ${withUnit(leaf.value ?? Number.NaN, leaf.unit)}`;
      const rows = leaf.thresholds.map((t) => withUnit(t.value, leaf.unit));
      return `${words} ${rows.join(' or ')}, by sex or age`;
    }
  }
};

const qualifierWords = (leaf: Leaf): string =>
  Object.entries(leaf.where ?? {})
    .map(([name, v]) => `${name}: ${typeof v === 'string' ? v : v.join(' or ')}`)
    .join(', ');

const factWords = (fact: Fact): string => {
  const { value } = fact;
  const said =
    value.kind === 'quantity'
      ? withUnit(value.value, value.unit)
      : value.kind === 'boolean'
        ? value.value
          ? 'yes'
          : 'no'
        : value.kind === 'text'
          ? 'a text'
          : value.value;
  return fact.at === undefined ? `${said}, undated` : `${said} on ${fact.at.slice(0, 10)}`;
};

const values = (r: LeafResult): string => r.facts.map(factWords).join(' and ');

const reasons: Record<LeafReason, (r: LeafResult, needed: string) => string> = {
  compared: (r, needed) => `${r.truth === 'met' ? 'Met' : 'Not met'}: found ${values(r)}; needed ${needed}.`,
  absent: (r, needed) => `Not documented. Please document: ${r.leaf.document ?? r.leaf.label}; needed ${needed}.`,
  qualifier: (r, needed) => `No value stated with ${qualifierWords(r.leaf)}; needed ${needed}.`,
  window: (r, needed) => `No value dated${windowWords(r.leaf)}; needed ${needed}.`,
  undated: (r, needed) =>
    `Found ${values(r)}; a date is needed to tell whether it was${windowWords(r.leaf)}; needed ${needed}.`,
  anchor: (r) => `The day from which to count${windowWords(r.leaf)} is not known.`,
  unit: (r) => `Found ${values(r)}, which does not convert to ${spokenUnit(r.leaf.unit ?? '')}.`,
  kind: (r, needed) => `Found ${values(r)}, which cannot be compared; needed ${needed}.`,
  conflict: (r, needed) => `Found ${values(r)}, which contradict each other; needed ${needed}.`,
  gap: (r, needed) =>
    `Found ${values(r)}; the text of the rule does not say how to read this value: round as the report does, or let a clinician judge; needed ${needed}.`,
  threshold: (r, needed) =>
    `Found ${values(r)}; the sex or age that sets the threshold is not known; needed ${needed}.`,
};

/** A plain sentence: value, unit, date and threshold, or what to document. */
export const explain = (r: LeafResult): string => reasons[r.reason](r, requirement(r.leaf));

import type { Fact } from '../fact/fact.ts';
import type { Leaf } from './condition.ts';
import { anchorOf } from './day.ts';
import type { LeafReason, LeafResult } from './result.ts';
import { spokenUnit } from './unit.ts';

const withUnit = (value: number, unit: string | undefined): string => {
  const spoken = unit === undefined ? '' : spokenUnit(unit);
  return spoken === '%' ? `${value} %` : `${value} ${spoken}`.trim();
};

/** A code of the plan's own, `lungDisease`, as people say it: "lung disease". Codes of code systems stay as they are. */
const spokenCode = (code: string): string =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(code) ? code.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`) : code;

const anchorWords: Readonly<Record<string, string>> = {
  today: 'today',
  orderDate: 'the order',
  serviceDate: 'the day of service',
  admission: 'admission',
  discharge: 'discharge',
  'stay.admissionDate': 'admission',
  'stay.dischargeDate': 'discharge',
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

/** Stands where somebody is still writing. */
const unsaid = '…';

/** What the leaf asks for, for example "at most 55 mmHg". */
const requirementOf = (leaf: Leaf): string => {
  switch (leaf.op) {
    case 'present':
      return leaf.window === undefined ? 'an entry' : `an occurrence${windowWords(leaf)}`;
    case 'in':
      return leaf.values?.length ? `one of: ${leaf.values.map(spokenCode).join(', ')}` : `one of: ${unsaid}`;
    case 'between':
      return `${leaf.min ?? unsaid} to ${leaf.max === undefined ? unsaid : withUnit(leaf.max, leaf.unit)}`;
    default: {
      if (typeof leaf.value === 'boolean') return leaf.value ? 'yes' : 'no';
      if (typeof leaf.value === 'string') return spokenCode(leaf.value);
      const words = comparatorWords[leaf.op];
      if (leaf.thresholds === undefined)
        return `${words} ${leaf.value === undefined ? unsaid : withUnit(leaf.value, leaf.unit)}`;
      const rows = leaf.thresholds.map((t) => withUnit(t.value, leaf.unit));
      return `${words} ${rows.join(' or ')}, by sex or age`;
    }
  }
};

const requirements = new WeakMap<Leaf, string>();

/** What a leaf asks for, in words. Written once per leaf: a review asks the same leaves thousands of times. */
export const requirement = (leaf: Leaf): string => {
  const known = requirements.get(leaf);
  if (known !== undefined) return known;
  const words = requirementOf(leaf);
  requirements.set(leaf, words);
  return words;
};

/** The circumstances under which a value counts for a leaf; empty when any does. */
export const qualifierWords = (leaf: Leaf): string =>
  Object.entries(leaf.where ?? {})
    .map(
      ([name, v]) => `${spokenCode(name)}: ${typeof v === 'string' ? spokenCode(v) : v.map(spokenCode).join(' or ')}`,
    )
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
          : spokenCode(value.value);
  return fact.at === undefined ? said : `${said} on ${fact.at.slice(0, 10)}`;
};

const values = (r: LeafResult): string => r.facts.map(factWords).join(' and ');

const reasons: Record<LeafReason, (r: LeafResult) => string> = {
  compared: (r) => `found ${values(r)}`,
  absent: (r) => `Not documented. Please document: ${r.leaf.document ?? r.leaf.label}`,
  qualifier: (r) => `No value stated with ${qualifierWords(r.leaf)}`,
  window: (r) => `No value dated${windowWords(r.leaf)}`,
  undated: (r) => `Found ${values(r)}, without the date that tells whether it was${windowWords(r.leaf)}`,
  anchor: (r) => `The day from which to count${windowWords(r.leaf)} is not known`,
  unit: (r) => `Found ${values(r)}, which does not convert to ${spokenUnit(r.leaf.unit ?? '')}`,
  kind: (r) => `Found ${values(r)}, which cannot be compared`,
  conflict: (r) => `Found ${values(r)}, which contradict each other`,
  gap: (r) =>
    `Found ${values(r)}, a value that the text of the rule does not address: round as the report does, or let a clinician judge`,
  threshold: (r) => `Found ${values(r)}; the sex or age that sets the threshold is not known`,
};

/**
 * A plain sentence: value, unit, date and threshold, or what to document. `negated` says that the leaf stands
 * under a `not`, so that what it asks for is what must not be.
 */
export const explain = (r: LeafResult, negated = false): string => {
  const asRequired = (r.truth === 'met') !== negated;
  const found = r.reason === 'compared' ? `${asRequired ? 'As required' : 'Not as required'}: ` : '';
  return `${found}${reasons[r.reason](r)}; ${negated ? 'must not be' : 'needed'}: ${requirement(r.leaf)}.`;
};

import type { Fact } from '../fact/fact.ts';
import type { Context, Leaf } from './condition.ts';
import { anchorOf, windowDays } from './day.ts';
import { anchorDate, dayOfFact, type Indexed, mostRecent } from './indexed.ts';
import type { LeafReason, LeafResult } from './result.ts';
import type { Truth } from './truth.ts';
import { convert } from './unit.ts';

type Answer = { readonly truth: Truth; readonly reason: LeafReason };
type Test = (fact: Fact, context: Context) => Answer;

const met: Answer = { truth: 'met', reason: 'compared' };
const notMet: Answer = { truth: 'notMet', reason: 'compared' };
const answer = (yes: boolean): Answer => (yes ? met : notMet);
const unknown = (reason: LeafReason): Answer => ({ truth: 'unknown', reason });
const wrongUnit = unknown('unit');
const wrongKind = unknown('kind');
const inGap = unknown('gap');
const noThreshold = unknown('threshold');
const conflict = unknown('conflict');

/** The threshold for this member, or undefined when it turns on a sex or age that is not known. */
const thresholdOf = (leaf: Leaf, context: Context): number | undefined => {
  if (leaf.thresholds === undefined) return typeof leaf.value === 'number' ? leaf.value : undefined;
  for (const row of leaf.thresholds) {
    if (row.sex !== undefined && context.sex === undefined) return undefined;
    if ((row.ageFrom !== undefined || row.ageTo !== undefined) && context.age === undefined) return undefined;
    const age = context.age ?? 0;
    if (
      (row.sex === undefined || row.sex === context.sex) &&
      (row.ageFrom === undefined || age >= row.ageFrom) &&
      (row.ageTo === undefined || age <= row.ageTo)
    )
      return row.value;
  }
  return undefined;
};

const quantityIn = (fact: Fact, leaf: Leaf): number | 'unit' | 'kind' => {
  if (fact.value.kind !== 'quantity') return 'kind';
  return convert(fact.value.value, fact.value.unit, leaf.unit ?? fact.value.unit) ?? 'unit';
};

const compareNumber = (leaf: Leaf, value: number, context: Context): Answer => {
  for (const gap of leaf.gaps ?? []) if (value > gap.above && value < gap.below) return inGap;
  if (leaf.op === 'between') return answer(value >= (leaf.min ?? -Infinity) && value <= (leaf.max ?? Infinity));
  const threshold = thresholdOf(leaf, context);
  if (threshold === undefined) return noThreshold;
  switch (leaf.op) {
    case '>=':
      return answer(value >= threshold);
    case '>':
      return answer(value > threshold);
    case '<=':
      return answer(value <= threshold);
    case '<':
      return answer(value < threshold);
    default:
      return answer(value === threshold);
  }
};

const numberTest =
  (leaf: Leaf): Test =>
  (fact, context) => {
    const value = quantityIn(fact, leaf);
    return value === 'unit' ? wrongUnit : value === 'kind' ? wrongKind : compareNumber(leaf, value, context);
  };

const happened: Test = (fact) => answer(fact.value.kind !== 'boolean' || fact.value.value);

const testOf = (leaf: Leaf): Test => {
  if (leaf.op === 'present') return happened;
  if (leaf.op === 'in') {
    const values = new Set(leaf.values);
    return (fact) =>
      fact.value.kind === 'code' || fact.value.kind === 'text' ? answer(values.has(fact.value.value)) : wrongKind;
  }
  if (leaf.op === '==' && typeof leaf.value === 'boolean') {
    const wanted = leaf.value;
    return (fact) => (fact.value.kind === 'boolean' ? answer(fact.value.value === wanted) : wrongKind);
  }
  if (leaf.op === '==' && typeof leaf.value === 'string') {
    const wanted = leaf.value;
    return (fact) => (fact.value.kind === 'quantity' ? wrongKind : answer(fact.value.value === wanted));
  }
  return numberTest(leaf);
};

const qualifierFilter = (where: NonNullable<Leaf['where']>): ((fact: Fact) => boolean) => {
  const rows = Object.entries(where).map(([name, v]) => ({ name, values: typeof v === 'string' ? [v] : v }));
  return (fact) => rows.every(({ name, values }) => values.includes(fact.qualifiers?.[name] ?? ''));
};

type Finding = Answer & { readonly facts: readonly Fact[] };
const found = (a: Answer, facts: readonly Fact[]): Finding => ({ truth: a.truth, reason: a.reason, facts });

/** One answer when all agree; unknown, with every one of them named, when they do not. */
const agreed = (facts: readonly Fact[], test: Test, context: Context): Finding => {
  const [first, ...rest] = facts.map((fact) => test(fact, context));
  const a = first ?? unknown('absent');
  return found(rest.every((b) => b.truth === a.truth) ? a : conflict, facts);
};

const some = (facts: readonly Fact[], test: Test, context: Context, decisive: Truth, otherwise: Truth): Finding => {
  const answers = facts.map((fact) => test(fact, context));
  const hits = facts.filter((_, i) => answers[i]?.truth === decisive);
  if (hits.length > 0) return found({ truth: decisive, reason: 'compared' }, hits);
  return found(answers.find((a) => a.truth === 'unknown') ?? { truth: otherwise, reason: 'compared' }, facts);
};

const extreme = (facts: readonly Fact[], leaf: Leaf, sign: 1 | -1): readonly Fact[] => {
  let best: Fact | undefined;
  let bestValue = -Infinity;
  for (const fact of facts) {
    const value = quantityIn(fact, leaf);
    if (typeof value !== 'number') return [fact];
    if (sign * value > bestValue) {
      bestValue = sign * value;
      best = fact;
    }
  }
  return best === undefined ? [] : [best];
};

const selected = (facts: readonly Fact[], leaf: Leaf, test: Test, context: Context): Finding => {
  const only = facts[0];
  if (only !== undefined && facts.length === 1) return found(test(only, context), facts);
  switch (leaf.select) {
    case 'any':
      return some(facts, test, context, 'met', 'notMet');
    case 'all':
      return some(facts, test, context, 'notMet', 'met');
    case 'lowest':
      return agreed(extreme(facts, leaf, -1), test, context);
    case 'highest':
      return agreed(extreme(facts, leaf, 1), test, context);
    default:
      return agreed(mostRecent(facts, context), test, context);
  }
};

/** Did it happen in the window? Outside is a "no", undated is unknown, a "no" not older than the event contradicts it. */
const occurrence = (facts: readonly Fact[], from: number, to: number, context: Context): Finding => {
  const events = facts.filter((f) => happened(f, context).truth === 'met');
  const denials = facts.filter((f) => !events.includes(f));
  if (events.length === 0) return found(notMet, denials);
  const inside = events.filter((f) => {
    const day = dayOfFact(f, context);
    return day !== undefined && day >= from && day <= to;
  });
  const undated = events.filter((f) => dayOfFact(f, context) === undefined);
  const claim = inside.length > 0 ? inside : undated;
  if (claim.length === 0) return found(notMet, events);
  const newest = Math.max(...claim.map((f) => dayOfFact(f, context) ?? -Infinity));
  const against = denials.filter((f) => (dayOfFact(f, context) ?? Infinity) >= newest);
  if (against.length > 0) return found(conflict, [...claim, ...against]);
  return inside.length > 0 ? found(met, inside) : found(unknown('undated'), undated);
};

/** A leaf made ready once: what it filters, selects and compares. */
export const compileLeaf = (leaf: Leaf, path: string): ((indexed: Indexed) => LeafResult) => {
  const test = testOf(leaf);
  const passes = leaf.where === undefined ? undefined : qualifierFilter(leaf.where);
  const { window } = leaf;
  const anchorName = window === undefined ? '' : anchorOf(window);
  const result = (f: Finding): LeafResult => ({ leaf, path, truth: f.truth, reason: f.reason, facts: f.facts });
  const nothing = (reason: LeafReason, facts: readonly Fact[] = []): LeafResult => ({
    leaf,
    path,
    truth: 'unknown',
    reason,
    facts,
  });
  const absent = nothing('absent');

  return (indexed) => {
    const recorded = indexed.byKey.get(leaf.fact);
    if (recorded === undefined) return absent;
    const { context } = indexed;
    const candidates = passes === undefined ? recorded : recorded.filter(passes);
    if (candidates.length === 0) return nothing('qualifier');
    if (window === undefined) return result(selected(candidates, leaf, test, context));
    const anchor = anchorDate(anchorName, indexed);
    if (anchor === undefined) return nothing('anchor');
    const { from, to } = windowDays(window, anchor);
    if (leaf.op === 'present') return result(occurrence(candidates, from, to, context));
    const inside = candidates.filter((f) => {
      const day = dayOfFact(f, context);
      return day !== undefined && day >= from && day <= to;
    });
    if (inside.length > 0) return result(selected(inside, leaf, test, context));
    const undated = candidates.filter((f) => dayOfFact(f, context) === undefined);
    return undated.length > 0 ? nothing('undated', undated) : nothing('window');
  };
};

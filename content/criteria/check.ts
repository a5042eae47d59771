import type { CriteriaSet, TreeName } from '@openum/domain/criteria/criteria-set.ts';
import { type FactCatalogue, type FactDefinition, factProblem } from '@openum/domain/fact/catalogue.ts';
import { type Condition, childrenOf, isLeaf, type Leaf } from '@openum/domain/logic/condition.ts';
import { anchorOf } from '@openum/domain/logic/day.ts';
import { convert, isKnownUnit } from '@openum/domain/logic/unit.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';

export const leavesOf = (node: Condition): readonly Leaf[] =>
  isLeaf(node) ? [node] : childrenOf(node).flatMap(leavesOf);

export const treesOf = (set: CriteriaSet): readonly Condition[] => [
  set.initial,
  ...(set.continuedStay === undefined ? [] : [set.continuedStay]),
  ...set.approveFor.flatMap((a) => (a.requires === undefined ? [] : [a.requires])),
];

const knownAnchors = ['today', 'orderDate', 'serviceDate', 'admission', 'discharge'];

const comparisonProblems = (leaf: Leaf, fact: FactDefinition): string[] => {
  const { op, value } = leaf;
  if (op === 'present') return [];
  if (op === 'in') {
    if (fact.kind !== 'code') return [`in needs a code, ${fact.key} is a ${fact.kind}`];
    const allowed = fact.values.map((v) => v.code);
    const values = leaf.values ?? [];
    return values.length === 0
      ? ['in needs values']
      : values.filter((v) => !allowed.includes(v)).map((v) => `${v} is no value of ${fact.key}`);
  }
  if (op === '==' && fact.kind === 'boolean') return typeof value === 'boolean' ? [] : ['value is not a boolean'];
  if (op === '==' && fact.kind === 'code')
    return fact.values.some((v) => v.code === value) ? [] : [`value is no value of ${fact.key}`];
  if (fact.kind !== 'quantity') return [`${op} needs a quantity, ${fact.key} is a ${fact.kind}`];
  const problems: string[] = [];
  const numeric = typeof value === 'number' || (leaf.thresholds ?? []).length > 0;
  if (op === 'between') {
    if (leaf.min === undefined || leaf.max === undefined || leaf.min > leaf.max)
      problems.push('between needs min <= max');
  } else if (!numeric) problems.push(`${op} needs a number`);
  if (leaf.unit === undefined || !isKnownUnit(leaf.unit)) problems.push('unit is missing or unknown');
  else
    for (const unit of fact.units)
      if (convert(1, unit, leaf.unit) === undefined) problems.push(`${unit} does not convert to ${leaf.unit}`);
  return problems;
};

const leafProblems = (leaf: Leaf, set: CriteriaSet, catalogue: FactCatalogue): string[] => {
  const fact = catalogue.byKey.get(leaf.fact);
  const problems = fact === undefined ? [`${leaf.fact} is not in the catalogue`] : comparisonProblems(leaf, fact);
  if (leaf.source === undefined) problems.push('has no source');
  else if (!isCalendarDateText(leaf.source.effectiveFrom)) problems.push('source.effectiveFrom is not a date');
  const level = leaf.source?.verification.level ?? 'unverified';
  if (set.status === 'active' && level === 'unverified') problems.push('is unverified, so the set cannot be active');
  if (set.autoApproval && level !== 'currentText')
    problems.push('was not compared with the text in force, so the set cannot approve automatically');
  if (level !== 'unverified' && leaf.source?.verification.against === undefined)
    problems.push('is verified against nothing named');
  for (const [name, given] of Object.entries(leaf.where ?? {}))
    for (const value of typeof given === 'string' ? [given] : given)
      if (!fact?.qualifiers?.[name]?.includes(value))
        problems.push(`${name}: ${value} is no qualifier of ${leaf.fact}`);
  if (leaf.window !== undefined) {
    const anchor = anchorOf(leaf.window);
    if (!knownAnchors.includes(anchor) && !catalogue.byKey.has(anchor)) problems.push(`anchor ${anchor} is unknown`);
  }
  return problems.map((p) => `leaf ${leaf.id}: ${p}`);
};

const idProblems = (node: Condition, path: string): string[] => {
  const children = childrenOf(node);
  const ids = children.map((c) => c.id);
  const own = [
    ...(/^[a-zA-Z0-9]+$/.test(node.id) ? [] : [`${path}: id is not a plain word`]),
    ...(node.label.trim() === '' ? [`${path}: label is empty`] : []),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}/${id}: id occurs twice`),
    ...(!isLeaf(node) && children.length === 0 ? [`${path}: group is empty`] : []),
    ...('of' in node && (node.atLeast < 1 || node.atLeast > node.of.length)
      ? [`${path}: atLeast is out of range`]
      : []),
  ];
  return [...own, ...children.flatMap((c) => idProblems(c, `${path}/${c.id}`))];
};

const vectorProblems = (set: CriteriaSet, catalogue: FactCatalogue): string[] => {
  const needed = (tree: TreeName): string[] =>
    (['met', 'notMet', 'unknown'] as const)
      .filter((truth) => !set.vectors.some((v) => v.tree === tree && v.expect === truth))
      .map((truth) => `${tree}: no vector is ${truth}`);
  const unfit = set.vectors.flatMap((v) =>
    v.facts.flatMap((f) => {
      const problem = factProblem(f, catalogue);
      return problem === undefined ? [] : [`vector ${v.name}: ${problem}`];
    }),
  );
  return [...needed('initial'), ...(set.continuedStay === undefined ? [] : needed('continuedStay')), ...unfit];
};

const headProblems = (set: CriteriaSet, catalogue: FactCatalogue): string[] => [
  ...(isCalendarDateText(set.effectiveFrom) ? [] : ['effectiveFrom is not a date']),
  ...(set.status === 'draft' && set.autoApproval ? ['is a draft, so it cannot approve automatically'] : []),
  ...(set.appliesTo.services.length === 0 ? ['appliesTo.services is empty'] : []),
  ...(set.appliesTo.linesOfBusiness.length === 0 ? ['appliesTo.linesOfBusiness is empty'] : []),
  ...set.approveFor
    .filter((a) => a.tree === 'continuedStay' && set.continuedStay === undefined)
    .map((a) => `approveFor ${a.label}: there is no continuedStay tree`),
  ...set.approveFor.filter((a) => !(a.days > 0)).map((a) => `approveFor ${a.label}: days must be positive`),
  ...[...set.limits.map((l) => l.fact), ...set.prompts.map((p) => p.when.fact)]
    .filter((key) => !catalogue.byKey.has(key))
    .map((key) => `${key} is not in the catalogue`),
];

/** Everything that is wrong with a set, in words; empty when it may be used. */
export const problemsOf = (set: CriteriaSet, catalogue: FactCatalogue): readonly string[] =>
  [
    ...headProblems(set, catalogue),
    ...treesOf(set).flatMap((tree) => idProblems(tree, tree.id)),
    ...treesOf(set).flatMap((tree) => leavesOf(tree).flatMap((leaf) => leafProblems(leaf, set, catalogue))),
    ...vectorProblems(set, catalogue),
  ].map((problem) => `${set.id}: ${problem}`);

/** Sets and leaves whose source has run out by a day; an active one must be renewed or withdrawn. */
export const staleSources = (sets: readonly CriteriaSet[], on: CalendarDate): readonly string[] =>
  sets
    .filter((set) => set.status === 'active')
    .flatMap((set) => [
      ...(set.effectiveTo !== undefined && set.effectiveTo < on ? [`${set.id}: ended on ${set.effectiveTo}`] : []),
      ...treesOf(set)
        .flatMap(leavesOf)
        .filter((leaf) => leaf.source?.effectiveTo !== undefined && leaf.source.effectiveTo < on)
        .map((leaf) => `${set.id}: leaf ${leaf.id}: source ended on ${leaf.source?.effectiveTo}`),
    ]);

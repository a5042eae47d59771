import { type FactCatalogue, type FactDefinition, factProblem } from '../fact/catalogue.ts';
import { type Condition, childrenOf, isLeaf, type Leaf } from '../logic/condition.ts';
import { anchorOf } from '../logic/day.ts';
import { convert, isKnownUnit } from '../logic/unit.ts';
import { type CalendarDate, isCalendarDateText } from '../time/instant.ts';
import type { CriteriaSet, Limit, TreeName } from './criteria-set.ts';
import { partsOf, saySame } from './parts.ts';
import { leavesOf, placedTrees, type TreePlace, treesOf } from './trees.ts';

/** Something wrong with a set. `path`: the node where it is, the ids from the root joined by `/`. */
export type SetProblem = {
  readonly path?: string;
  /** The tree in which the path is. */
  readonly place?: TreePlace;
  readonly subject?: string;
  readonly text: string;
};

/** Days that a window may count from by name; any other anchor is the key of a dated fact. */
export const knownAnchors = ['today', 'orderDate', 'serviceDate', 'admission', 'discharge'] as const;

const truthWords = { met: 'met', notMet: 'not met', unknown: 'unknown' } as const;
const treeWords: Record<TreeName, string> = { initial: 'initial review', continuedStay: 'continued care' };

const isKnownAnchor = (name: string): boolean => (knownAnchors as readonly string[]).includes(name);

const comparisonProblems = (leaf: Leaf, fact: FactDefinition): string[] => {
  const { op, value } = leaf;
  if (op === 'present') return [];
  if (op === 'in') {
    if (fact.kind !== 'code') return ['only a fact with a list of answers can be looked for in a list'];
    const allowed = fact.values.map((v) => v.code);
    const values = leaf.values ?? [];
    return values.length === 0
      ? ['choose at least one answer']
      : values.filter((v) => !allowed.includes(v)).map((v) => `${v} is no value of ${fact.key}`);
  }
  if (op === '==' && fact.kind === 'boolean') return typeof value === 'boolean' ? [] : ['choose yes or no'];
  if (op === '==' && fact.kind === 'code')
    return fact.values.some((v) => v.code === value) ? [] : ['choose one of the answers'];
  if (fact.kind !== 'quantity') return ['only a number can be compared like this'];
  const problems: string[] = [];
  const numeric = typeof value === 'number' || (leaf.thresholds ?? []).length > 0;
  if (op === 'between') {
    if (leaf.min === undefined || leaf.max === undefined || leaf.min > leaf.max)
      problems.push('needs a lowest and a highest number, the lowest not above the highest');
  } else if (!numeric) problems.push('the number to compare with is missing');
  if (leaf.unit === undefined || !isKnownUnit(leaf.unit)) problems.push('unit is missing or unknown');
  else
    for (const unit of fact.units)
      if (convert(1, unit, leaf.unit) === undefined) problems.push(`${unit} does not convert to ${leaf.unit}`);
  return problems;
};

const sourceProblems = (leaf: Leaf, set: CriteriaSet): string[] => {
  const problems: string[] = [];
  const { source } = leaf;
  if (source === undefined) problems.push('has no source');
  else if (!isCalendarDateText(source.effectiveFrom)) problems.push('the first day of its source is missing');
  const level = source?.verification.level ?? 'unverified';
  if (set.status === 'active' && level === 'unverified')
    problems.push('nobody has compared it with its source, so the set cannot be active');
  if (set.autoApproval && level !== 'currentText')
    problems.push('was not compared with the text in force, so the set cannot approve automatically');
  if (level !== 'unverified' && source?.verification.against === undefined)
    problems.push('is said to have been compared with its source, but not with which text');
  return problems;
};

const leafProblems = (leaf: Leaf, set: CriteriaSet, catalogue: FactCatalogue): readonly string[] => {
  const fact = catalogue.byKey.get(leaf.fact);
  const problems = fact === undefined ? [`${leaf.fact} is not in the catalogue`] : comparisonProblems(leaf, fact);
  problems.push(...sourceProblems(leaf, set));
  for (const [name, given] of Object.entries(leaf.where ?? {}))
    for (const value of typeof given === 'string' ? [given] : given)
      if (!fact?.qualifiers?.[name]?.includes(value))
        problems.push(`${name}: ${value} is no qualifier of ${leaf.fact}`);
  if (leaf.window !== undefined) {
    const anchor = anchorOf(leaf.window);
    if (!isKnownAnchor(anchor) && !catalogue.byKey.has(anchor)) problems.push(`anchor ${anchor} is unknown`);
  }
  return problems;
};

const groupProblems = (node: Condition, path: string): readonly SetProblem[] => {
  const children = childrenOf(node);
  const ids = children.map((c) => c.id);
  const here = (text: string): SetProblem => ({ path, subject: path, text });
  return [
    ...(/^[a-zA-Z0-9]+$/.test(node.id) ? [] : [here('id is not a plain word')]),
    ...(node.label.trim() === '' ? [here('label is empty')] : []),
    ...ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => ({ path: `${path}/${id}`, subject: `${path}/${id}`, text: 'id occurs twice' })),
    ...(!isLeaf(node) && children.length === 0 ? [here('the group has no point in it')] : []),
    ...('of' in node && (node.atLeast < 1 || node.atLeast > node.of.length)
      ? [here('asks for more of its parts than it has, or for none')]
      : []),
  ];
};

const treeProblems = (
  node: Condition,
  path: string,
  set: CriteriaSet,
  catalogue: FactCatalogue,
): readonly SetProblem[] => [
  ...groupProblems(node, path),
  ...(isLeaf(node)
    ? leafProblems(node, set, catalogue).map((text) => ({ path, subject: `leaf ${node.id}`, text }))
    : childrenOf(node).flatMap((c) => treeProblems(c, `${path}/${c.id}`, set, catalogue))),
];

const partProblems = (set: CriteriaSet): readonly SetProblem[] =>
  [...partsOf(set).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ node }) => first && !saySame(node, first.node))
      .map(({ place, path, node }) => ({
        place,
        path,
        subject: path,
        text: `is the part ${node.part} and says something else than where it stands first`,
      })),
  );

const promptProblems = (set: CriteriaSet, catalogue: FactCatalogue): readonly SetProblem[] =>
  set.prompts.flatMap((p, i) => {
    const { fact, exceptQualifiers } = p.when;
    const known = catalogue.byKey.get(fact);
    const unfit = Object.entries(exceptQualifiers ?? {}).filter(([name, v]) => !known?.qualifiers?.[name]?.includes(v));
    return [
      ...(p.text.trim() === '' ? ['says nothing'] : []),
      ...(p.citation.trim() === '' ? ['has no citation'] : []),
      ...(known ? [] : [fact === '' ? 'rests on no fact' : `${fact} is not in the catalogue`]),
      ...(known ? unfit.map(([name, v]) => `${name}: ${v} is no qualifier of ${fact}`) : []),
      ...(set.prompts.findIndex((q) => q.id === p.id) < i ? ['has the name of another'] : []),
    ].map((text) => ({ subject: `reminder ${i + 1}`, text }));
  });

const vectorProblems = (set: CriteriaSet, catalogue: FactCatalogue): readonly SetProblem[] => {
  const needed = (tree: TreeName): SetProblem[] =>
    (['met', 'notMet', 'unknown'] as const)
      .filter((truth) => !set.vectors.some((v) => v.tree === tree && v.expect === truth))
      .map((truth) => ({ subject: treeWords[tree], text: `no example comes out as ${truthWords[truth]}` }));
  const unfit = set.vectors.flatMap((v) =>
    v.facts.flatMap((f) => {
      const text = factProblem(f, catalogue);
      return text === undefined ? [] : [{ subject: `example ${v.name}`, text }];
    }),
  );
  return [...needed('initial'), ...(set.continuedStay === undefined ? [] : needed('continuedStay')), ...unfit];
};

const limitName = ({ label }: Limit, i: number): string => (label.trim() === '' ? `limit ${i + 1}` : `limit ${label}`);

const limitProblems = ({ label, fact, max, unit, citation }: Limit, catalogue: FactCatalogue): readonly string[] => {
  const known = catalogue.byKey.get(fact);
  return [
    ...(label.trim() === '' ? ['has no name'] : []),
    ...(fact === ''
      ? ['counts nothing: choose what was used so far']
      : known
        ? []
        : [`${fact} is not in the catalogue`]),
    ...(max > 0 ? [] : ['the most that is allowed is above zero']),
    ...(known?.kind === 'quantity' && convert(1, known.unit, unit) === undefined
      ? [`${known.unit} does not convert to ${unit}`]
      : []),
    ...(citation.trim() === '' ? ['has no citation'] : []),
  ];
};

const headProblems = (set: CriteriaSet, catalogue: FactCatalogue): readonly SetProblem[] => [
  ...[
    ...(isCalendarDateText(set.effectiveFrom) ? [] : ['has no first day of effect']),
    ...(set.status === 'draft' && set.autoApproval ? ['is a draft, so it cannot approve automatically'] : []),
    ...(set.appliesTo.services.length === 0 ? ['names no service'] : []),
    ...(set.appliesTo.linesOfBusiness.length === 0 ? ['names no line of business'] : []),
    ...((set.appliesTo.ageFrom ?? 0) > (set.appliesTo.ageTo ?? Number.POSITIVE_INFINITY)
      ? [`is for ages from ${set.appliesTo.ageFrom} to ${set.appliesTo.ageTo}, which nobody has`]
      : []),
  ].map((text) => ({ text })),
  ...set.approveFor
    .filter((a) => a.tree === 'continuedStay' && set.continuedStay === undefined)
    .map((a) => ({ subject: `approval ${a.label}`, text: 'there is no tree for continued care' })),
  ...set.approveFor.flatMap((a, i) =>
    [
      ...(a.label.trim() === '' ? ['has no name'] : []),
      ...(a.days > 0 ? [] : ['say how many days it approves']),
      ...a.quantities.filter((q) => !(q.value > 0)).map((q) => `an amount of ${q.value} ${q.unit} approves nothing`),
    ].map((text) => ({ subject: a.label.trim() === '' ? `approval ${i + 1}` : `approval ${a.label}`, text })),
  ),
  ...set.limits.flatMap((l, i) => limitProblems(l, catalogue).map((text) => ({ subject: limitName(l, i), text }))),
  ...promptProblems(set, catalogue),
];

/** Everything that is wrong with a set, each with the place where it is; empty when it may be used. */
export const setProblems = (set: CriteriaSet, catalogue: FactCatalogue): readonly SetProblem[] => [
  ...headProblems(set, catalogue),
  ...placedTrees(set).flatMap(({ place, tree }) =>
    treeProblems(tree, tree.id, set, catalogue).map((problem) => ({ ...problem, place })),
  ),
  ...partProblems(set),
  ...vectorProblems(set, catalogue),
];

/** Everything that is wrong with a set, in words. */
export const problemsOf = (set: CriteriaSet, catalogue: FactCatalogue): readonly string[] =>
  setProblems(set, catalogue).map(
    ({ subject, text }) => `${set.id}: ${subject === undefined ? text : `${subject}: ${text}`}`,
  );

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

import { type SetProblem, setProblems } from '../criteria/check.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { treeAt } from '../criteria/trees.ts';
import { vectorFailure } from '../criteria/vector.ts';
import type { FactCatalogue } from '../fact/catalogue.ts';
import { type Condition, childrenOf } from '../logic/condition.ts';

/** Names of a plan's own sets begin so, and no set of the library does: the two never meet. */
export const ownPrefix = 'plan-';
export const isOwnSetId = (id: string): boolean => /^plan-[a-z0-9][a-z0-9-]{1,60}$/.test(id);

const headProblems = (set: CriteriaSet): readonly SetProblem[] => {
  const policy = set.sourceKind === 'planPolicy' || set.sourceKind === 'vendor';
  const medicareAdvantage = set.appliesTo.linesOfBusiness.includes('medicareAdvantage');
  const rule = '42 CFR 422.101(b)(6)(ii)';
  return [
    ...(set.name.trim() === '' ? ['has no name'] : []),
    ...(set.citation.trim() === '' ? ['has no citation'] : []),
    // Internal coverage criteria of a Medicare Advantage plan are public, with the evidence that they rest on.
    ...(policy && medicareAdvantage && !set.url
      ? [`has no public address where members and providers read this policy (${rule})`]
      : []),
    ...(policy && medicareAdvantage && !set.evidence?.trim()
      ? [`does not say on what evidence it rests (${rule})`]
      : []),
  ].map((text) => ({ text }));
};

const exampleProblems = (set: CriteriaSet): readonly SetProblem[] => {
  const names = set.vectors.map((v) => v.name);
  return [
    ...set.vectors.flatMap((v) => {
      const failure = vectorFailure(set, v);
      return failure === undefined ? [] : [{ subject: `example ${v.name}`, text: failure }];
    }),
    ...names
      .filter((n, i) => names.indexOf(n) !== i)
      .map((n) => ({ subject: `example ${n}`, text: 'two examples have this name' })),
  ];
};

/** What keeps a set from being handed in: everything that the check of the library asks, and that its examples come out. */
export const submissionProblems = (set: CriteriaSet, catalogue: FactCatalogue): readonly SetProblem[] => {
  const problems = [...headProblems(set), ...setProblems({ ...set, status: 'active' }, catalogue)];
  // A tree that cannot be read at all says nothing about its examples.
  return problems.some((p) => p.path !== undefined) ? problems : [...problems, ...exampleProblems(set)];
};

const labelAt = (node: Condition, path: string, wanted: string): string | undefined => {
  if (path === wanted) return node.label;
  for (const child of childrenOf(node)) {
    const found = labelAt(child, `${path}/${child.id}`, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A problem as a sentence that names the point by its label. */
export const problemWords = (set: CriteriaSet, { path, place, subject, text }: SetProblem): string => {
  const tree = place && treeAt(set, place);
  const label = path && tree && labelAt(tree, tree.id, path);
  const about = label ? `“${label}”` : subject;
  const words = about ? `${about}: ${text}` : `it ${text}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

import type { RequestedItem } from '../case/request.ts';
import type { CriteriaReference } from '../determination/determination.ts';
import type { Fact } from '../fact/fact.ts';
import { whatWouldChange } from '../logic/change.ts';
import type { Condition, Context } from '../logic/condition.ts';
import { evaluate } from '../logic/evaluate.ts';
import { leafFindings } from '../logic/findings.ts';
import type { Instant } from '../time/instant.ts';
import type { Approval, CriteriaSet, TreeName } from './criteria-set.ts';
import type { Evaluation } from './evaluation.ts';

/** A line that was asked for on top of others is read by the tree for continued care, where the set has one. */
export const treeNameFor = (set: CriteriaSet, { reviewType }: Pick<RequestedItem, 'reviewType'>): TreeName =>
  reviewType === 'concurrent' && set.continuedStay ? 'continuedStay' : 'initial';

/** What the set approves for a service when its tree is met, if anything. */
export const approvalFor = (set: CriteriaSet, tree: TreeName, service: string): Approval | undefined =>
  set.approveFor.find((a) => a.tree === tree && (a.services === undefined || a.services.includes(service)));

const joined = new WeakMap<CriteriaSet, Map<Approval, Condition>>();

/** The tree that a requested service must meet: the tree of the set, and what this service needs in addition. */
export const treeFor = (set: CriteriaSet, tree: TreeName, service: string): Condition | undefined => {
  const own = tree === 'initial' ? set.initial : set.continuedStay;
  const approval = approvalFor(set, tree, service);
  if (own === undefined || approval?.requires === undefined) return own;
  const ofSet = joined.get(set) ?? new Map<Approval, Condition>();
  joined.set(set, ofSet);
  const both = ofSet.get(approval) ?? { id: 'item', label: approval.label, all: [own, approval.requires] };
  ofSet.set(approval, both);
  return both;
};

export const referenceTo = (set: CriteriaSet): CriteriaReference => ({
  setId: set.id,
  version: set.version,
  name: set.name,
  citation: set.citation,
});

/** Reads a set for one item. Undefined when the set has no tree of that name: then a person decides without it. */
export const evaluateItem = (input: {
  readonly evaluationId: string;
  readonly evaluatedAt: Instant;
  readonly set: CriteriaSet;
  readonly tree: TreeName;
  readonly item: RequestedItem;
  readonly facts: readonly Fact[];
  readonly context: Context;
}): Evaluation | undefined => {
  const tree = treeFor(input.set, input.tree, input.item.service.code);
  if (tree === undefined) return undefined;
  const result = evaluate(tree, input.facts, input.context);
  return {
    evaluationId: input.evaluationId,
    itemSequence: input.item.sequence,
    criteria: referenceTo(input.set),
    tree: input.tree,
    truth: result.truth,
    leaves: leafFindings(result),
    evaluatedAt: input.evaluatedAt,
    wouldChange: whatWouldChange(result).map((leaf) => leaf.path),
  };
};

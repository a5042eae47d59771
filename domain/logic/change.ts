import { combine, preferredChild } from './evaluate.ts';
import { isLeafResult, type LeafResult, type NodeResult } from './result.ts';
import type { Truth } from './truth.ts';

type Decided = 'met' | 'notMet';
type Way = { readonly cost: number; readonly leaves: readonly LeafResult[] };

/** A fact still missing is likelier to be had than one already found to be otherwise. */
const UNKNOWN_COST = 1;
const OTHERWISE_COST = 1000;

const nothingToDo: Way = { cost: 0, leaves: [] };
const together = (ways: readonly Way[]): Way => ({
  cost: ways.reduce((sum, w) => sum + w.cost, 0),
  leaves: ways.flatMap((w) => w.leaves),
});

/** The cheapest `count` of the ways. */
const cheapest = (ways: readonly Way[], count: number): Way =>
  together([...ways].sort((a, b) => a.cost - b.cost).slice(0, count));

const wayTo = (node: NodeResult, wanted: Decided): Way => {
  if (node.truth === wanted) return nothingToDo;
  if (isLeafResult(node)) return { cost: node.truth === 'unknown' ? UNKNOWN_COST : OTHERWISE_COST, leaves: [node] };
  const { group, children } = node;
  if ('not' in group) return together(children.map((c) => wayTo(c, wanted === 'met' ? 'notMet' : 'met')));
  const ways = (): Way[] => children.map((c) => wayTo(c, wanted));
  if ('prefer' in group) {
    // Without any evidence the last kind, the least demanding one, is enough.
    const easiest = children.at(preferredChild(children));
    return easiest === undefined ? nothingToDo : wayTo(easiest, wanted);
  }
  const neededToMeet = 'all' in group ? children.length : 'any' in group ? 1 : group.atLeast;
  return cheapest(ways(), wanted === 'met' ? neededToMeet : children.length - neededToMeet + 1);
};

/**
 * The fewest unmet or unknown leaves whose other answer turns the whole to met; unknown ones before failed ones.
 * Empty when it is met already. Under a `not` the other answer is "no".
 */
export const whatWouldChange = (result: NodeResult): readonly LeafResult[] => wayTo(result, 'met').leaves;

/** Every unknown leaf that could still matter, in the order of the tree: the request for information. */
export const openQuestions = (result: NodeResult): readonly LeafResult[] => {
  if (result.truth !== 'unknown') return [];
  if (isLeafResult(result)) return [result];
  const { group, children } = result;
  const listened = 'prefer' in group ? children[preferredChild(children)] : undefined;
  return listened === undefined ? children.flatMap(openQuestions) : openQuestions(listened);
};

const isAnswered = (result: NodeResult, answers: ReadonlyMap<string, Truth>): boolean =>
  isLeafResult(result)
    ? result.facts.length > 0 || answers.has(result.path)
    : result.children.some((c) => isAnswered(c, answers));

/** The answer of the whole when some leaves are answered otherwise, by path. */
export const reconsider = (result: NodeResult, answers: ReadonlyMap<string, Truth>): Truth => {
  if (isLeafResult(result)) return answers.get(result.path) ?? result.truth;
  const children = result.children.map((c) => ({ truth: reconsider(c, answers) }));
  return combine(
    result.group,
    children,
    result.children.findIndex((c) => isAnswered(c, answers)),
  );
};

import type { CriteriaSet } from '../../criteria/criteria-set.ts';
import { type Condition, childrenOf, isLeaf, type Leaf } from '../../logic/condition.ts';
import type { ConceptRef, LevelGuide, NoteGuide } from '../../noteCheck/guide.ts';

/** Which findings of the note guide bear on which criteria. */
export type EvidenceMap = {
  readonly facts: Readonly<Record<string, readonly ConceptRef[]>>;
  readonly words: readonly { readonly words: readonly string[]; readonly concepts: readonly ConceptRef[] }[];
};

export type AppealLeaf = {
  readonly leafId: string;
  readonly label: string;
  /** What a clinician should say where the record shows nothing. */
  readonly ask: string;
  readonly concepts: readonly ConceptRef[];
};

export type AppealCriteria = {
  readonly criteriaId: string;
  readonly name: string;
  readonly citation: string;
  readonly leaves: readonly AppealLeaf[];
};

const ask = (label: string): string =>
  `say what the record shows for "${label}", with its day and page, or leave the point out`;

const leavesOf = (c: Condition): readonly Leaf[] => (isLeaf(c) ? [c] : childrenOf(c).flatMap(leavesOf));

/** The leaves of a public set; a question that stands twice is one point. */
export const leavesOfSet = (set: CriteriaSet, tree: 'initial' | 'continuedStay', map: EvidenceMap): AppealCriteria => {
  const root = (tree === 'continuedStay' ? set.continuedStay : undefined) ?? set.initial;
  const leaves = root ? leavesOf(root) : [];
  return {
    criteriaId: `${set.id}/${tree}`,
    name: set.name,
    citation: set.citation,
    leaves: [...new Map(leaves.map((l) => [l.fact, l])).values()].map((l) => ({
      leafId: l.id,
      label: l.label,
      ask: l.document ? `add ${l.document}` : ask(l.label),
      concepts: map.facts[l.fact] ?? [],
    })),
  };
};

/** What a payer wants to read, point by point. */
export const leavesOfWishes = (
  name: string,
  citation: string,
  wishes: readonly string[],
  map: EvidenceMap,
): AppealCriteria => ({
  criteriaId: 'payer',
  name,
  citation,
  leaves: wishes.map((wish, at) => {
    const folded = wish.toLowerCase();
    const concepts = map.words.filter((w) => w.words.some((x) => folded.includes(x))).flatMap((w) => w.concepts);
    return { leafId: `wish-${at + 1}`, label: wish, ask: ask(wish), concepts: [...new Set(concepts)] };
  }),
});

/** What the guide to notes asks for at a level: what any reader for medical necessity looks for. */
export const leavesOfGuide = (guide: NoteGuide, level: LevelGuide): AppealCriteria => ({
  criteriaId: 'guide',
  name: `What ${level.name.toLowerCase()} treatment rests on`,
  citation: level.citation,
  leaves: level.required.flatMap((id) => {
    const indicator = guide.indicators.find((i) => i.id === id);
    return indicator && id !== 'date'
      ? [{ leafId: id, label: indicator.name, ask: indicator.ifTrue.replace(/^If true:\s*/, ''), concepts: [id] }]
      : [];
  }),
});

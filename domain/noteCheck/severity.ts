import type { Evidence } from './finding.ts';
import type { ConceptRef, LevelGuide } from './guide.ts';

const levelOutcomes = ['supported', 'lower', 'higher', 'nothing'] as const;

export type LevelFinding = {
  /** `lower`: what is written supports at most a lower level; `higher`: it calls for more; `nothing`: it supports no level. */
  readonly outcome: (typeof levelOutcomes)[number];
  readonly requested: string;
  /** The level that the written findings support. */
  readonly documented?: string;
  readonly evidence: readonly Evidence[];
  /** How many findings the requested level wants, and how many there are. */
  readonly wanted: number;
  readonly found: number;
};

const isOf = (ref: ConceptRef, concept: string): boolean => concept === ref || concept.startsWith(`${ref}.`);

const among = (refs: readonly ConceptRef[], evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter((e) => refs.some((r) => isOf(r, e.concept)));

const distinct = (evidence: readonly Evidence[]): number => new Set(evidence.map((e) => e.concept)).size;

/** The requested level against the findings that the note documents. */
export const levelFinding = (
  requested: LevelGuide,
  levels: readonly LevelGuide[],
  evidence: readonly Evidence[],
): LevelFinding => {
  const supports = evidence.filter((e) => e.standing === 'supports');
  const own = among(requested.severity.anyOf, supports);
  const counts = { requested: requested.id, wanted: requested.severity.atLeast, found: distinct(own) };
  const tooSevere = among(requested.tooSevere, supports);
  const meets = (l: LevelGuide): boolean => distinct(among(l.severity.anyOf, supports)) >= l.severity.atLeast;
  const documented = levels.toSorted((a, b) => b.order - a.order).find(meets);
  if (tooSevere.length > 0) {
    const above = levels.filter((l) => l.order > requested.order && meets(l)).toSorted((a, b) => a.order - b.order)[0];
    return { ...counts, outcome: 'higher', ...(above ? { documented: above.id } : {}), evidence: tooSevere };
  }
  if (meets(requested)) return { ...counts, outcome: 'supported', documented: requested.id, evidence: own };
  const below = levels.filter((l) => l.order < requested.order && meets(l)).toSorted((a, b) => b.order - a.order)[0];
  if (below) {
    const found = among(below.severity.anyOf, supports);
    return { ...counts, outcome: 'lower', documented: below.id, evidence: found };
  }
  return { ...counts, outcome: 'nothing', ...(documented ? { documented: documented.id } : {}), evidence: own };
};

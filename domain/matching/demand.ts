import type { ReviewerRequirement } from '../case/command.ts';

/** What the person who decides must be, and what they ought to be. */
export type MatchingDemand = {
  readonly requirement: ReviewerRequirement;
  /** Specialties in which the service is at home: whoever holds one is asked first. */
  readonly preferred: readonly string[];
  /** Whoever took part before may not decide: appeals. */
  readonly uninvolved?: true;
};

/** Fields of medicine that stand near enough to one another to judge each other's work. */
export type SpecialtyGroups = readonly { readonly id: string; readonly specialties: readonly string[] }[];

/** These specialties and those similar to them, each once. */
export const sameOrSimilar = (specialties: readonly string[], groups: SpecialtyGroups): readonly string[] => [
  ...new Set([
    ...specialties,
    ...groups.filter((g) => g.specialties.some((s) => specialties.includes(s))).flatMap((g) => g.specialties),
  ]),
];

import { evidenceMap, publicSetsOf } from '@openum/content/appealEvidence/load.ts';
import { type AppealCriteria, leavesOfGuide, leavesOfSet, leavesOfWishes } from '@openum/domain/denial/appeal/leaf.ts';
import { type Episode, type EpisodeDenial, programmeOn } from '@openum/domain/episode/state.ts';
import { levelGuideFor } from '@openum/domain/noteCheck/guide.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { levelRule } from '@openum/domain/payer/question.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

export const levelOfDenial = (e: Episode, d: EpisodeDenial): string =>
  d.levelOfCare ?? programmeOn(e, d.from).levelOfCare;

export type CriteriaChoice = {
  readonly options: readonly AppealCriteria[];
  /** The one that the payer names, as far as that is known. */
  readonly likelyId: string;
  /** What the payer calls its criteria. */
  readonly named?: string;
};

/** Section numbers of a citation: by these a payer's own wording is known. */
const sections = (citation: string): readonly string[] => citation.match(/\d{3}\.\d+/g) ?? [];

/** By what the points of an appeal can be: the payer's wishes, a public set for the level, or the guide to notes. */
export const criteriaFor = (
  { criteriaSets, noteCheck }: Pick<Knowledge, 'criteriaSets' | 'noteCheck'>,
  e: Episode,
  d: EpisodeDenial,
  card: PayerCard | undefined,
): CriteriaChoice => {
  const level = levelOfDenial(e, d);
  const rule = levelRule(card, level);
  const named = d.criteria ?? rule?.criteria?.value;
  const kind = e.submissions.find((s) => s.submissionId === d.submissionId)?.kind;
  const tree = kind === 'continuedStay' ? 'continuedStay' : 'initial';
  const ids = publicSetsOf(level);
  const sets = criteriaSets.filter((s) => ids.includes(s.id)).map((s) => leavesOfSet(s, tree, evidenceMap));
  const wishes = rule?.wants
    ? [
        leavesOfWishes(
          rule.criteria?.value ?? `What ${card?.name ?? 'the payer'} wants to read for this level`,
          rule.wants.where ?? '',
          rule.wants.value,
          evidenceMap,
        ),
      ]
    : [];
  const guide = levelGuideFor(noteCheck.guide, level);
  const options = [...wishes, ...(guide ? [leavesOfGuide(noteCheck.guide, guide)] : []), ...sets];
  const told = named && sets.find((s) => sections(s.citation).some((x) => named.includes(x)));
  return {
    options,
    likelyId: (told || options[0])?.criteriaId ?? '',
    ...(named ? { named } : {}),
  };
};

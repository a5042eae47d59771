import { type BenefitCard, benefitCard } from '@openum/domain/benefits/card.ts';
import { presentProgramme } from '@openum/domain/episode/state.ts';
import { coverageOn } from '@openum/domain/practiceTask/context.ts';
import type { PracticeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';

/** One patient who is in, with the card of the payer that is asked first. */
export type BenefitRow = {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly levelOfCare: string;
  /** Absent: no payer is set. */
  readonly card?: Omit<BenefitCard, 'earlier'>;
};

export type BenefitPage = { readonly rows: readonly BenefitRow[]; readonly next?: string };

const page = 50;

/** Without what was said before. */
const presentCard = ({ earlier: _, ...card }: BenefitCard): Omit<BenefitCard, 'earlier'> => card;

/** Everybody who is in, by name, with what is known of their benefits. */
export const readBenefitPage = async (
  { casework, scope, today, practice }: PracticeActing,
  after: string | undefined,
): Promise<BenefitPage> => {
  const found = await casework.episodes.list(scope, { presence: 'present' }, after, page + 1);
  const shown = found.slice(0, page);
  const loaded = await Promise.all(shown.map((r) => loadEpisode(casework.episodes, scope, r.episodeId)));
  const last = shown.at(-1);
  return {
    rows: loaded
      .filter((x) => x !== undefined)
      .map(({ episodeId, state }): BenefitRow => {
        const coverage = coverageOn(state, today) ?? state.coverages[0];
        const card = coverage && presentCard(benefitCard(state, coverage, today, practice.zone));
        return {
          episodeId,
          episodeNumber: state.episodeNumber,
          patientName: `${state.patient.family}, ${state.patient.given}`,
          levelOfCare: presentProgramme(state).levelOfCare,
          ...(card ? { card } : {}),
        };
      }),
    ...(found.length > page && last ? { next: last.episodeId } : {}),
  };
};

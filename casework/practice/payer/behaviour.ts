import type { Episode } from '@openum/domain/episode/state.ts';
import { behaviourOf, type CardDrift, cardDrift, type PayerBehaviour } from '@openum/domain/payer/behaviour.ts';
import { cardOn } from '@openum/domain/payer/version.ts';
import type { PracticeActing } from '../acting.ts';
import { eachEpisode } from '../episode/all.ts';

/** What a payer did with the requests of this practice, and where its card says otherwise. */
export const payerBehaviour = async (
  { casework: { episodes, payerCards }, scope, today }: PracticeActing,
  payerId: string,
): Promise<{ readonly behaviour: PayerBehaviour; readonly drift: readonly CardDrift[] }> => {
  const theirs: Episode[] = [];
  for await (const { episode } of eachEpisode(episodes, scope))
    if (episode.coverages.some((c) => c.payerId === payerId)) theirs.push(episode);
  const behaviour = behaviourOf(theirs, payerId);
  const card = cardOn(await payerCards.versions(scope, payerId), today);
  return { behaviour, drift: cardDrift(card?.card, behaviour) };
};

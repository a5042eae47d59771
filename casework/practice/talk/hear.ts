import { refuse } from '@openum/domain/case/refusal.ts';
import type { AnsweredLine } from '@openum/domain/payer/answer.ts';
import { isNews } from '@openum/domain/practiceTalk/hear.ts';
import { dateInZone, type ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';

/** Writes down what a payer's system says of talks that it offers. Undefined when all of it was known. */
export const hearTalks = async (
  casework: Casework,
  scope: Scope,
  zone: ZoneId,
  episodeId: string,
  submissionId: string,
  lines: readonly AnsweredLine[],
): Promise<EpisodeActed | undefined> => {
  const now = casework.environment.now();
  const words = new Map(lines.flatMap((l) => l.talks ?? []).map((w) => [w.payerOfferId, w]));
  let heard: EpisodeActed | undefined;
  for (const word of [...words.values()].toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))) {
    const acted = await actOnEpisode(casework, scope, {
      episodeId,
      command: ({ state }) =>
        isNews(state, submissionId, word)
          ? {
              type: 'HearTalk',
              actor: { kind: 'system', component: 'flow' },
              now,
              today: dateInZone(now, zone),
              submissionId,
              offerId: casework.environment.newId(),
              word,
            }
          : refuse('talkWordKnown'),
    });
    if (acted.kind === 'done') heard = acted;
  }
  return heard;
};

import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { KnownEpisode } from '@openum/domain/practiceMetrics/fourQuestions.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Episodes } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';

const page = 200;

/** Every episode of a practice as it was known at a moment: by what had been written down by then. */
export const episodesAt = async (
  episodes: Episodes,
  scope: Scope,
  moment: Instant,
): Promise<readonly KnownEpisode[]> => {
  const known: KnownEpisode[] = [];
  let after: string | undefined;
  for (;;) {
    const ids = await episodes.episodeIds(scope, after, page);
    const logs = await Promise.all(ids.map((id) => episodes.events(scope, id)));
    for (const [at, episodeId] of ids.entries()) {
      const episode = foldEpisode((logs[at] ?? []).filter((e) => e.recordedAt <= moment));
      if (episode.kind === 'episode') known.push({ episodeId, episode });
    }
    after = ids.at(-1);
    if (ids.length < page) return known;
  }
};

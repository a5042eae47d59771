import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { Episodes, StoredEpisodeEvent } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';

export type LoadedEpisode = {
  readonly episodeId: string;
  readonly state: Episode;
  readonly events: readonly StoredEpisodeEvent[];
};

/** The episode as its log says; undefined when this practice has no such episode. */
export const loadEpisode = async (
  episodes: Episodes,
  scope: Scope,
  episodeId: string,
): Promise<LoadedEpisode | undefined> => {
  const events = await episodes.events(scope, episodeId);
  const state = foldEpisode(events);
  return state.kind === 'none' ? undefined : { episodeId, state, events };
};

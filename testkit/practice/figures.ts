import { projectEpisode } from '@openum/casework/practice/episode/project.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { EpisodeFigures } from '@openum/domain/practiceMetrics/facts.ts';

/** An episode as the four questions read it, from its state. */
export const figuresFrom = (episodeId: string, e: Episode): EpisodeFigures => {
  const { episode, facts, pages } = projectEpisode(episodeId, e);
  return {
    episodeId,
    episodeNumber: episode.episodeNumber,
    patientName: episode.patientName,
    facts: facts.facts,
    pages,
  };
};

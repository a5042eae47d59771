import { episodeShelf, useReadings } from '../../document/usePages.ts';

export const documentsPath = (episodeId: string): string => `${episodeShelf(episodeId)}/documents`;

/** How far each of these documents of an episode has been read. */
export const useEpisodeReadings = (episodeId: string, documentIds: readonly string[]) =>
  useReadings(episodeShelf(episodeId), documentIds).data?.readings;

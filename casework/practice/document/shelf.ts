import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import { readShelf } from '../../document/read.ts';
import type { DocumentShelf } from '../../document/shelf.ts';
import type { Scope } from '../../port/scope.ts';
import { loadEpisode } from '../episode/load.ts';

/** The documents that stand in an episode; those that were taken back are not shown. */
export const episodeShelf = async (
  { episodes }: Pick<Casework, 'episodes'>,
  scope: Scope,
  episodeId: string,
): Promise<DocumentShelf | undefined> => {
  const loaded = await loadEpisode(episodes, scope, episodeId);
  return (
    loaded && {
      shelfId: episodeId,
      documents: loaded.state.documents.filter((d) => !d.withdrawn).map((d) => ({ ...d, origin: 'uploaded' })),
      bytesOf: ({ documentId }) => episodes.file(scope, episodeId, documentId),
    }
  );
};

/** Reads the documents of an episode page by page, a piece at each call. */
export const readEpisodeDocuments = async (
  casework: Casework,
  scope: Scope,
  episodeId: string,
  milliseconds: number,
): Promise<{ readonly againAt: Instant } | undefined> => {
  const shelf = await episodeShelf(casework, scope, episodeId);
  return shelf && readShelf(casework, scope, shelf, milliseconds);
};

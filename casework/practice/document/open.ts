import { standingDocument } from '@openum/domain/practiceDocument/decide.ts';
import type { OpenedFile } from '../../document/open.ts';
import { type PracticeActing, recordPracticeRead } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';

/** The bytes of a document as they came, written into the log of reads before they are handed out. */
export const openEpisodeDocument = async (
  me: PracticeActing,
  episodeId: string,
  documentId: string,
): Promise<OpenedFile | undefined> => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const document = loaded && standingDocument(loaded.state, documentId);
  const kept = document && (await casework.episodes.file(scope, episodeId, documentId));
  if (!kept) return undefined;
  await recordPracticeRead(me, 'document', documentId);
  return { title: document.title, ...kept };
};

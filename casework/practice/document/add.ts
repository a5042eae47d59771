import { refuse } from '@openum/domain/case/refusal.ts';
import { formatOf } from '@openum/domain/document/format.ts';
import type { DocumentDescription } from '@openum/domain/practiceDocument/record.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';

export type DocumentToAdd = DocumentDescription & {
  readonly commandId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** Keeps a file unaltered in an episode; it is read page by page afterwards. The same bytes again are the same document. */
export const addEpisodeDocument = async (
  me: PracticeActing,
  episodeId: string,
  { commandId, contentType, bytes, ...description }: DocumentToAdd,
): Promise<EpisodeActed> => {
  if (bytes.byteLength > 0 && formatOf(bytes) === undefined)
    return {
      kind: 'refused',
      refusal: refuse('fieldInvalid', {
        field: 'document',
        problem: 'it is of a kind that cannot be read; PDF, PNG, JPEG, TIFF, text, C-CDA and FHIR can',
      }),
    };
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    files: [{ fileId: commandId, contentType, bytes, toRead: true }],
    command: () => ({
      type: 'AddDocument',
      ...byAt(me),
      ...description,
      documentId: commandId,
      contentType,
      sizeBytes: bytes.byteLength,
      sha256: me.casework.environment.sha256Hex(bytes),
    }),
  });
};

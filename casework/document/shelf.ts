import type { AttachedDocument } from '@openum/domain/case/event.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { keptBytes } from './open.ts';

export type ShelvedDocument = Pick<AttachedDocument, 'documentId' | 'origin' | 'contentType' | 'parts' | 'uploaded'>;

/** Documents that stand together: those of a case, or those of an episode of a practice. */
export type DocumentShelf = {
  /** Id of the case or of the episode; pages are kept under it. */
  readonly shelfId: string;
  readonly documents: readonly ShelvedDocument[];
  bytesOf(document: ShelvedDocument): Promise<{ readonly bytes: Uint8Array } | undefined>;
};

export const caseShelf = async (
  casework: Pick<Casework, 'cases'>,
  scope: Scope,
  caseId: string,
): Promise<DocumentShelf | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  return (
    loaded && {
      shelfId: caseId,
      documents: loaded.state.documents,
      bytesOf: (document) => keptBytes(casework, scope, caseId, document),
    }
  );
};

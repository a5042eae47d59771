import type { Casework } from '../casework.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';
import type { DocumentShelf, ShelvedDocument } from './shelf.ts';

/** Somebody who looks at the documents of a case, of an episode (then without `caseId`), or at a message. */
export type Looking = {
  readonly casework: Casework;
  readonly scope: Scope;
  readonly userId: string;
  readonly shelf: DocumentShelf;
  readonly caseId?: string;
  /** What is opened, where it is no document yet. */
  readonly what?: Extract<ReadEntry['what'], 'document' | 'message'>;
};

export const shelvedDocument = ({ shelf }: Looking, documentId: string): ShelvedDocument | undefined =>
  shelf.documents.find((d) => d.documentId === documentId);

/** Writes into the log of reads that this person opened a document, or a page of it. */
export const logOpening = (
  { casework, scope, caseId, userId, what = 'document' }: Looking,
  documentId: string,
): Promise<void> =>
  casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    ...(caseId ? { caseId } : {}),
    userId,
    purpose: 'utilizationReview',
    what,
    resourceId: documentId,
    at: casework.environment.now(),
  });

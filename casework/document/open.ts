import type { AttachedDocument } from '@openum/domain/case/event.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';

export type OpenedFile = { readonly title: string; readonly contentType: string; readonly bytes: Uint8Array };

const messagePrefix = 'message:';

/** The bytes of a document of a case, wherever they are kept: with the case, or as the message that came in. */
export const keptBytes = (
  { cases }: Pick<Casework, 'cases'>,
  scope: Scope,
  caseId: string,
  { documentId, origin }: Pick<AttachedDocument, 'documentId' | 'origin'>,
) =>
  origin.startsWith(messagePrefix)
    ? cases.message(scope, origin.slice(messagePrefix.length))
    : cases.document(scope, caseId, documentId);

/** The bytes of a document as they came, written into the log of reads before they are handed out. */
export const openDocument = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  documentId: string,
  userId: string,
  purpose: ReadEntry['purpose'] = 'utilizationReview',
): Promise<OpenedFile | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  const document = loaded?.state.documents.find((d) => d.documentId === documentId);
  if (!document) return undefined;
  const kept = await keptBytes(casework, scope, caseId, document);
  if (!kept) return undefined;
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    caseId,
    userId,
    purpose,
    what: 'document',
    resourceId: documentId,
    at: casework.environment.now(),
  });
  return { title: document.title, contentType: kept.contentType, bytes: kept.bytes };
};

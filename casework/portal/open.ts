import { type OpenedFile, openDocument } from '../document/open.ts';
import { openNotice } from '../notice/open.ts';
import { type AtPortal, loadOwn, scopeOf } from './portal.ts';
import { isOwnDocument, isOwnLetter } from './view.ts';

/** A letter to the provider of a request of theirs; never one to the member. */
export const openOwnLetter = async (at: AtPortal, caseId: string, noticeId: string) => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded || !isOwnLetter(loaded, noticeId)) return undefined;
  return openNotice(at.casework, scopeOf(at), caseId, noticeId, at.actor.userId, 'inquiry');
};

/** A file that was sent with a request of theirs; never one that the plan added. */
export const openOwnDocument = async (
  at: AtPortal,
  caseId: string,
  documentId: string,
): Promise<OpenedFile | undefined> => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded || !isOwnDocument(loaded, documentId)) return undefined;
  return openDocument(at.casework, scopeOf(at), caseId, documentId, at.actor.userId, 'inquiry');
};

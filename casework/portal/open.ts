import { refuse } from '@openum/domain/case/refusal.ts';
import { deliveryOf } from '@openum/domain/delivery/delivery.ts';
import { execute } from '../case/execute.ts';
import { type OpenedFile, openDocument } from '../document/open.ts';
import { openNotice } from '../notice/open.ts';
import { type AtPortal, loadOwn, scopeOf } from './portal.ts';
import { isOwnDocument, isOwnLetter } from './view.ts';

/** The first look is evidence that the letter was delivered; later ones stand in the log of reads alone. */
const recordViewed = async (at: AtPortal, caseId: string, noticeId: string): Promise<void> => {
  await execute(at.casework, scopeOf(at), {
    caseId,
    command: ({ state }) => {
      const notice = state.notices.find((n) => n.noticeId === noticeId);
      if (!notice || deliveryOf(state, notice).status !== 'inPortal') return refuse('noticeUnknown');
      return {
        type: 'RecordNoticeViewed',
        actor: { kind: 'system', component: 'notices' },
        now: at.now,
        noticeId,
        viewedBy: `${at.actor.name}, ${at.practice.name}`,
      };
    },
  });
};

/** A letter to the provider of a request of theirs; never one to the member. */
export const openOwnLetter = async (at: AtPortal, caseId: string, noticeId: string) => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded || !isOwnLetter(loaded, noticeId)) return undefined;
  const notice = await openNotice(at.casework, scopeOf(at), caseId, noticeId, at.actor.userId, 'inquiry');
  if (notice) await recordViewed(at, caseId, noticeId);
  return notice;
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

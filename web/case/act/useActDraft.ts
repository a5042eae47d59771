import { useDesk } from '../desk.ts';
import { draftKey } from '../draft.ts';
import { type Draft, useDraft } from '../useDraft.ts';
import type { ActId } from './acts.ts';

/** What somebody has begun to write for one act on this case. */
export const useActDraft = <T extends object>(act: ActId, initial: T): Draft<T> => {
  const { view, actor } = useDesk();
  return useDraft(draftKey(actor.userId, view.caseId, act), initial);
};

import { refuse } from '@openum/domain/case/refusal.ts';
import type { Act } from '../case/act.ts';
import { commandOf } from '../case/commandOf.ts';
import { type Executed, execute } from '../case/execute.ts';
import { attachDocument } from '../document/attach.ts';
import { type SentFile, sentFileProblem } from '../document/sent.ts';
import { type AtPortal, actingAt, isTheirs, loadOwn, scopeOf } from './portal.ts';

/** What a practice may do with a request that it has sent. */
export type OwnAct =
  | { readonly type: 'ReceiveInformation'; readonly requestId: string; readonly summary: string }
  | { readonly type: 'Withdraw'; readonly reason: string }
  | {
      readonly type: 'RequestContinuedStay';
      readonly from?: string | undefined;
      readonly days: number;
      readonly levelOfCare: string;
      readonly clinicalUpdate: string;
    }
  | { readonly type: 'RecordClinicalUpdate'; readonly summary: string };

const whole = (act: OwnAct, at: AtPortal): Act => {
  const who = `${at.actor.name}, ${at.practice.name}`;
  const now = { channel: 'portal', receivedAt: at.now } as const;
  switch (act.type) {
    case 'Withdraw':
      return { ...act, requestedBy: who };
    case 'ReceiveInformation':
      return { ...act, facts: [] };
    case 'RequestContinuedStay':
      // The member is in a bed: an answer in the standard time would come too late.
      return { ...act, ...now, urgency: 'expedited', requestedBy: who };
    case 'RecordClinicalUpdate':
      return { ...act, ...now, from: who };
    default: {
      const never: never = act;
      return never;
    }
  }
};

/** One act on a request of theirs; on any other the answer is that there is none. */
export const actOnOwn = (at: AtPortal, caseId: string, commandId: string, act: OwnAct): Promise<Executed> =>
  execute(at.casework, scopeOf(at), {
    caseId,
    commandId,
    command: (loaded) =>
      isTheirs(loaded.state, at) ? commandOf(whole(act, at), actingAt(at), loaded) : refuse('caseNotFound'),
  });

/** Adds a file to a request of theirs. */
export const attachToOwn = async (
  at: AtPortal,
  caseId: string,
  file: SentFile,
): Promise<Executed & { readonly documentId?: string }> => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded) return { kind: 'refused', refusal: refuse('caseNotFound') };
  const refusal = sentFileProblem(file, loaded.state);
  if (refusal) return { kind: 'refused', refusal };
  return attachDocument(at.casework, scopeOf(at), caseId, { ...file, actor: at.actor, onBehalfOf: at.practice.name });
};

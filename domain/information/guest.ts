import type { Actor } from '../actor/actor.ts';
import type { CommandOf } from '../case/command.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { caseStatus, openInformationRequest } from '../case/status.ts';

/** Whether answers to this request are still of use: nobody has answered it, and the case waits for it. */
export const awaitsAnswer = (c: Case, requestId: string): boolean =>
  caseStatus(c) === 'awaitingInformation' && openInformationRequest(c)?.requestId === requestId;

/** Why a guest may not answer now, or add a file. A guest has one request, while it is open; whoever is no guest is not asked. */
export const guestProblem = (
  c: Case,
  actor: Actor,
  answer?: Pick<CommandOf<'ReceiveInformation'>, 'requestId' | 'facts' | 'evaluations'>,
): Refusal | undefined => {
  if (actor.kind !== 'guest') return undefined;
  if (actor.requestId === undefined) return refuse('otherInformationRequest');
  if (answer && answer.requestId !== actor.requestId) return refuse('otherInformationRequest');
  if (answer && answer.facts.length + answer.evaluations.length > 0) return refuse('factsByLink');
  return awaitsAnswer(c, actor.requestId) ? undefined : refuse('informationRequestEnded');
};

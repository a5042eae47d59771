import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Act, Acting } from '../case/act.ts';
import { clocksAnew, clocksOfRefusal } from '../clock/start.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { toldOf } from './told.ts';

/** The rule by which the member of this line of business is told of a refusal to expedite, where there is one. */
const refusalCitation = (c: Case, { notices }: Knowledge): string | undefined =>
  notices.matrix.demands.find(
    (d) =>
      d.kind === 'expediteRefused' &&
      d.element === 'expediteRefusalReason' &&
      (d.linesOfBusiness === 'any' || d.linesOfBusiness.includes(c.request.coverage.lineOfBusiness)),
  )?.citation;

/** Urgency as a person sets it, with the clocks that run anew, and the letter that is owed where expediting was refused. */
export const urgencyCommandOf = async (act: Extract<Act, { type: 'SetUrgency' }>, acting: Acting, c: Case) => {
  const event = act.urgency === 'expedited' ? 'expediteRequested' : 'requestReceived';
  const at = act.urgency === 'expedited' ? acting.now : c.receivedAt;
  const clocks = await clocksAnew(c, event, at, act.urgency, acting);
  const citation = refusalCitation(c, acting.casework.knowledge);
  const told = toldOf(act.told);
  if (isRefusal(told)) return told;
  const { type, urgency, basis, attested } = act;
  const notice = citation && { citation, clocks: clocksOfRefusal(c, told?.at ?? acting.now, acting) };
  return {
    type,
    urgency,
    basis,
    attested,
    clocks,
    ...(notice ? { refusalNotice: notice } : {}),
    ...(told ? { told } : {}),
  };
};

import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { toldProblem } from './told.ts';

export const setUrgency = (c: Case, command: CommandOf<'SetUrgency'>): Decided => {
  if (command.urgency === c.urgency) return refuse('urgencyUnchanged', { urgency: c.urgency });
  if (command.urgency === 'standard' && c.request.urgencyRequestedBy === 'physician') {
    return refuse('physicianRequestMustBeExpedited');
  }
  const { told } = command;
  const problem =
    required('basis', command.basis) ??
    (command.attested ? undefined : refuse('attestationMissing')) ??
    toldProblem(told, c.receivedAt, command.now);
  if (problem) return problem;
  // A request to expedite that the plan does not grant goes on as a standard one, and the member is told (42 CFR 422.570(d)).
  const refused =
    command.urgency === 'standard' && c.request.urgency === 'expedited' && c.request.urgencyRequestedBy !== 'plan';
  const notice = refused ? command.refusalNotice : undefined;
  return [
    {
      type: 'UrgencyChanged',
      data: {
        from: c.urgency,
        to: command.urgency,
        basis: command.basis,
        attested: true,
        ...(notice ? { refusal: { citation: notice.citation, ...(told ? { told } : {}) } } : {}),
      },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'urgencyChanged', clocks: [...command.clocks, ...(notice?.clocks ?? [])] },
    },
  ];
};

import type { CommandOf } from '../case/command.ts';
import { blank, type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { openInformationRequest } from '../case/status.ts';
import { evaluated } from '../criteria/decide.ts';
import { guestProblem } from './guest.ts';

export const requestInformation = (c: Case, command: CommandOf<'RequestInformation'>): Decided => {
  if (openInformationRequest(c)) return refuse('informationRequestOpen');
  if (command.items.length === 0 || command.items.some((i) => blank(i.text)))
    return refuse('fieldMissing', { field: 'items' });
  if (command.dueAt <= command.now)
    return refuse('fieldInvalid', {
      field: 'dueAt',
      problem: 'it must lie in the future',
    });
  return [
    {
      type: 'InformationRequested',
      data: {
        requestId: command.requestId,
        items: command.items,
        ...(command.message ? { message: command.message } : {}),
        dueAt: command.dueAt,
      },
    },
  ];
};

export const attachDocument = (c: Case, command: CommandOf<'AttachDocument'>): Decided =>
  guestProblem(c, command.actor) ??
  [command.document, ...(command.inside ?? [])].map((data) => ({ type: 'DocumentAttached', data }));

export const makeInformationLink = (c: Case, command: CommandOf<'MakeInformationLink'>): Decided => {
  const { requestId, to, until, mail } = command;
  if (openInformationRequest(c)?.requestId !== requestId) return refuse('informationRequestEnded');
  return (
    required('npi', to.npi) ?? [
      { type: 'InformationLinkMade', data: { requestId, to, until, ...(mail ? { mail } : {}) } },
    ]
  );
};

export const receiveInformation = (c: Case, command: CommandOf<'ReceiveInformation'>): Decided => {
  const notTheirs = guestProblem(c, command.actor, command);
  if (notTheirs) return notTheirs;
  if (openInformationRequest(c)?.requestId !== command.requestId) {
    return refuse('informationRequestUnknown', { request: command.requestId });
  }
  const problem = required('summary', command.summary);
  if (problem) return problem;
  return [
    ...command.documents.map((d): CaseEvent => ({ type: 'DocumentAttached', data: d })),
    ...(command.facts.length > 0 ? [{ type: 'FactsRecorded', data: { facts: command.facts } } as const] : []),
    ...evaluated(command.evaluations),
    {
      type: 'InformationReceived',
      data: {
        requestId: command.requestId,
        summary: command.summary,
        documentIds: command.documents.map((d) => d.documentId),
      },
    },
  ];
};

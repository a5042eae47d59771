import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { ArrivalProblem, Received } from '@openum/casework/intake/arrival.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { project } from '@openum/casework/projection/project.ts';
import { isRefusal, type Refusal, refusalText } from '@openum/domain/case/refusal.ts';
import type { PortalAnswer } from '../contract/request.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const fieldOf: Record<ArrivalProblem['what'], string> = {
  memberNotFound: 'memberId',
  birthDateMismatch: 'memberId',
  memberNotCovered: 'start',
  providerIdentifierMissing: 'requestingProviderNpi',
  serviceMissing: 'items',
  serviceDateInvalid: 'end',
  updateNotSupported: 'items',
  requestRefused: 'items',
};

const pathOf = (p: ArrivalProblem): string =>
  p.itemSequence === undefined ? fieldOf[p.what] : `items.${p.itemSequence - 1}.${fieldOf[p.what]}`;

/** What a sent form is answered; what could not be taken names its fields. */
export const sentAnswer = async (
  casework: Casework,
  scope: Scope,
  received: Received | Refusal,
): Promise<PortalAnswer> => {
  if (isRefusal(received)) {
    const { status, body } = refusalProblem(received);
    throw problem(status, body.code, body.message, {
      fields: [{ path: String(received.facts.field ?? ''), message: body.message }],
    });
  }
  if (received.kind === 'problems') {
    const fields = received.problems.map((p) => ({ path: pathOf(p), message: p.text }));
    throw problem(422, 'invalidBody', received.problems.map((p) => p.text).join(' '), { fields });
  }
  if (received.kind === 'identifierReused') {
    throw problem(409, 'caseExists', 'This form was sent before with other content. Start a new request.');
  }
  const { caseId } = JSON.parse(new TextDecoder().decode(received.answer)) as { caseId: string };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) throw problem(404, 'caseNotFound', refusalText.caseNotFound);
  const rows = project(caseId, loaded.state, casework.knowledge);
  return {
    caseId,
    caseNumber: rows.case.caseNumber,
    items: rows.items.map((i) => ({
      itemSequence: i.itemSequence,
      status: i.status,
      ...(i.authorizationNumber ? { authorizationNumber: i.authorizationNumber } : {}),
    })),
    ...(rows.case.nextDueAt ? { nextDueAt: rows.case.nextDueAt } : {}),
  };
};

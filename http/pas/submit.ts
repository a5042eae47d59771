import type { Casework } from '@openum/casework/casework.ts';
import type { Arrival, ArrivalProblem } from '@openum/casework/intake/arrival.ts';
import { receiveRequest } from '@openum/casework/intake/receive.ts';
import type { ArrivalSummary } from '@openum/casework/port/arrivals.ts';
import type { KeptMessage } from '@openum/casework/port/caseStore.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { readFacts } from '@openum/fhir/pas/facts.ts';
import type { Issue } from '@openum/fhir/pas/issue.ts';
import { operationOutcome } from '@openum/fhir/pas/outcome.ts';
import { type RejectionReason, rejection, rejectionResponse } from '@openum/fhir/pas/rejection.ts';
import { readSubmission } from '@openum/fhir/pas/request.ts';
import { submitResponse } from '@openum/fhir/pas/response.ts';
import type { Submission, SubmittedItem } from '@openum/fhir/pas/submission.ts';
import type { SendingClient } from '../auth/bearer.ts';
import { glanceSummary } from '../intake/summary.ts';
import { answerContext } from './context.ts';
import { encode, keptMessage, parseJson } from './message.ts';

export type Answer = { readonly status: number; readonly body: Uint8Array };

const reasonOf: Record<ArrivalProblem['what'], RejectionReason> = {
  memberNotFound: 'memberNotFound',
  birthDateMismatch: 'memberDetailsDiffer',
  memberNotCovered: 'memberNotEligible',
  providerIdentifierMissing: 'providerNotIdentified',
  serviceMissing: 'procedureCodeInvalid',
  serviceDateInvalid: 'serviceDateInvalid',
  updateNotSupported: 'updateNotAccepted',
  requestRefused: 'unableToRespond',
};

/** First failure channel: for the sender's technical staff. The message is kept all the same. */
const unprocessable = async (
  casework: Casework,
  from: SendingClient,
  message: KeptMessage,
  issues: readonly Issue[],
  status = 400,
  json?: unknown,
): Promise<Answer> => {
  const body = encode(operationOutcome(issues));
  const scope = { tenantId: from.tenant.tenantId };
  const summary: ArrivalSummary = glanceSummary(
    json,
    from.client.name,
    issues.filter((i) => i.severity === 'error').map((i) => `${i.expression}: ${i.diagnostics}`),
    casework.knowledge.services,
  );
  await casework.cases.keepMessage(scope, { ...message, answer: body, outcome: 'unprocessable', summary });
  return { status, body };
};

const itemOf = (item: SubmittedItem): Arrival['request']['items'][number] => ({
  sequence: item.sequence,
  service: item.service,
  ...(item.modifiers ? { modifiers: item.modifiers } : {}),
  ...(item.quantity ? { quantity: item.quantity } : {}),
  ...(item.period ? { period: item.period } : {}),
  diagnoses: item.diagnoses,
  ...(item.levelOfCare ? { levelOfCare: item.levelOfCare } : {}),
  ...(item.placeOfService ? { placeOfService: item.placeOfService } : {}),
  ...(item.servicingProvider ? { servicingProvider: item.servicingProvider } : {}),
  ...(item.cancelled ? { cancelled: true } : {}),
  ...(item.traceNumber ? { traceNumber: item.traceNumber } : {}),
});

/** A sender that marks a request as urgent speaks for the treating provider. */
const requestOf = (s: Submission): Arrival['request'] => ({
  reviewType: s.reviewType,
  urgency: s.urgency,
  ...(s.urgency === 'expedited'
    ? { urgencyBasis: s.urgencyBasis ?? 'marked urgent by the sender', urgencyRequestedBy: 'physician' as const }
    : {}),
  setting: s.setting,
  requestingProvider: s.requestingProvider,
  diagnoses: s.diagnoses,
  items: s.items.map(itemOf),
  ...(s.messages.length > 0 ? { rationale: s.messages.join('\n') } : {}),
  senderReference: s.senderReference,
});

const arrivalOf = (
  s: Submission,
  json: unknown,
  message: KeptMessage,
  from: SendingClient,
  casework: Casework,
): Arrival => {
  const { knowledge } = casework;
  return {
    tenant: from.tenant,
    actor: { kind: 'client', clientId: from.client.clientId, name: from.client.name },
    receivedAt: message.receivedAt,
    message: {
      ...message,
      identifier: {
        system: s.bundleIdentifier.system ?? '',
        value: `${s.bundleIdentifier.value} ${s.senderReference.system ?? ''}|${s.senderReference.value}`,
      },
    },
    memberNumbers: s.member.memberNumbers,
    ...(s.member.birthDate ? { memberBirthDate: s.member.birthDate } : {}),
    request: requestOf(s),
    documents: s.documents.map((d) => ({
      title: d.title,
      contentType: d.contentType,
      bytes: d.bytes,
      origin: d.fullUrl,
    })),
    ...(s.isUpdate && s.priorReference ? { changes: s.priorReference.value } : {}),
    facts: readFacts(json, knowledge.facts),
    answer: ({ state }) => encode(submitResponse(state, { ...answerContext(casework, from), request: json })),
  };
};

/** Second failure channel: the Bundle is well made and cannot be taken; HTTP 200 and outcome `error`. */
const rejected = async (
  casework: Casework,
  from: SendingClient,
  message: KeptMessage,
  json: unknown,
  problems: readonly ArrivalProblem[],
): Promise<Answer> => {
  const reasons = [...new Set(problems.map((p) => reasonOf[p.what]))];
  const body = encode(rejectionResponse(rejection(reasons), { ...answerContext(casework, from), request: json }));
  const summary = glanceSummary(
    json,
    from.client.name,
    [...new Set(problems.map((p) => p.text))],
    casework.knowledge.services,
  );
  await casework.cases.keepMessage(
    { tenantId: from.tenant.tenantId },
    { ...message, answer: body, outcome: 'rejected', summary },
  );
  return { status: 200, body };
};

/** `POST Claim/$submit`: decides or pends in one synchronous answer (PAS 2.2.1). */
export const submit = async (casework: Casework, from: SendingClient, bytes: Uint8Array): Promise<Answer> => {
  const message = keptMessage(bytes, from.client, casework.environment);
  const parsed = parseJson(bytes);
  if ('issue' in parsed) return unprocessable(casework, from, message, [parsed.issue]);
  const submission = readSubmission(parsed.json, { today: dateInZone(message.receivedAt, from.tenant.zone) });
  if (submission.kind === 'unprocessable')
    return unprocessable(casework, from, message, submission.issues, 422, parsed.json);

  const received = await receiveRequest(casework, arrivalOf(submission, parsed.json, message, from, casework));
  switch (received.kind) {
    case 'received':
    case 'repeated':
      return { status: 200, body: received.answer };
    case 'problems':
      return rejected(casework, from, message, parsed.json, received.problems);
    case 'identifierReused':
      return unprocessable(
        casework,
        from,
        message,
        [
          {
            severity: 'error',
            code: 'duplicate',
            expression: 'Bundle.identifier',
            diagnostics:
              'This Bundle.identifier and Claim.identifier were used before with other content. Use new ones for a new request.',
          },
        ],
        409,
        parsed.json,
      );
    default: {
      const never: never = received;
      return never;
    }
  }
};

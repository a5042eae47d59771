import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { type FoundCase, inquiryResponse, readInquiry } from '@openum/fhir/pas/inquire.ts';
import { matchesInquiry } from '@openum/fhir/pas/inquiryMatch.ts';
import { operationOutcome } from '@openum/fhir/pas/outcome.ts';
import type { SendingClient } from '../auth/bearer.ts';
import { answerContext } from './context.ts';
import { encode, parseJson } from './message.ts';
import type { Answer } from './submit.ts';

/** The guide sets no limit (davinci PAS 2.2.1); one answer holds at most this many authorizations. */
const limit = 50;

/** `POST Claim/$inquire`: query by example. A member number and an NPI must both match; nothing found is an empty answer, no error. */
export const inquire = async (casework: Casework, from: SendingClient, bytes: Uint8Array): Promise<Answer> => {
  const { cases, environment, readLog, workList } = casework;
  const scope = { tenantId: from.tenant.tenantId };
  const parsed = parseJson(bytes);
  if ('issue' in parsed) return { status: 400, body: encode(operationOutcome([parsed.issue])) };
  const inquiry = readInquiry(parsed.json);
  if (inquiry.kind === 'unprocessable') return { status: 422, body: encode(operationOutcome(inquiry.issues)) };

  const ids = new Set<string>();
  for (const memberNumber of inquiry.memberNumbers) {
    const found = await workList.inquire(scope, {
      memberNumber,
      npis: inquiry.providerNpis,
      authorizationNumbers: inquiry.authorizationNumbers,
      caseNumbers: inquiry.administrationReferenceNumbers,
      serviceCodes: [],
      limit,
    });
    for (const id of found) ids.add(id);
  }
  const found: FoundCase[] = [];
  for (const caseId of [...ids].slice(0, limit)) {
    const loaded = await loadCase(cases, scope, caseId);
    if (!loaded || !matchesInquiry(inquiry, loaded.state)) continue;
    const { messageId, channel } = loaded.state.request;
    const original = messageId && channel === 'pas' ? await cases.message(scope, messageId) : undefined;
    const read = original && parseJson(original.bytes);
    found.push({ case: loaded.state, ...(read && 'json' in read ? { request: read.json } : {}) });
    await readLog.record(scope, {
      readId: environment.newId(),
      caseId,
      clientId: from.client.clientId,
      purpose: 'inquiry',
      what: 'case',
      at: environment.now(),
    });
  }
  return { status: 200, body: encode(inquiryResponse(found, answerContext(casework, from))) };
};

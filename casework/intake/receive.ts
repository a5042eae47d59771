import { decide } from '@openum/domain/case/decide.ts';
import type { AttachedDocument } from '@openum/domain/case/event.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import { isRefusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import type { AuthorizationRequest, RequestedItem, ReviewType } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { itemsWithoutNotice } from '@openum/domain/flow/caseFacts.ts';
import { authorizationRequired, serviceOf } from '@openum/domain/service/catalogue.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { noticesDue } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import { clocksOnReceipt } from '../clock/start.ts';
import { readCriteria } from '../criteria/read.ts';
import type { Append } from '../port/caseStore.ts';
import type { RegisteredMember } from '../port/register.ts';
import type { Scope } from '../port/scope.ts';
import { project } from '../projection/project.ts';
import type { Arrival, Received } from './arrival.ts';
import { link } from './link.ts';

/** Care that is over when it is asked for is reviewed in retrospect, whatever the sender called it. */
const reviewTypeOf = (arrival: Arrival, member: RegisteredMember): ReviewType => {
  const today = dateInZone(arrival.receivedAt, member.zone);
  const over = arrival.request.items.every((i) => i.period && (i.period.end ?? i.period.start) < today);
  return over ? 'retrospective' : arrival.request.reviewType;
};

const requestOf = (arrival: Arrival, member: RegisteredMember, casework: Casework): AuthorizationRequest => {
  const { services } = casework.knowledge;
  const items = arrival.request.items.map(
    (item): RequestedItem => ({ ...item, isDrug: serviceOf(services, item.service)?.isDrug ?? false }),
  );
  const line = member.coverage.lineOfBusiness;
  return {
    ...arrival.request,
    items,
    channel: arrival.message.channel,
    receivedAt: arrival.receivedAt,
    zone: member.zone,
    reviewType: reviewTypeOf(arrival, member),
    member: { ...member.member, id: member.memberId },
    coverage: member.coverage,
    authorizationRequired: items.some((i) => authorizationRequired(serviceOf(services, i.service), line)),
    messageId: arrival.message.messageId,
  };
};

const originalTitle: Record<Arrival['message']['channel'], string> = {
  pas: 'Original request (FHIR Bundle)',
  portal: 'Original request (portal form)',
};

type File = { readonly attached: AttachedDocument; readonly bytes?: Uint8Array };

/** The original message stands first among the documents; its bytes are kept once, with the message. */
const filesOf = (arrival: Arrival, casework: Casework): readonly File[] => {
  const { message } = arrival;
  const original: File = {
    attached: {
      documentId: message.messageId,
      title: originalTitle[message.channel],
      contentType: message.contentType,
      sizeBytes: message.bytes.byteLength,
      sha256: message.sha256,
      origin: `message:${message.messageId}`,
    },
  };
  const sent = arrival.documents.map(
    (d): File => ({
      attached: {
        documentId: casework.environment.newId(),
        title: d.title,
        contentType: d.contentType,
        sizeBytes: d.bytes.byteLength,
        sha256: casework.environment.sha256Hex(d.bytes),
        origin: d.origin,
      },
      bytes: d.bytes,
    }),
  );
  return [original, ...sent];
};

/** A change of a request that this plan never saw is taken as a new request: the sender repeats every line in it. */
const isKnown = async (
  casework: Casework,
  scope: Scope,
  member: RegisteredMember,
  reference: string,
): Promise<boolean> => {
  const rows = await casework.workList.ofMember(scope, member.member.memberNumber, 200);
  return rows.some((r) => r.senderReference === reference);
};

/**
 * From arrival to an open or decided case, in one append: link, start the clocks, read the criteria, approve what may be approved.
 * Idempotent by the message identifier; a repeated message gets the answer that was given the first time.
 */
export const receiveRequest = async (casework: Casework, arrival: Arrival): Promise<Received> => {
  const { knowledge, environment } = casework;
  const scope = { tenantId: arrival.tenant.tenantId };
  const linked = await link(casework.register, scope, arrival);
  if ('problems' in linked) return { kind: 'problems', problems: linked.problems };

  if (arrival.changes !== undefined && (await isKnown(casework, scope, linked.member, arrival.changes))) {
    const text = 'Changes to a request on file are not taken here yet. Send a new request, or call the plan.';
    return { kind: 'problems', problems: [{ what: 'updateNotSupported', text }] };
  }
  const request = requestOf(arrival, linked.member, casework);
  const caseId = environment.newId();
  const files = filesOf(arrival, casework);
  const reading = readCriteria(request, request.items, arrival.facts, arrival.receivedAt, knowledge, environment);
  const events = decide(
    {
      type: 'ReceiveRequest',
      actor: arrival.actor,
      now: environment.now(),
      occurredAt: arrival.receivedAt,
      caseNumber: environment.newNumber('UM'),
      request,
      clocks: clocksOnReceipt(request, arrival.tenant, linked.member, casework),
      documents: files.map((f) => f.attached),
      facts: [...arrival.facts, ...reading.implied],
      evaluations: reading.items.flatMap((r) => (r.evaluation ? [r.evaluation] : [])),
      automatic: reading.items.map((r) => ({
        itemSequence: r.itemSequence,
        outcome: r.outcome,
        authorizationNumber: environment.newNumber('PA'),
      })),
    },
    { kind: 'none' },
  );
  if (isRefusal(events)) {
    return { kind: 'problems', problems: [{ what: 'requestRefused', text: refusalSentence(events) }] };
  }
  const state = fold(events) as Case;
  const answer = arrival.answer({ caseId, state });
  const outcome = await casework.cases.append(scope, {
    caseId,
    expectedVersion: 0,
    events,
    rows: project(caseId, state, knowledge),
    documents: files.flatMap((f): NonNullable<Append['documents']>[number][] =>
      f.bytes ? [{ documentId: f.attached.documentId, contentType: f.attached.contentType, bytes: f.bytes }] : [],
    ),
    message: { ...arrival.message, answer },
    outbox: itemsWithoutNotice(state).length > 0 ? [noticesDue(caseId, environment.newId())] : [],
  });
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'received', caseId, state, answer };
    case 'sameMessage':
      return { kind: 'repeated', answer: outcome.answer };
    case 'messageReused':
      return { kind: 'identifierReused' };
    case 'conflict':
    case 'sameCommand':
      throw new Error(`a new case met ${outcome.kind}`);
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

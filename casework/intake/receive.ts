import { decide } from '@openum/domain/case/decide.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import { isRefusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Casework } from '../casework.ts';
import { clocksOnDecision } from '../clock/onDecision.ts';
import { clocksOnReceipt } from '../clock/start.ts';
import { findingsOf, readCriteria } from '../criteria/read.ts';
import { findDuplicates } from '../duplicate/find.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import type { RegisteredMember } from '../port/register.ts';
import { routeOf, routingFacts } from '../routing/route.ts';
import type { Arrival, Received } from './arrival.ts';
import { link } from './link.ts';
import { filesOf, requestOf } from './read.ts';
import { caseToRevise, reviseRequest } from './revise.ts';
import { writeArrival } from './write.ts';

/**
 * From arrival to an open or decided case, in one append: link, start the clocks, read the criteria, approve what may be approved.
 * Idempotent by the message identifier; a repeated message gets the answer that was given the first time.
 */
export const receiveRequest = async (given: Casework, arrival: Arrival): Promise<Received> => {
  const scope = { tenantId: arrival.tenant.tenantId };
  const [casework, linked] = await Promise.all([withOwnCriteria(given, scope), link(given.register, scope, arrival)]);
  const received = await take(casework, arrival, linked);
  // The repeat of a message may not be takeable any more (coverage has ended, the case is closed): its answer still stands.
  return received.kind === 'problems' ? ((await answeredBefore(casework, arrival)) ?? received) : received;
};

const answeredBefore = async (casework: Casework, arrival: Arrival): Promise<Received | undefined> => {
  const { identifier, clientId, sha256 } = arrival.message;
  const earlier =
    identifier && (await casework.cases.answered({ tenantId: arrival.tenant.tenantId }, clientId, identifier));
  if (earlier?.caseId === undefined) return undefined;
  return earlier.sha256 === sha256 ? { kind: 'repeated', answer: earlier.answer } : { kind: 'identifierReused' };
};

const take = async (
  casework: Casework,
  arrival: Arrival,
  linked: Awaited<ReturnType<typeof link>>,
): Promise<Received> => {
  const scope = { tenantId: arrival.tenant.tenantId };
  if ('problems' in linked) return { kind: 'problems', problems: linked.problems };

  const before = await caseToRevise(casework, scope, linked.member, arrival);
  return before ? reviseRequest(casework, arrival, linked.member, before) : openCase(casework, arrival, linked.member);
};

const openCase = async (casework: Casework, arrival: Arrival, member: RegisteredMember): Promise<Received> => {
  const { knowledge, environment } = casework;
  const request = requestOf(arrival, member, casework);
  const caseId = arrival.caseId ?? environment.newId();
  const files = filesOf(arrival, casework);
  const reading = readCriteria(request, request.items, arrival.facts, arrival.receivedAt, knowledge, environment);
  const scope = { tenantId: arrival.tenant.tenantId };
  const [duplicates, route] = await Promise.all([
    findDuplicates(casework, scope, member.member.memberNumber, request),
    routeOf(casework, scope, routingFacts(request, request.urgency, knowledge), environment.now()),
  ]);
  const events = decide(
    {
      type: 'ReceiveRequest',
      actor: arrival.actor,
      ...(arrival.onBehalfOf ? { onBehalfOf: arrival.onBehalfOf } : {}),
      now: environment.now(),
      occurredAt: arrival.receivedAt,
      caseNumber: environment.newNumber('UM'),
      request,
      clocks: clocksOnReceipt(request, arrival.tenant, member, casework),
      documents: files.map((f) => f.attached),
      facts: [...arrival.facts, ...reading.implied],
      evaluations: reading.items.flatMap((r) => (r.evaluation ? [r.evaluation] : [])),
      automatic: findingsOf(reading, environment),
      duplicates,
      ...(route ? { route } : {}),
      onDecision: clocksOnDecision(request, environment.now(), casework),
    },
    { kind: 'none' },
  );
  if (isRefusal(events)) {
    return { kind: 'problems', problems: [{ what: 'requestRefused', text: refusalSentence(events) }] };
  }
  const state = fold(events) as Case;
  const { outcome, answer } = await writeArrival(casework, arrival, {
    caseId,
    expectedVersion: 0,
    events,
    state,
    files,
  });
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'received', caseId, state, answer };
    case 'sameMessage':
      return { kind: 'repeated', answer: outcome.answer };
    case 'messageReused':
      return { kind: 'identifierReused' };
    case 'conflict':
      if (arrival.caseId) return { kind: 'repeated', answer };
      throw new Error('a new case met another one of its id');
    case 'sameCommand':
      throw new Error('a request carries no command id');
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

import type { Hl7Message } from '@medplum/core';
import { type MovementTaken, takeMovement, type VisitProblem } from '@openum/casework/admission/movement.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { SendingClient } from '../auth/bearer.ts';
import { receiveAtPractice } from '../practiceArrival/hl7.ts';
import { acknowledge } from './ack.ts';
import { readAdt } from './adt.ts';
import { type Envelope, openMessage } from './envelope.ts';
import type { AckCode, Hl7Problem } from './problem.ts';

export const er7 = 'x-application/hl7-v2+er7';

/** Control ids of messages that told of no visit; those of the others are kept with their visit. */
const identifierSystem = 'urn:openum:hl7';

const kept = 'It is kept here, and a person at the plan will complete it.';

const problemOf: Record<VisitProblem['what'], Pick<Hl7Problem, 'code' | 'location'>> = {
  memberNotFound: { code: 204, location: 'PID^1^3' },
  birthDateMismatch: { code: 204, location: 'PID^1^7' },
  memberNotCovered: { code: 204, location: 'PID^1^3' },
  providerIdentifierMissing: { code: 101, location: 'PV1^1^7' },
  serviceMissing: { code: 101, location: 'PV1^1^10' },
  serviceDateInvalid: { code: 102, location: 'PV1^1^45' },
  updateNotSupported: { code: 207, location: 'EVN^1' },
  requestRefused: { code: 207, location: 'EVN^1' },
  admittedAtMissing: { code: 101, location: 'PV1^1^44' },
  caseUnchanged: { code: 207, location: 'EVN^1' },
};

type Sent = {
  readonly casework: Casework;
  readonly from: SendingClient;
  readonly bytes: Uint8Array;
  readonly contentType: string;
};

type Refused = {
  readonly code: Exclude<AckCode, 'AA'>;
  readonly problems: readonly Hl7Problem[];
  readonly message?: Hl7Message | undefined;
  readonly controlId?: string | undefined;
};

/** Answers a message that tells of no visit, and keeps it for the people of intake. */
const refuse = async (sent: Sent, { code, problems, message, controlId }: Refused): Promise<Uint8Array> => {
  const { environment, cases } = sent.casework;
  const at = environment.now();
  const answer = acknowledge(message, { code, problems, at, controlId: environment.newId() });
  await cases.keepMessage(
    { tenantId: sent.from.tenant.tenantId },
    {
      messageId: environment.newId(),
      clientId: sent.from.client.clientId,
      channel: 'admissionNotice',
      contentType: sent.contentType,
      bytes: sent.bytes,
      sha256: environment.sha256Hex(sent.bytes),
      receivedAt: at,
      ...(controlId ? { identifier: { system: identifierSystem, value: controlId } } : {}),
      answer,
      outcome: code === 'AR' ? 'unprocessable' : 'rejected',
      summary: { senderName: sent.from.client.name, problems: problems.map((p) => p.text) },
    },
  );
  return answer;
};

const reused = (envelope: Envelope): Refused => ({
  code: 'AR',
  message: envelope.message,
  problems: [
    { code: 205, location: 'MSH^1^10', text: 'MSH-10 was used before for another content. Use a new control id.' },
  ],
});

const problemsOf = (problems: readonly VisitProblem[]): readonly Hl7Problem[] =>
  problems.map((p) => ({ ...problemOf[p.what], text: `${p.text} ${kept}` }));

const outcomeOf = (taken: Extract<MovementTaken, { kind: 'taken' | 'problems' }>) =>
  taken.kind === 'taken'
    ? ({ code: 'AA', problems: [] } as const)
    : ({ code: 'AE', problems: problemsOf(taken.problems) } as const);

/** Answers bytes that a broken or overlong block left: what is not whole is kept, and never read. */
export const refuseBroken = (casework: Casework, from: SendingClient, bytes: Uint8Array): Promise<Uint8Array> =>
  refuse(
    { casework, from, bytes, contentType: er7 },
    {
      code: 'AR',
      problems: [{ code: 100, location: 'MSH^1', text: 'The message broke off before its end, or is too large.' }],
    },
  );

/** Takes one HL7 v2 message. It is acknowledged once it is kept, and the same message again gets the same answer. */
export const receiveHl7 = async (
  casework: Casework,
  from: SendingClient,
  bytes: Uint8Array,
  contentType: string = er7,
): Promise<Uint8Array> => {
  if (from.tenant.kind === 'practice') return receiveAtPractice(casework, from, bytes, contentType);
  const { environment, visits, cases } = casework;
  const sent: Sent = { casework, from, bytes, contentType };
  const scope = { tenantId: from.tenant.tenantId };
  const opened = openMessage(bytes);
  if (opened.kind === 'unreadable')
    return refuse(sent, { code: 'AR', problems: opened.problems, message: opened.message });
  const { envelope } = opened;
  const sha256 = environment.sha256Hex(bytes);
  const { clientId } = from.client;
  const { controlId, message } = envelope;
  const earlier = await cases.answered(scope, clientId, { system: identifierSystem, value: controlId });
  if (earlier) return earlier.sha256 === sha256 ? earlier.answer : refuse(sent, reused(envelope));

  const messageId = environment.newId();
  const receivedAt = environment.now();
  const read = readAdt(envelope, messageId, from.tenant.zone, receivedAt);
  if (read.kind === 'problems') {
    const code = read.problems.some((p) => p.code === 201) ? 'AR' : 'AE';
    return refuse(sent, { code, problems: read.problems, message, controlId });
  }
  const taken = await takeMovement(casework, {
    tenant: from.tenant,
    actor: { kind: 'client', clientId, name: from.client.name },
    kept: {
      messageId,
      clientId,
      controlId,
      visitNumber: read.visitNumber,
      contentType,
      bytes,
      sha256,
      receivedAt,
      movement: read.movement,
    },
  });
  if (taken.kind === 'repeated') return taken.answer;
  if (taken.kind === 'identifierReused') return refuse(sent, reused(envelope));
  const answer = acknowledge(message, {
    ...outcomeOf(taken),
    at: environment.now(),
    controlId: environment.newId(),
  });
  await visits.answer(scope, taken.messageId, answer);
  return answer;
};

import { decide } from '@openum/domain/case/decide.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { isRefusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import { revisedItems } from '@openum/domain/case/revise.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { itemStatus } from '@openum/domain/case/status.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { clocksOnDecision } from '../clock/onDecision.ts';
import { overdueClocks } from '../clock/overdue.ts';
import { clocksOnReceipt } from '../clock/start.ts';
import { findingsOf, readCriteria } from '../criteria/read.ts';
import type { RegisteredMember } from '../port/register.ts';
import type { Scope } from '../port/scope.ts';
import { asContinuedStay } from '../stay/update.ts';
import type { Arrival, Received } from './arrival.ts';
import { filesOf, requestOf } from './read.ts';
import { writeArrival } from './write.ts';

const maxAttempts = 5;

/**
 * The case that an update speaks of: of this member, with the reference that the sender names, and with one of its services in
 * common (senders reuse references). Undefined for a new request, and for an update of one that this plan never saw: its sender
 * repeats every line, so it can stand as a new request.
 */
export const caseToRevise = async (
  casework: Casework,
  scope: Scope,
  member: RegisteredMember,
  arrival: Arrival,
): Promise<string | undefined> => {
  if (arrival.changes === undefined) return undefined;
  const rows = await casework.workList.ofMember(scope, member.member.memberNumber, 200);
  const asked = new Set(arrival.request.items.map((i) => i.service.code));
  for (const row of rows.filter((r) => r.senderReference === arrival.changes)) {
    const loaded = await loadCase(casework.cases, scope, row.caseId);
    if (loaded?.state.items.some((i) => asked.has(i.service.code))) return row.caseId;
  }
  return undefined;
};

/** Takes an update into its case: the lines as they are now asked for, what came with them, and the criteria read again. */
export const reviseRequest = async (
  casework: Casework,
  arrival: Arrival,
  member: RegisteredMember,
  caseId: string,
): Promise<Received> => {
  const { environment, knowledge } = casework;
  const scope = { tenantId: arrival.tenant.tenantId };
  const asSent = requestOf(arrival, member, casework);
  const files = filesOf(arrival, casework);
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadCase(casework.cases, scope, caseId);
    if (!loaded) throw new Error('a case vanished between two reads');
    const before = loaded.state;
    const request = asContinuedStay(asSent, before);
    const open = revisedItems(before.items, request.items).filter((i) => itemStatus(i) === 'pended');
    // What the sender read out of the chart comes again whole; what people here found out stays.
    const sentBefore = before.facts.filter((f) => f.source.kind === 'resource' || f.source.kind === 'request');
    const kept = before.facts.filter((f) => !sentBefore.includes(f));
    const reading = readCriteria(
      request,
      open,
      [...kept, ...arrival.facts],
      arrival.receivedAt,
      knowledge,
      environment,
    );
    const known = new Set(before.documents.map((d) => d.sha256));
    const fresh = files.filter((f) => !known.has(f.attached.sha256));
    const events = decide(
      {
        type: 'ReviseRequest',
        actor: arrival.actor,
        now: environment.now(),
        occurredAt: arrival.receivedAt,
        items: request.items,
        diagnoses: request.diagnoses,
        ...(request.rationale ? { rationale: request.rationale } : {}),
        messageId: arrival.message.messageId,
        ...(request.senderReference ? { senderReference: request.senderReference } : {}),
        clocks: clocksOnReceipt(request, arrival.tenant, member, casework),
        documents: fresh.map((f) => f.attached),
        facts: [...arrival.facts, ...reading.implied],
        replaces: sentBefore.map((f) => f.id),
        evaluations: reading.items.flatMap((r) => (r.evaluation ? [r.evaluation] : [])),
        automatic: findingsOf(reading, environment),
        overdue: overdueClocks(loaded, casework, environment.now()),
        onDecision: clocksOnDecision(request, environment.now(), casework),
      },
      before,
    );
    if (isRefusal(events)) {
      return { kind: 'problems', problems: [{ what: 'updateNotSupported', text: refusalSentence(events) }] };
    }
    const state = events.reduce((s, e) => evolve(s, e) as Case, before);
    const { outcome, answer } = await writeArrival(casework, arrival, {
      caseId,
      expectedVersion: before.version,
      events,
      state,
      files: fresh,
    });
    switch (outcome.kind) {
      case 'appended':
        return { kind: 'received', caseId, state, answer };
      case 'sameMessage':
        return { kind: 'repeated', answer: outcome.answer };
      case 'messageReused':
        return { kind: 'identifierReused' };
      case 'conflict':
        if (attempt < maxAttempts) continue;
        throw new Error('an update met other writers too many times');
      case 'sameCommand':
        throw new Error('an update carries no command id');
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }
};

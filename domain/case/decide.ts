import type { Actor } from '../actor/actor.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { DecidedBy, Determination } from '../determination/determination.ts';
import {
  type AdverseDecision,
  adverseProblem,
  authorizedProblem,
  type QualifiedPerson,
} from '../determination/guard.ts';
import { mayNot } from './capability.ts';
import type { CaseCommand, CommandOf, ItemDecision } from './command.ts';
import type { CaseEvent, RecordedEvent } from './event.ts';
import { receive } from './receive.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { revise } from './revise.ts';
import type { Case, CaseState } from './state.ts';
import { itemStatus, openInformationRequest } from './status.ts';

type Decided = readonly CaseEvent[] | Refusal;

const blank = (text: string): boolean => text.trim() === '';

const required = (field: string, text: string): Refusal | undefined =>
  blank(text) ? refuse('fieldMissing', { field }) : undefined;

const itemsProblem = (c: Case, sequences: readonly number[]): Refusal | undefined => {
  if (sequences.length === 0) return refuse('itemsMissing');
  const seen = new Set<number>();
  for (const n of sequences) {
    const item = c.items.find((i) => i.sequence === n);
    if (!item) return refuse('itemUnknown', { item: n });
    if (seen.has(n)) return refuse('itemRepeated', { item: n });
    if (itemStatus(item) !== 'pended') return refuse('itemAlreadyDetermined', { item: n });
    seen.add(n);
  }
  return undefined;
};

const decidedBy = (actor: Actor, role: 'medicalDirector' | 'clinicalReviewer'): DecidedBy =>
  actor.kind === 'person'
    ? {
        kind: 'person',
        userId: actor.userId,
        name: actor.name,
        role,
        ...(actor.qualification ? { qualification: actor.qualification } : {}),
      }
    : { kind: 'rule', rule: actor.kind };

const claim = (c: Case, actor: Actor): Decided => {
  if (actor.kind !== 'person') return refuse('personRequired');
  if (c.assignee?.userId === actor.userId) return refuse('alreadyAssigned', { name: actor.name });
  if (c.assignee) return refuse('assignedToAnother', { name: c.assignee.name });
  return [
    {
      type: 'Assigned',
      data: { to: { userId: actor.userId, name: actor.name } },
    },
  ];
};

const assign = (c: Case, command: CommandOf<'Assign'>): Decided => {
  if (c.assignee?.userId === command.to.userId) return refuse('alreadyAssigned', { name: command.to.name });
  return [
    {
      type: 'Assigned',
      data: {
        to: command.to,
        ...(c.assignee ? { from: c.assignee } : {}),
        ...(command.reason ? { reason: command.reason } : {}),
      },
    },
  ];
};

const release = (c: Case, command: CommandOf<'Release'>): Decided =>
  c.assignee
    ? [
        {
          type: 'Released',
          data: {
            from: c.assignee,
            ...(command.reason ? { reason: command.reason } : {}),
          },
        },
      ]
    : refuse('notAssigned');

const setUrgency = (c: Case, command: CommandOf<'SetUrgency'>): Decided => {
  if (command.urgency === c.urgency) return refuse('urgencyUnchanged', { urgency: c.urgency });
  if (command.urgency === 'standard' && c.request.urgencyRequestedBy === 'physician') {
    return refuse('physicianRequestMustBeExpedited');
  }
  const problem = required('basis', command.basis) ?? (command.attested ? undefined : refuse('attestationMissing'));
  if (problem) return problem;
  return [
    {
      type: 'UrgencyChanged',
      data: {
        from: c.urgency,
        to: command.urgency,
        basis: command.basis,
        attested: true,
      },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'urgencyChanged', clocks: command.clocks },
    },
  ];
};

const requestInformation = (c: Case, command: CommandOf<'RequestInformation'>): Decided => {
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

const receiveInformation = (c: Case, command: CommandOf<'ReceiveInformation'>): Decided => {
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

const completeReview = (c: Case, command: CommandOf<'CompleteReview'>): Decided => {
  const sequences = command.outcome === 'approve' ? command.items.map((i) => i.itemSequence) : command.itemSequences;
  const problem = itemsProblem(c, sequences) ?? required('summary', command.summary);
  if (problem) return problem;
  const completed: CaseEvent = {
    type: 'ReviewCompleted',
    data: {
      outcome: command.outcome,
      itemSequences: sequences,
      summary: command.summary,
    },
  };
  if (command.outcome === 'refer') {
    const referred: CaseEvent = {
      type: 'ReferredToPhysician',
      data: {
        itemSequences: sequences,
        reason: command.summary,
        ...(command.specialty ? { specialty: command.specialty } : {}),
      },
    };
    return [completed, referred];
  }
  const determined: CaseEvent[] = [];
  for (const { itemSequence, authorized, criteria } of command.items) {
    const item = c.items.find((i) => i.sequence === itemSequence);
    if (!item) return refuse('itemUnknown', { item: itemSequence });
    const wrong = authorizedProblem(item, {
      outcome: 'approved',
      itemSequence,
      authorized,
    });
    if (wrong) return wrong;
    determined.push({
      type: 'ItemDetermined',
      data: {
        outcome: 'approved',
        itemSequence,
        decidedAt: command.now,
        criteria,
        by: decidedBy(command.actor, 'clinicalReviewer'),
        authorized,
        rationale: command.summary,
      },
    });
  }
  return [completed, ...determined];
};

const adverse = (command: CommandOf<'DetermineItems'>, decision: AdverseDecision): Determination => {
  const person = command.actor as QualifiedPerson;
  return {
    outcome: decision.outcome,
    itemSequence: decision.itemSequence,
    decidedAt: command.now,
    criteria: criteriaOf(command, decision.itemSequence),
    by: {
      kind: 'person',
      userId: person.userId,
      name: person.name,
      role: 'medicalDirector',
      qualification: person.qualification,
    },
    reasonClass: decision.reasonClass,
    reasonCodes: decision.reasonCodes,
    rationale: decision.rationale,
    memberRationale: decision.memberRationale,
    ...(decision.alternatives && !blank(decision.alternatives) ? { alternatives: decision.alternatives } : {}),
    ...(decision.authorized ? { authorized: decision.authorized } : {}),
    evidenceOpened: command.evidenceOpened,
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
  };
};

const criteriaOf = (command: CommandOf<'DetermineItems'>, item: number) =>
  command.criteria.filter((r) => r.itemSequence === item).map(({ itemSequence: _, ...reference }) => reference);

const favourable = (
  command: CommandOf<'DetermineItems'>,
  decision: Extract<ItemDecision, { outcome: 'approved' }>,
): Determination => ({
  outcome: 'approved',
  itemSequence: decision.itemSequence,
  decidedAt: command.now,
  criteria: criteriaOf(command, decision.itemSequence),
  by: decidedBy(command.actor, 'medicalDirector'),
  authorized: decision.authorized,
  ...(decision.rationale ? { rationale: decision.rationale } : {}),
});

const determineItems = (c: Case, command: CommandOf<'DetermineItems'>): Decided => {
  const problem = itemsProblem(
    c,
    command.decisions.map((d) => d.itemSequence),
  );
  if (problem) return problem;
  const determined: CaseEvent[] = [];
  for (const decision of command.decisions) {
    const item = c.items.find((i) => i.sequence === decision.itemSequence);
    if (!item) return refuse('itemUnknown', { item: decision.itemSequence });
    const wrong =
      authorizedProblem(item, decision) ??
      (decision.outcome === 'approved' ? undefined : adverseProblem(command, c, decision));
    if (wrong) return wrong;
    determined.push({
      type: 'ItemDetermined',
      data: decision.outcome === 'approved' ? favourable(command, decision) : adverse(command, decision),
    });
  }
  return determined;
};

const recordNotices = (c: Case, command: CommandOf<'RecordNotices'>): Decided => {
  if (command.notices.length === 0) return refuse('fieldMissing', { field: 'notices' });
  for (const notice of command.notices) {
    for (const n of notice.itemSequences) {
      if (!c.items.some((i) => i.sequence === n && i.determination))
        return refuse('noticeWithoutDetermination', { item: n });
    }
  }
  return command.notices.map((data): CaseEvent => ({ type: 'NoticeIssued', data }));
};

const evaluated = (evaluations: readonly Evaluation[]): readonly CaseEvent[] =>
  evaluations.length > 0 ? [{ type: 'CriteriaEvaluated', data: { evaluations } }] : [];

const recordFacts = (command: CommandOf<'RecordFacts'>): Decided => {
  if (command.facts.length === 0) return refuse('fieldMissing', { field: 'facts' });
  const data = { facts: command.facts, ...(command.replaces ? { replaces: command.replaces } : {}) };
  return [{ type: 'FactsRecorded', data }, ...evaluated(command.evaluations)];
};

const correctReceipt = (c: Case, command: CommandOf<'CorrectReceipt'>): Decided => {
  if (command.receivedAt > command.now) return refuse('receiptInFuture');
  const problem = required('reason', command.reason);
  if (problem) return problem;
  return [
    {
      type: 'ReceiptCorrected',
      data: {
        from: c.receivedAt,
        to: command.receivedAt,
        reason: command.reason,
      },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'receiptCorrected', clocks: command.clocks },
    },
  ];
};

const onCase = (c: Case, command: Exclude<CaseCommand, { type: 'ReceiveRequest' }>): Decided => {
  const no = mayNot(command.type, command.actor, c);
  if (no) return no;
  switch (command.type) {
    case 'ReviseRequest':
      return revise(c, command);
    case 'AttachDocument':
      return [{ type: 'DocumentAttached', data: command.document }];
    case 'RecordFacts':
      return recordFacts(command);
    case 'EvaluateCriteria':
      return command.evaluations.length === 0
        ? refuse('fieldMissing', { field: 'evaluations' })
        : [
            {
              type: 'CriteriaEvaluated',
              data: { evaluations: command.evaluations },
            },
          ];
    case 'Assign':
      return assign(c, command);
    case 'Claim':
      return claim(c, command.actor);
    case 'Release':
      return release(c, command);
    case 'SetUrgency':
      return setUrgency(c, command);
    case 'RequestInformation':
      return requestInformation(c, command);
    case 'ReceiveInformation':
      return receiveInformation(c, command);
    case 'CompleteReview':
      return completeReview(c, command);
    case 'DetermineItems':
      return determineItems(c, command);
    case 'RecordNotices':
      return recordNotices(c, command);
    case 'Withdraw':
      return (
        required('requestedBy', command.requestedBy) ??
        required('reason', command.reason) ?? [
          {
            type: 'Withdrawn',
            data: { requestedBy: command.requestedBy, reason: command.reason },
          },
        ]
      );
    case 'Void':
      return (
        required('reason', command.reason) ?? [
          {
            type: 'Voided',
            data: {
              reason: command.reason,
              ...(command.duplicateOfCaseId ? { duplicateOfCaseId: command.duplicateOfCaseId } : {}),
            },
          },
        ]
      );
    case 'CorrectReceipt':
      return correctReceipt(c, command);
    case 'AddNote':
      return (
        required('text', command.text) ?? [
          {
            type: 'NoteAdded',
            data: { noteId: command.noteId, text: command.text },
          },
        ]
      );
    default: {
      const never: never = command;
      return never;
    }
  }
};

/**
 * What happens when `command` meets `state`: new events, or a refusal with a code and facts. Pure; `command.now` is the only clock.
 * Every rule about a case is here or in what this calls.
 */
export const decide = (command: CaseCommand, state: CaseState): readonly RecordedEvent[] | Refusal => {
  const decided =
    command.type === 'ReceiveRequest'
      ? state.kind === 'none'
        ? receive(command)
        : refuse('caseExists')
      : state.kind === 'none'
        ? refuse('caseNotFound')
        : onCase(state, command);
  if (isRefusal(decided)) return decided;
  return decided.map((e) => ({
    ...e,
    actor: command.actor,
    ...(command.onBehalfOf ? { onBehalfOf: command.onBehalfOf } : {}),
    occurredAt: command.occurredAt ?? command.now,
    recordedAt: command.now,
  }));
};

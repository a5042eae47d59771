import { actorName } from '../actor/actor.ts';
import { evolveAppeal } from '../appeal/evolve.ts';
import { evolveCaseManagement } from '../caseManagement/evolve.ts';
import { isSuperseded } from '../clock/lines.ts';
import { evolveCoverageEnd } from '../coverageEnd/evolve.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import { evolveDelivery } from '../delivery/evolve.ts';
import { evolveExtraction } from '../extraction/evolve.ts';
import { evolveIntake } from '../intake/evolve.ts';
import { evolvePart2 } from '../part2/evolve.ts';
import { evolvePeerToPeer } from '../peerToPeer/evolve.ts';
import { evolvePhysician } from '../physician/evolve.ts';
import { evolveReopening } from '../reopening/evolve.ts';
import { evolveStay, takeBackDays } from '../stay/evolve.ts';
import { newStay } from '../stay/stay.ts';
import { evolveSuggestion } from '../suggestion/evolve.ts';
import type { RecordedEvent } from './event.ts';
import { revisedItems } from './revise.ts';
import { type Case, type CaseItem, type CaseState, noCase, nothingYet } from './state.ts';

const begin = (e: Extract<RecordedEvent, { type: 'RequestReceived' }>): Case => ({
  kind: 'case',
  version: 1,
  caseNumber: e.data.caseNumber,
  request: e.data.request,
  receivedAt: e.data.request.receivedAt,
  urgency: e.data.request.urgency,
  items: e.data.request.items.map((i) => ({
    ...i,
    earlierDeterminations: [],
    cancelled: i.cancelled === true,
  })),
  ...nothingYet,
  ...(e.data.request.stay ? { stay: newStay(e.data.request.stay) } : {}),
  lastEventAt: e.recordedAt,
});

const withItem = (c: Case, sequence: number, change: (i: CaseItem) => CaseItem): Case => ({
  ...c,
  items: c.items.map((i) => (i.sequence === sequence ? change(i) : i)),
});

const latestEvaluations = (before: readonly Evaluation[], now: readonly Evaluation[]): readonly Evaluation[] => [
  ...before.filter((b) => !now.some((n) => n.itemSequence === b.itemSequence && n.criteria.setId === b.criteria.setId)),
  ...now,
];

const without = <K extends keyof Case>(c: Case, key: K): Case => {
  const { [key]: _removed, ...rest } = c;
  return rest as Case;
};

/** A person has settled who has it; the team stays. */
const taken = (c: Case): Case => {
  if (!c.routed) return c;
  const { toUserId: _toUserId, ...routed } = c.routed;
  return { ...c, routed };
};

const apply = (c: Case, e: RecordedEvent): Case => {
  switch (e.type) {
    case 'RequestReceived':
      throw new Error('a case is received once');
    case 'RequestRevised': {
      const { items, diagnoses, rationale, messageId, senderReference } = e.data;
      return {
        ...c,
        request: {
          ...c.request,
          diagnoses,
          messageId,
          ...(rationale ? { rationale } : {}),
          ...(senderReference ? { senderReference } : {}),
        },
        items: revisedItems(c.items, items),
      };
    }
    case 'ClocksStarted':
      return {
        ...c,
        supersededClocks: [...c.supersededClocks, ...c.clocks.filter((k) => isSuperseded(k, e.data))],
        clocks: [...c.clocks.filter((k) => !isSuperseded(k, e.data)), ...e.data.clocks],
      };
    case 'ClockExtended':
      return { ...c, extensions: [...c.extensions, { ...e.data, takenAt: e.occurredAt }] };
    case 'DeadlineMissed':
      return { ...c, missedDeadlines: [...c.missedDeadlines, e.data] };
    case 'DocumentAttached':
      return { ...c, documents: [...c.documents, e.data] };
    case 'FactsRecorded': {
      const replaced = new Set(e.data.replaces ?? []);
      return {
        ...c,
        facts: [...c.facts.filter((f) => !replaced.has(f.id)), ...e.data.facts],
      };
    }
    case 'CriteriaEvaluated':
      return {
        ...c,
        evaluations: latestEvaluations(c.evaluations, e.data.evaluations),
      };
    case 'UrgencyChanged':
      return {
        ...c,
        urgency: e.data.to,
        expediteRefusals: e.data.refusal
          ? [...c.expediteRefusals, { reason: e.data.basis, at: e.occurredAt, ...e.data.refusal }]
          : c.expediteRefusals,
      };
    case 'InformationRequested':
      return {
        ...c,
        informationRequests: [...c.informationRequests, { ...e.data, sentAt: e.occurredAt }],
      };
    case 'InformationReceived':
      return {
        ...c,
        informationRequests: c.informationRequests.map((r) =>
          r.requestId === e.data.requestId ? { ...r, answeredAt: e.occurredAt, summary: e.data.summary } : r,
        ),
      };
    case 'Assigned':
      return { ...taken(c), assignee: e.data.to };
    case 'Released':
      return without(c, 'assignee');
    case 'OwnerReminded':
    case 'InformationLinkMade':
      return c;
    case 'ReviewCompleted':
      return {
        ...c,
        reviews: [
          ...c.reviews,
          {
            outcome: e.data.outcome,
            by: actorName(e.actor),
            ...(e.actor.kind === 'person' ? { byUserId: e.actor.userId } : {}),
            summary: e.data.summary,
            at: e.occurredAt,
          },
        ],
      };
    case 'ReferredToPhysician':
      return {
        // The nurse's work on it is done; a physician claims it anew.
        ...without(c, 'assignee'),
        referred: [
          ...c.referred.filter((r) => !e.data.itemSequences.includes(r.itemSequence)),
          ...e.data.itemSequences.map((itemSequence) => ({
            itemSequence,
            reason: e.data.reason,
            ...(e.data.specialty ? { specialty: e.data.specialty } : {}),
            at: e.occurredAt,
            by: actorName(e.actor),
          })),
        ],
      };
    case 'ItemDetermined':
      return {
        ...withItem(c, e.data.itemSequence, (i) => ({
          ...i,
          determination: e.data,
          earlierDeterminations: i.determination
            ? [...i.earlierDeterminations, i.determination]
            : i.earlierDeterminations,
        })),
        notices: c.notices.map((n) =>
          n.itemSequences.includes(e.data.itemSequence) && !e.data.onReview
            ? { ...n, outdatedFor: [...n.outdatedFor, e.data.itemSequence] }
            : n,
        ),
      };
    case 'NoticeIssued':
      return {
        ...c,
        notices: [...c.notices, { ...e.data, issuedAt: e.occurredAt, outdatedFor: [] }],
        extensions:
          e.data.kind === 'extension'
            ? c.extensions.map((x) => (x.clockId === e.data.clockId ? { ...x, noticeIssuedAt: e.occurredAt } : x))
            : c.extensions,
        expediteRefusals:
          e.data.kind === 'expediteRefused'
            ? c.expediteRefusals.map((r) => ({ noticeIssuedAt: e.occurredAt, ...r }))
            : c.expediteRefusals,
        missedDeadlines:
          e.data.kind === 'lapse'
            ? c.missedDeadlines.map((m) => (m.clockId === e.data.clockId ? { ...m, noticeIssuedAt: e.occurredAt } : m))
            : c.missedDeadlines,
      };
    case 'Withdrawn':
      if (c.stay && c.items.some((i) => i.determination)) return takeBackDays(c, c.stay, e);
      return {
        ...c,
        withdrawn: { reason: e.data.reason, at: e.occurredAt },
        items: c.items.map((i) => (i.determination ? i : { ...i, cancelled: true })),
      };
    case 'Voided':
      return {
        ...c,
        voided: {
          reason: e.data.reason,
          at: e.occurredAt,
          ...(e.data.duplicateOfCaseId ? { duplicateOfCaseId: e.data.duplicateOfCaseId } : {}),
        },
        items: c.items.map((i) => (i.determination ? i : { ...i, cancelled: true })),
      };
    case 'ReceiptCorrected':
      return { ...c, receivedAt: e.data.to };
    case 'NoteAdded':
      return {
        ...c,
        notes: [
          ...c.notes,
          {
            noteId: e.data.noteId,
            text: e.data.text,
            by: actorName(e.actor),
            at: e.occurredAt,
          },
        ],
      };
    case 'CoverageEndPlanned':
    case 'CoverageEndWithdrawn':
    case 'MedicareNoticeDelivered':
    case 'QioReviewRequested':
    case 'CoverageEndExplained':
    case 'QioReviewDecided':
      return evolveCoverageEnd(c, e);
    case 'AppealFiled':
    case 'ReconsiderationRequested':
    case 'ReconsiderationDecided':
    case 'AppealStandingShown':
    case 'AppealLateFilingDecided':
    case 'AppealExpediteAsked':
    case 'AppealExpediteRefused':
    case 'AppealExtended':
    case 'AppealExhibitAdded':
    case 'AppealReviewerAssigned':
    case 'AppealInformationAsked':
    case 'AppealInformationReceived':
    case 'AppealEvidenceShared':
    case 'AppealDecided':
    case 'AppealDismissed':
    case 'AppealWithdrawn':
    case 'ReviewOrganizationNamed':
    case 'AppealForwarded':
    case 'ExternalAnswerChased':
    case 'ExternalDecisionReceived':
    case 'AppealEffectuated':
    case 'AidContinuingDecided':
    case 'AidContinuingEnded':
      return evolveAppeal(c, e);
    case 'CaseManagementReferred':
    case 'CaseManagementAccepted':
    case 'CaseManagementClosed':
      return evolveCaseManagement(c, e);
    case 'ExtractedFactAnswered':
      return evolveExtraction(c, e);
    case 'Part2Marked':
      return evolvePart2(c, e);
    case 'SuggestionAnswered':
      return evolveSuggestion(c, e);
    case 'PhysicianSought':
      return evolvePhysician(c, e);
    case 'PossibleDuplicatesFound':
    case 'DuplicateRuledOut':
    case 'CaseRouted':
    case 'DocumentKindSet':
      return evolveIntake(c, e);
    case 'IntentToDenyRecorded':
    case 'PeerToPeerOffered':
    case 'PeerToPeerScheduled':
    case 'PeerToPeerTimesProposed':
    case 'PeerToPeerAttempted':
    case 'PeerToPeerHeld':
    case 'PeerToPeerMissed':
    case 'PeerToPeerDeclined':
    case 'PeerToPeerTold':
    case 'PeerToPeerEscalated':
      return evolvePeerToPeer(c, e);
    case 'NoticeDeliveryQueued':
    case 'NoticeDeliverySent':
    case 'NoticeDeliveryFailed':
    case 'NoticeDeliveryAnnounced':
    case 'NoticeDeliveryPrinted':
    case 'NoticeDeliveryMailed':
    case 'NoticeDeliveryConfirmed':
    case 'NoticeDeliveryReturned':
    case 'NoticeDeliveryViewed':
    case 'NoticeDeliveryClosed':
    case 'OralNoticeGiven':
      return evolveDelivery(c, e);
    case 'StayBegun':
    case 'AdmissionCorrected':
    case 'AdmissionCancelled':
    case 'ContinuedStayRequested':
    case 'ClinicalUpdateReceived':
    case 'ClinicalUpdateChased':
    case 'LevelOfCareChanged':
    case 'TransitionAssessed':
    case 'DischargeRecorded':
    case 'DischargeCorrected':
    case 'DischargeCancelled':
      return evolveStay(c, e);
    case 'ItemReopened':
      return evolveReopening(c, e);
    default: {
      const never: never = e;
      throw new Error(`unknown event ${(never as RecordedEvent).type}`);
    }
  }
};

/** The state after one more event. Throws only when the log itself is impossible (a bug or a damaged store). */
export const evolve = (state: CaseState, e: RecordedEvent): CaseState => {
  if (state.kind === 'none') {
    if (e.type !== 'RequestReceived') throw new Error(`a case begins with RequestReceived, not ${e.type}`);
    return begin(e);
  }
  return {
    ...apply(state, e),
    version: state.version + 1,
    lastEventAt: e.recordedAt,
  };
};

export const fold = (events: readonly RecordedEvent[]): CaseState => events.reduce(evolve, noCase);

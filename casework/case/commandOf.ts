import type { CaseCommand } from '@openum/domain/case/command.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { appealCommandOf } from '../appeal/commandOf.ts';
import { caseClock } from '../clock/receipts.ts';
import { clocksAnew } from '../clock/start.ts';
import { coverageEndCommandOf } from '../coverageEnd/commandOf.ts';
import { reevaluate } from '../criteria/reevaluate.ts';
import { deliveryCommandOf } from '../delivery/commandOf.ts';
import { completeReviewOf, determineOf } from '../determination/commandOf.ts';
import { pagesBeyond } from '../document/pagesBeyond.ts';
import { extractionCommandOf } from '../extraction/act.ts';
import { recordFactsOf } from '../fact/given.ts';
import { receiveInformationOf, requestInformationOf } from '../information/commandOf.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { peerToPeerCommandOf } from '../peerToPeer/commandOf.ts';
import { physicianCommandOf } from '../physician/commandOf.ts';
import { reopeningCommandOf } from '../reopening/act.ts';
import { routeAgain } from '../routing/route.ts';
import { stayCommandOf } from '../stay/commandOf.ts';
import { suggestionCommandOf } from '../suggestion/commandOf.ts';
import { urgencyCommandOf } from '../urgency/commandOf.ts';
import type { Act, Acting } from './act.ts';
import { assignOf } from './assignOf.ts';
import { momentOf } from './given.ts';
import type { LoadedCase } from './load.ts';
import { voidOf } from './voidOf.ts';

type CommandBody = CaseCommand extends infer C ? (C extends CaseCommand ? Omit<C, 'actor' | 'now'> : never) : never;

const bodyOf = async (act: Act, acting: Acting, loaded: LoadedCase): Promise<CommandBody | Refusal> => {
  const { environment } = acting.casework;
  const c = loaded.state;
  switch (act.type) {
    case 'Claim':
    case 'Withdraw':
    case 'RemindOwner':
      return act;
    case 'Release':
      return { type: 'Release', ...(act.reason ? { reason: act.reason } : {}) };
    case 'Assign':
      return assignOf(act, acting);
    case 'SetUrgency':
      return urgencyCommandOf(act, acting, c);
    case 'RecordFacts':
      return recordFactsOf(act, acting, loaded);
    case 'EvaluateCriteria':
      return {
        type: 'EvaluateCriteria',
        evaluations: reevaluate(c, c.facts, acting),
      };
    case 'ExtendClock': {
      const started = c.clocks.find((k) => k.clockId === act.clockId);
      if (!started) return refuse('clockUnknown', { clock: act.clockId });
      const { rule, calendar } = caseClock(started, acting.casework.knowledge);
      const { clockId, ground, reason, by } = act;
      return { type: 'ExtendClock', clockId, ground, reason, ...(by ? { by } : {}), rule, calendar };
    }
    case 'RequestInformation':
      return requestInformationOf(act, acting);
    case 'ReceiveInformation':
      return receiveInformationOf(act, acting, loaded);
    case 'CompleteReview':
      return completeReviewOf(act, acting, c) as CommandBody;
    case 'DetermineItems':
      return determineOf(act, acting, loaded);
    case 'Void':
      return voidOf(act, acting, loaded);
    case 'CorrectReceipt': {
      const receivedAt = momentOf('receivedAt', act.receivedAt);
      if (isRefusal(receivedAt)) return receivedAt;
      // Clocks that run from the request to expedite do not depend on the receipt.
      const expedited = c.clocks.find((k) => k.startEvent === 'expediteRequested');
      const clocks = expedited
        ? await clocksAnew(c, 'expediteRequested', expedited.startedAt, c.urgency, acting)
        : await clocksAnew(c, 'requestReceived', receivedAt, c.urgency, acting);
      return { ...act, receivedAt, clocks };
    }
    case 'RuleOutDuplicate':
      return act;
    case 'SetDocumentKind':
      return (await pagesBeyond(acting, loaded.caseId, act)) ?? act;
    case 'RouteAgain':
      return routeAgain(act, acting, c);
    case 'AddNote':
      return { type: 'AddNote', noteId: environment.newId(), text: act.text };
    case 'PlanCoverageEnd':
    case 'ReduceAuthorization':
    case 'WithdrawCoverageEnd':
    case 'RecordMedicareNotice':
    case 'RecordQioRequest':
    case 'ExplainCoverageEnd':
    case 'RecordQioDecision':
      return coverageEndCommandOf(act, acting, loaded);
    case 'BeginStay':
    case 'CorrectAdmission':
    case 'CancelAdmission':
    case 'RequestContinuedStay':
    case 'RecordClinicalUpdate':
    case 'ChaseClinicalUpdate':
    case 'ChangeLevelOfCare':
    case 'AssessTransition':
    case 'RecordDischarge':
    case 'CancelDischarge':
      return stayCommandOf(act, acting, c);
    case 'ReopenItem':
      return reopeningCommandOf(act, acting, loaded);
    case 'AnswerExtractedFact':
      return extractionCommandOf(act, acting, loaded);
    case 'MarkPart2': {
      const { documentIds, ...mark } = act;
      return { ...mark, ...(documentIds ? { documentIds } : {}) };
    }
    case 'AnswerSuggestion':
      return suggestionCommandOf(act, acting, loaded);
    case 'ReferToCaseManagement':
      return { ...act, referralId: environment.newId() };
    case 'AcceptCaseManagement':
    case 'CloseCaseManagement':
      return act;
    case 'AssignPhysician':
      return physicianCommandOf(act, acting, c);
    case 'ReportDelivery':
    case 'GiveOralNotice':
      return deliveryCommandOf(act, acting, c);
    case 'FileAppeal':
    case 'ShowAppealStanding':
    case 'AcceptLateAppeal':
    case 'AskExpeditedAppeal':
    case 'RefuseExpeditedAppeal':
    case 'ExtendAppeal':
    case 'AddAppealExhibit':
    case 'AssignAppealReviewer':
    case 'AskAppealInformation':
    case 'ReceiveAppealInformation':
    case 'ShareAppealEvidence':
    case 'DecideAppeal':
    case 'DismissAppeal':
    case 'WithdrawAppeal':
    case 'NameReviewOrganization':
    case 'ChaseExternalAnswer':
    case 'ReceiveExternalDecision':
    case 'EffectuateAppeal':
    case 'DecideAidContinuing':
    case 'EndAidContinuing':
    case 'RequestReconsideration':
    case 'DecideReconsideration':
      return appealCommandOf(act, acting, loaded);
    case 'RecordIntentToDeny':
    case 'OfferPeerToPeer':
    case 'SchedulePeerToPeer':
    case 'ProposePeerToPeerTimes':
    case 'LogPeerToPeerAttempt':
    case 'RecordPeerToPeerHeld':
    case 'RecordPeerToPeerMissed':
    case 'DeclinePeerToPeer':
    case 'EscalatePeerToPeer':
      return peerToPeerCommandOf(act, acting, c);
    default: {
      const never: never = act;
      return never;
    }
  }
};

/** The command of an act on the case as it now stands. */
export const commandOf = async (act: Act, given: Acting, loaded: LoadedCase): Promise<CaseCommand | Refusal> => {
  const casework = await withOwnCriteria(given.casework, { tenantId: given.tenant.tenantId });
  const acting: Acting = { ...given, casework };
  const body = await bodyOf(act, acting, loaded);
  if (isRefusal(body)) return body;
  const { actor, now, onBehalfOf } = acting;
  return { ...body, actor, now, ...(onBehalfOf ? { onBehalfOf } : {}) } as CaseCommand;
};

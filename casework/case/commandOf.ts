import type { CaseCommand } from '@openum/domain/case/command.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { declaredConflict } from '@openum/domain/matching/party.ts';
import {
  type CalendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
} from '@openum/domain/time/instant.ts';
import { appealCommandOf } from '../appeal/commandOf.ts';
import { caseClock } from '../clock/receipts.ts';
import { clocksAnew, clocksOfRefusal } from '../clock/start.ts';
import { coverageEndCommandOf } from '../coverageEnd/commandOf.ts';
import { reevaluate } from '../criteria/reevaluate.ts';
import { deliveryCommandOf } from '../delivery/commandOf.ts';
import { criteriaOf, requirementFor } from '../determination/basis.ts';
import { authorizedOf, citedIn, decisionsOf } from '../determination/given.ts';
import { pagesBeyond } from '../document/pagesBeyond.ts';
import { sourceOf } from '../document/quote.ts';
import { extractionCommandOf } from '../extraction/act.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { demandOf } from '../peerToPeer/basis.ts';
import { peerToPeerCommandOf } from '../peerToPeer/commandOf.ts';
import { physicianCommandOf } from '../physician/commandOf.ts';
import { reopeningCommandOf } from '../reopening/act.ts';
import { locksOf } from '../reopening/basis.ts';
import { routeAgain } from '../routing/route.ts';
import { stayCommandOf } from '../stay/commandOf.ts';
import { suggestionCommandOf } from '../suggestion/commandOf.ts';
import { toldOf } from '../urgency/told.ts';
import type { Act, Acting, GivenFact } from './act.ts';
import { momentOf } from './given.ts';
import type { LoadedCase } from './load.ts';

const measuredAt = (text: string): Instant | CalendarDate =>
  isCalendarDateText(text) ? (text as CalendarDate) : instant(text);

const factsOf = async (
  given: readonly GivenFact[],
  acting: Acting,
  { caseId, state }: LoadedCase,
): Promise<readonly Fact[] | Refusal> => {
  const { environment, knowledge } = acting.casework;
  const undated = given.find((g) => g.at && !isCalendarDateText(g.at) && !isInstantText(g.at));
  if (undated) return refuse('fieldInvalid', { field: `fact ${undated.key}`, problem: 'at must be a day or a moment' });
  const scope = { tenantId: acting.tenant.tenantId };
  const facts: Fact[] = [];
  for (const g of given) {
    const source = await sourceOf(acting.casework, scope, caseId, state, g, acting.actor);
    if (isRefusal(source)) return source;
    const fact: Fact = {
      id: environment.newId(),
      key: g.key,
      value: g.value,
      ...(g.at ? { at: measuredAt(g.at) } : {}),
      ...(g.qualifiers ? { qualifiers: g.qualifiers } : {}),
      source,
    };
    const problem = factProblem(fact, knowledge.facts);
    if (problem) return refuse('fieldInvalid', { field: `fact ${fact.key}`, problem });
    facts.push(fact);
  }
  return facts;
};

const assign = async (act: Extract<Act, { type: 'Assign' }>, acting: Acting) => {
  const to = await acting.casework.identity.user({ tenantId: acting.tenant.tenantId }, act.toUserId);
  if (!to?.active) return refuse('fieldInvalid', { field: 'toUserId', problem: 'there is no such active user' });
  return {
    type: 'Assign',
    to: { userId: to.userId, name: to.name },
    ...(act.reason ? { reason: act.reason } : {}),
  } as const;
};

const determine = async (act: Extract<Act, { type: 'DetermineItems' }>, acting: Acting, loaded: LoadedCase) => {
  const scope = { tenantId: acting.tenant.tenantId };
  const known = acting.casework.knowledge.notices.decisionReasons;
  for (const d of act.decisions) {
    const code = d.outcome === 'approved' ? undefined : d.reasonCodes.find((r) => !known.has(r));
    if (code !== undefined) return refuse('reasonCodeUnknown', { item: d.itemSequence, code });
  }
  const { conflicts } = await acting.casework.physicians.file(scope, acting.actor.userId);
  const conflict = declaredConflict(conflicts, loaded.state);
  return {
    type: 'DetermineItems',
    ...(conflict ? { declaredConflict: conflict.kind === 'member' ? 'this member' : conflict.name } : {}),
    decisions: decisionsOf(act.decisions, acting),
    criteria: [...criteriaOf(loaded.state), ...citedIn(act.decisions)],
    requirement: requirementFor(loaded.state, acting.casework.knowledge),
    peerToPeer: demandOf(loaded.state, acting.casework.knowledge, acting.now),
    approvalLocks: locksOf(loaded.state, acting.casework.knowledge),
    attestation: act.attestation,
    evidenceOpened: await acting.casework.readLog.openedBy(scope, loaded.caseId, acting.actor.userId),
  } as const;
};

const completeReview = (act: Extract<Act, { type: 'CompleteReview' }>, acting: Acting, c: Case) => {
  if (act.outcome === 'refer') {
    const { specialty, ...rest } = act;
    return { ...rest, ...(specialty ? { specialty } : {}) };
  }
  const criteria = criteriaOf(c);
  return {
    ...act,
    items: act.items.map((i) => ({
      itemSequence: i.itemSequence,
      authorized: authorizedOf(i.authorized, acting),
      criteria: criteria.filter((r) => r.itemSequence === i.itemSequence).map(({ itemSequence: _, ...r }) => r),
    })),
  };
};

/** The rule by which the member of this line of business is told of a refusal to expedite, where there is one. */
const refusalCitation = (c: Case, { notices }: Knowledge): string | undefined =>
  notices.matrix.demands.find(
    (d) =>
      d.kind === 'expediteRefused' &&
      d.element === 'expediteRefusalReason' &&
      (d.linesOfBusiness === 'any' || d.linesOfBusiness.includes(c.request.coverage.lineOfBusiness)),
  )?.citation;

/** A duplicate is one of a case that stands, of the same member. */
const voidAct = async (
  act: Extract<Act, { type: 'Void' }>,
  { casework, tenant }: Acting,
  { caseId, state }: LoadedCase,
) => {
  const { reason, duplicateOfCaseId: of } = act;
  if (of === undefined) return { type: 'Void', reason } as const;
  const wrong = (problem: string) => refuse('fieldInvalid', { field: 'duplicateOfCaseId', problem });
  const original = (await casework.cases.rows({ tenantId: tenant.tenantId }, of))?.case;
  if (of === caseId || original?.memberNumber !== state.request.member.memberNumber)
    return wrong('choose another case of the same member');
  if (original.status === 'voided') return wrong('that case was voided itself');
  return { type: 'Void', reason, duplicateOfCaseId: of } as const;
};

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
      return assign(act, acting);
    case 'SetUrgency': {
      const event = act.urgency === 'expedited' ? 'expediteRequested' : 'requestReceived';
      const at = act.urgency === 'expedited' ? acting.now : c.receivedAt;
      const clocks = await clocksAnew(c, event, at, act.urgency, acting);
      const citation = refusalCitation(c, acting.casework.knowledge);
      const told = toldOf(act.told);
      if (isRefusal(told)) return told;
      const { type, urgency, basis, attested } = act;
      const notice = citation && { citation, clocks: clocksOfRefusal(c, told?.at ?? acting.now, acting) };
      return {
        type,
        urgency,
        basis,
        attested,
        clocks,
        ...(notice ? { refusalNotice: notice } : {}),
        ...(told ? { told } : {}),
      };
    }
    case 'RecordFacts': {
      const facts = await factsOf(act.facts, acting, loaded);
      if (isRefusal(facts)) return facts;
      const replaced = new Set(act.replaces ?? []);
      const known = [...c.facts.filter((f) => !replaced.has(f.id)), ...facts];
      return {
        type: 'RecordFacts',
        facts,
        ...(act.replaces ? { replaces: act.replaces } : {}),
        evaluations: reevaluate(c, known, acting),
      };
    }
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
    case 'RequestInformation': {
      const dueAt = momentOf('dueAt', act.dueAt);
      if (isRefusal(dueAt)) return dueAt;
      return {
        type: 'RequestInformation',
        requestId: environment.newId(),
        items: act.items.map(({ text, itemSequence, leafPath }) => ({
          text,
          ...(itemSequence === undefined ? {} : { itemSequence }),
          ...(leafPath === undefined ? {} : { leafPath }),
        })),
        ...(act.message ? { message: act.message } : {}),
        dueAt,
      };
    }
    case 'ReceiveInformation': {
      const facts = await factsOf(act.facts, acting, loaded);
      if (isRefusal(facts)) return facts;
      const evaluations = facts.length > 0 ? reevaluate(c, [...c.facts, ...facts], acting) : [];
      return {
        type: 'ReceiveInformation',
        requestId: act.requestId,
        summary: act.summary,
        documents: [],
        facts,
        evaluations,
      };
    }
    case 'CompleteReview':
      return completeReview(act, acting, c) as CommandBody;
    case 'DetermineItems':
      return determine(act, acting, loaded);
    case 'Void':
      return voidAct(act, acting, loaded);
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

import { decideAppealAct } from '../appeal/decide.ts';
import { assign, claim, release, remindOwner } from '../assignment/decide.ts';
import { decideCaseManagement } from '../caseManagement/decide.ts';
import { correctReceipt, extendClock } from '../clock/decide.ts';
import { noteMissedDeadline } from '../clock/lapse.ts';
import type { StartedClock } from '../clock/started.ts';
import { decideCoverageEnd } from '../coverageEnd/decide.ts';
import { evaluateCriteria, recordFacts } from '../criteria/decide.ts';
import { decideDelivery } from '../delivery/decide.ts';
import { determineItems } from '../determination/decide.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import { answerExtractedFact } from '../extraction/decide.ts';
import { attachDocument, makeInformationLink, receiveInformation, requestInformation } from '../information/decide.ts';
import { decideIntake } from '../intake/decide.ts';
import { recordNotices } from '../notice/decide.ts';
import { decidePart2 } from '../part2/decide.ts';
import { decidePeerToPeer } from '../peerToPeer/decide.ts';
import { assignPhysician } from '../physician/decide.ts';
import { reopenItem } from '../reopening/decide.ts';
import { completeReview } from '../review/decide.ts';
import { decideStay } from '../stay/decide.ts';
import { decideSuggestion } from '../suggestion/decide.ts';
import { setUrgency } from '../urgency/decide.ts';
import { mayNot } from './capability.ts';
import type { CaseCommand } from './command.ts';
import { type Decided, required } from './decided.ts';
import type { CaseEvent, RecordedEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { receive } from './receive.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { revise } from './revise.ts';
import type { Case, CaseState } from './state.ts';

const onCase = (c: Case, command: Exclude<CaseCommand, { type: 'ReceiveRequest' }>): Decided => {
  const no = mayNot(command.type, command.actor, c, command.onBehalfOf);
  if (no) return no;
  switch (command.type) {
    case 'ReviseRequest':
      return revise(c, command);
    case 'AttachDocument':
      return attachDocument(c, command);
    case 'RecordFacts':
      return recordFacts(command);
    case 'EvaluateCriteria':
      return evaluateCriteria(command);
    case 'Assign':
      return assign(c, command);
    case 'Claim':
      return claim(c, command.actor);
    case 'Release':
      return release(c, command);
    case 'RemindOwner':
      return remindOwner(c, command);
    case 'SetUrgency':
      return setUrgency(c, command);
    case 'ExtendClock':
      return extendClock(c, command);
    case 'NoteMissedDeadline':
      return noteMissedDeadline(c, command);
    case 'RequestInformation':
      return requestInformation(c, command);
    case 'ReceiveInformation':
      return receiveInformation(c, command);
    case 'MakeInformationLink':
      return makeInformationLink(c, command);
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
    case 'PlanCoverageEnd':
    case 'ReduceAuthorization':
    case 'WithdrawCoverageEnd':
    case 'RecordMedicareNotice':
    case 'RecordQioRequest':
    case 'ExplainCoverageEnd':
    case 'RecordQioDecision':
      return decideCoverageEnd(c, command);
    case 'ReferToCaseManagement':
    case 'AcceptCaseManagement':
    case 'CloseCaseManagement':
      return decideCaseManagement(c, command);
    case 'AnswerExtractedFact':
      return answerExtractedFact(c, command);
    case 'MarkPart2':
      return decidePart2(c, command);
    case 'AnswerSuggestion':
      return decideSuggestion(c, command);
    case 'RuleOutDuplicate':
    case 'RouteCase':
    case 'SetDocumentKind':
      return decideIntake(c, command);
    case 'AssignPhysician':
      return assignPhysician(c, command);
    case 'RecordIntentToDeny':
    case 'OfferPeerToPeer':
    case 'SchedulePeerToPeer':
    case 'ProposePeerToPeerTimes':
    case 'LogPeerToPeerAttempt':
    case 'RecordPeerToPeerHeld':
    case 'RecordPeerToPeerMissed':
    case 'DeclinePeerToPeer':
    case 'TellPeerToPeer':
    case 'EscalatePeerToPeer':
      return decidePeerToPeer(c, command);
    case 'ReportDelivery':
    case 'RecordNoticeViewed':
    case 'GiveOralNotice':
      return decideDelivery(c, command);
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
    case 'ForwardAppeal':
    case 'ChaseExternalAnswer':
    case 'ReceiveExternalDecision':
    case 'EffectuateAppeal':
    case 'DecideAidContinuing':
    case 'EndAidContinuing':
    case 'RequestReconsideration':
    case 'DecideReconsideration':
      return decideAppealAct(c, command);
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
      return decideStay(c, command);
    case 'ReopenItem':
      return reopenItem(c, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};

const recorded = (events: readonly CaseEvent[], command: CaseCommand): readonly RecordedEvent[] =>
  events.map((e) => ({
    ...e,
    actor: command.actor,
    ...(command.onBehalfOf ? { onBehalfOf: command.onBehalfOf } : {}),
    occurredAt: command.occurredAt ?? command.now,
    recordedAt: command.now,
  }));

/** The time to tell of a decision begins with it, where a rule says so. */
const clocksToTell = (events: readonly CaseEvent[], { onDecision }: CaseCommand): readonly CaseEvent[] => {
  const made = events.flatMap((e) =>
    e.type === 'ItemDetermined' && !e.data.onReview && e.data.outcome !== 'notRequired' ? [e.data] : [],
  );
  const on = (clocks: readonly StartedClock[] = [], decided: readonly Determination[]) =>
    decided.length === 0 ? [] : clocks.map((k) => ({ ...k, itemSequences: decided.map((d) => d.itemSequence) }));
  const clocks = [
    ...on(onDecision?.decisionMade, made),
    ...on(onDecision?.adverseDecisionMade, made.filter(isAdverse)),
  ];
  return clocks.length === 0 ? [] : [{ type: 'ClocksStarted', data: { because: 'decided', clocks } }];
};

/** The clock had been met, noted, stopped or superseded before: nothing ran out unseen. */
const nothingToNote: readonly Refusal['code'][] = [
  'clockUnknown',
  'deadlineAlreadyNoted',
  'deadlineNotMissed',
  'notAllowedInStatus',
];

/** What the sweep would have noted, had it come a moment before this command. */
const missedBefore = (command: CaseCommand, c: Case): readonly RecordedEvent[] | Refusal => {
  let state = c;
  const events: RecordedEvent[] = [];
  for (const lapsed of command.overdue ?? []) {
    const note = {
      type: 'NoteMissedDeadline',
      actor: { kind: 'system', component: 'clock' },
      now: command.now,
      ...lapsed,
    } as const;
    const decided = onCase(state, note);
    if (isRefusal(decided)) {
      if (nothingToNote.includes(decided.code)) continue;
      return decided;
    }
    const noted = recorded(decided, note);
    state = noted.reduce((s, e) => evolve(s, e) as Case, state);
    events.push(...noted);
  }
  return events;
};

const afterMisses = (c: Case, command: Exclude<CaseCommand, { type: 'ReceiveRequest' }>) => {
  const missed = missedBefore(command, c);
  if (isRefusal(missed)) return missed;
  const decided = onCase(
    missed.reduce((s, e) => evolve(s, e) as Case, c),
    command,
  );
  return isRefusal(decided)
    ? decided
    : [...missed, ...recorded([...decided, ...clocksToTell(decided, command)], command)];
};

/**
 * What happens when `command` meets `state`: new events, or a refusal with a code and facts. Pure; `command.now` is the only clock.
 * Every rule about a case is here or in what this calls.
 */
export const decide = (command: CaseCommand, state: CaseState): readonly RecordedEvent[] | Refusal => {
  if (command.type !== 'ReceiveRequest')
    return state.kind === 'none' ? refuse('caseNotFound') : afterMisses(state, command);
  const decided = state.kind === 'none' ? receive(command) : refuse('caseExists');
  return isRefusal(decided) ? decided : recorded([...decided, ...clocksToTell(decided, command)], command);
};

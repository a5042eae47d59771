import type { Actor } from '@openum/domain/actor/actor.ts';
import { claimProblem } from '@openum/domain/assignment/decide.ts';
import { type capabilities, mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { referralStatus } from '@openum/domain/caseManagement/referral.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { isMedicare, openReview, standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';

export const actIds = [
  'claim',
  'release',
  'assign',
  'approve',
  'ask',
  'receive',
  'extend',
  'refer',
  'decide',
  'intent',
  'offerTalk',
  'agreeTalk',
  'callTalk',
  'heldTalk',
  'missedTalk',
  'declinedTalk',
  'deputyTalk',
  'continueStay',
  'clinicalUpdate',
  'chaseUpdate',
  'changeLevel',
  'assessTransition',
  'discharge',
  'correctStay',
  'planEnd',
  'reduce',
  'withdrawEnd',
  'medicareNotice',
  'qioRequest',
  'explainEnd',
  'qioDecision',
  'referCaseManagement',
  'acceptCaseManagement',
  'closeCaseManagement',
  'note',
  'urgency',
  'correctReceipt',
  'withdraw',
  'void',
] as const;
export type ActId = (typeof actIds)[number];

export type Act = {
  readonly label: string;
  readonly command: keyof typeof capabilities;
  /** Key that opens it on the case page. */
  readonly key?: string;
  readonly group: 'decide' | 'work' | 'correct';
};

export const acts: Record<ActId, Act> = {
  approve: { label: 'Approve', command: 'CompleteReview', key: 'a', group: 'decide' },
  ask: { label: 'Request information', command: 'RequestInformation', key: 'i', group: 'decide' },
  refer: { label: 'Refer to physician', command: 'CompleteReview', key: 'r', group: 'decide' },
  decide: { label: 'Physician decision', command: 'DetermineItems', key: 'd', group: 'decide' },
  intent: { label: 'Intent to deny', command: 'RecordIntentToDeny', group: 'decide' },
  offerTalk: { label: 'Offer peer-to-peer', command: 'OfferPeerToPeer', key: 'p', group: 'decide' },
  agreeTalk: { label: 'Agree on a time', command: 'SchedulePeerToPeer', group: 'work' },
  callTalk: { label: 'Log a call', command: 'LogPeerToPeerAttempt', group: 'work' },
  heldTalk: { label: 'Record the peer-to-peer', command: 'RecordPeerToPeerHeld', group: 'work' },
  missedTalk: { label: 'Peer-to-peer missed', command: 'RecordPeerToPeerMissed', group: 'work' },
  declinedTalk: { label: 'Peer-to-peer declined', command: 'DeclinePeerToPeer', group: 'work' },
  deputyTalk: { label: 'Name a deputy', command: 'EscalatePeerToPeer', group: 'work' },
  claim: { label: 'Claim', command: 'Claim', key: 'c', group: 'work' },
  release: { label: 'Release', command: 'Release', group: 'work' },
  assign: { label: 'Assign', command: 'Assign', group: 'work' },
  receive: { label: 'Receive information', command: 'ReceiveInformation', group: 'work' },
  extend: { label: 'Extend', command: 'ExtendClock', group: 'work' },
  continueStay: { label: 'Request more days', command: 'RequestContinuedStay', group: 'work' },
  clinicalUpdate: { label: 'Clinical update', command: 'RecordClinicalUpdate', group: 'work' },
  chaseUpdate: { label: 'Chase the update', command: 'ChaseClinicalUpdate', group: 'work' },
  changeLevel: { label: 'Change level of care', command: 'ChangeLevelOfCare', group: 'work' },
  assessTransition: { label: 'Readiness for transition', command: 'AssessTransition', group: 'work' },
  discharge: { label: 'Record discharge', command: 'RecordDischarge', group: 'work' },
  correctStay: { label: 'Correct the stay', command: 'CorrectAdmission', group: 'correct' },
  planEnd: { label: 'Plan the end of coverage', command: 'PlanCoverageEnd', group: 'work' },
  reduce: { label: 'Reduce authorization', command: 'ReduceAuthorization', group: 'decide' },
  withdrawEnd: { label: 'Take back the planned end', command: 'WithdrawCoverageEnd', group: 'work' },
  medicareNotice: { label: 'Record a Medicare notice', command: 'RecordMedicareNotice', group: 'work' },
  qioRequest: { label: 'Review asked for', command: 'RecordQioRequest', group: 'work' },
  explainEnd: { label: 'Explain the end of coverage', command: 'ExplainCoverageEnd', group: 'work' },
  qioDecision: { label: 'Review answered', command: 'RecordQioDecision', group: 'work' },
  referCaseManagement: { label: 'Refer to case management', command: 'ReferToCaseManagement', group: 'work' },
  acceptCaseManagement: { label: 'Accept case management', command: 'AcceptCaseManagement', group: 'work' },
  closeCaseManagement: { label: 'Close case management', command: 'CloseCaseManagement', group: 'work' },
  note: { label: 'Add note', command: 'AddNote', key: 'm', group: 'work' },
  urgency: { label: 'Set urgency', command: 'SetUrgency', group: 'correct' },
  correctReceipt: { label: 'Correct receipt', command: 'CorrectReceipt', group: 'correct' },
  withdraw: { label: 'Withdraw', command: 'Withdraw', group: 'correct' },
  void: { label: 'Void', command: 'Void', group: 'correct' },
};

const ofStay = (c: Case): Refusal | undefined => {
  if (!c.stay) return refuse('stayMissing');
  return c.stay.cancelled ? refuse('stayCancelled') : undefined;
};

const plannedAlready = (c: Case): Refusal | undefined => {
  const end = standingEnds(c).find((e) => e.route !== 'advanceNotice');
  return end && refuse('coverageEndPlanned', { on: end.lastCoveredOn });
};

const whileIn = (c: Case): Refusal | undefined =>
  ofStay(c) ??
  (c.stay?.discharge
    ? refuse('stayEnded', { at: localText(c.stay.discharge.dischargedAt, c.request.zone) })
    : undefined);

/** What `decide` of the domain would say before anything is typed; the capability table first, then who has the case. */
export const actProblem = (id: ActId, actor: Actor, c: Case): Refusal | undefined => {
  const no = mayNot(acts[id].command, actor, c);
  if (no) return no;
  switch (id) {
    case 'claim':
      return claimProblem(c, actor);
    case 'release':
      return c.assignee ? undefined : refuse('notAssigned');
    case 'continueStay':
    case 'chaseUpdate':
    case 'changeLevel':
    case 'assessTransition':
      return whileIn(c);
    case 'clinicalUpdate':
    case 'discharge':
    case 'correctStay':
      return ofStay(c);
    case 'planEnd':
      return ofStay(c) ?? (isMedicare(c) ? plannedAlready(c) : refuse('coverageEndNotMedicare'));
    case 'medicareNotice':
      return c.stay ? undefined : refuse('stayMissing');
    case 'reduce':
      return c.items.some((i) => i.determination && 'authorized' in i.determination && i.determination.authorized)
        ? undefined
        : refuse('nothingToReduce', { item: c.items[0]?.sequence ?? 1 });
    case 'withdrawEnd':
      return standingEnds(c).length > 0 ? undefined : refuse('coverageEndUnknown');
    case 'qioRequest':
      return standingEnds(c).some((e) => e.route !== 'advanceNotice' && !openReview(e))
        ? undefined
        : refuse('coverageEndUnknown');
    case 'explainEnd':
    case 'qioDecision':
      return standingEnds(c).some(openReview) ? undefined : refuse('qioReviewUnknown');
    case 'acceptCaseManagement':
      return c.caseManagement.some((r) => referralStatus(r) === 'waiting')
        ? undefined
        : refuse('caseManagementUnknown');
    case 'closeCaseManagement':
      return c.caseManagement.some((r) => referralStatus(r) !== 'closed') ? undefined : refuse('caseManagementUnknown');
    case 'ask':
      return openInformationRequest(c) ? refuse('informationRequestOpen') : undefined;
    default:
      return undefined;
  }
};

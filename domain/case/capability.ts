import type { Actor, Role } from '../actor/actor.ts';
import { appealCapabilities } from '../appeal/capability.ts';
import { isOpenStay } from '../stay/stay.ts';
import type { CommandType } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import { requesterRoles } from './requester.ts';
import type { Case } from './state.ts';
import { type CaseStatus, caseStatus } from './status.ts';

type Capability = {
  /** Statuses in which it may be done. */
  readonly in: readonly CaseStatus[];
  /** Any one of these roles; a system or a sending client never passes unless `by` names it. */
  readonly roles: readonly Role[];
  readonly by: readonly Actor['kind'][];
  /** Roles of a practice that may do it on behalf of that practice, on a request of its own; who they act for comes from their sign-in. */
  readonly requester?: readonly Role[];
  /** Where the rule comes from. */
  readonly source: string;
};

const open: readonly CaseStatus[] = ['received', 'clinicalReview', 'awaitingInformation', 'physicianReview'];
const always: readonly CaseStatus[] = [...open, 'determined', 'withdrawn', 'voided'];

const clinical: readonly Role[] = ['clinicalReviewer', 'concurrentReviewNurse', 'medicalDirector'];
const intake: readonly Role[] = ['umCoordinator', ...clinical, 'umDirector'];
/** Who sees letters on their way. */
export const letterDesk: readonly Role[] = [...intake, 'appealsCoordinator', 'administrator'];
const lead: readonly Role[] = ['umDirector', 'umCoordinator', 'medicalDirector'];

/**
 * What may be done in which state by which role: the one table that the server, the API and the buttons read.
 * Finer conditions on the content of a command (a licence, a rationale) are in `decide` and `determination/guard.ts`.
 */
export const capabilities: Record<Exclude<CommandType, 'ReceiveRequest'>, Capability> = {
  ReviseRequest: {
    in: [...open, 'determined'],
    roles: [],
    by: ['client'],
    source: 'Da Vinci PAS 2.2.1, updates: the sender repeats every line',
  },
  AttachDocument: {
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'nothing sent to us is lost, whatever the state of the case',
  },
  RecordFacts: {
    in: open,
    roles: intake,
    by: ['person', 'system'],
    source: 'facts enter while a decision is still to be made',
  },
  EvaluateCriteria: {
    in: open,
    roles: intake,
    by: ['person', 'system'],
    source: '42 CFR 422.101(b)-(c): criteria read against the individual record',
  },
  Assign: {
    in: open,
    roles: lead,
    by: ['person', 'system'],
    source: 'clear owner of each case',
  },
  Claim: {
    in: open,
    roles: intake,
    by: ['person'],
    source: 'clear owner of each case',
  },
  Release: {
    in: open,
    roles: intake,
    by: ['person'],
    source: 'clear owner of each case',
  },
  SetUrgency: {
    in: open,
    roles: intake,
    by: ['person'],
    source: '42 CFR 422.570; 29 CFR 2560.503-1(m)(1)',
  },
  ExtendClock: {
    in: open,
    roles: ['clinicalReviewer', 'medicalDirector', 'umDirector'],
    by: ['person'],
    source: '42 CFR 422.568(b)(2); 422.572(b); 438.210(d)(1)(ii); 29 CFR 2560.503-1(f)(2)(iii)',
  },
  NoteMissedDeadline: {
    // A decision in time whose notice came too late is a missed deadline as well; an appeal outlives what was taken back.
    in: [...open, 'determined', 'withdrawn'],
    roles: [],
    by: ['system'],
    source: '42 CFR 422.568(f); 438.404(c)(5); 29 CFR 2560.503-1(l); state law: the rule says what a lapse means',
  },
  RuleOutDuplicate: {
    in: always,
    roles: intake,
    by: ['person'],
    source: 'a rule finds what two requests share; a person says whether they are one',
  },
  RouteCase: {
    in: open,
    roles: lead,
    by: ['person', 'system'],
    source: 'clear owner of each case and task at all times',
  },
  SetDocumentKind: {
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person'],
    source: 'what is asked for once must be recognised when it comes',
  },
  RequestInformation: {
    in: ['received', 'clinicalReview', 'physicianReview'],
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: '42 CFR 422.572(d); 29 CFR 2560.503-1(f)',
  },
  ReceiveInformation: {
    in: ['awaitingInformation'],
    roles: intake,
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'nothing sent to us is lost',
  },
  CompleteReview: {
    in: ['received', 'clinicalReview', 'awaitingInformation'],
    roles: ['clinicalReviewer', 'concurrentReviewNurse'],
    by: ['person'],
    source: 'URAC HUM: initial clinical review approves or refers, never denies',
  },
  DetermineItems: {
    in: open,
    roles: ['medicalDirector'],
    by: ['person'],
    source: '42 CFR 422.566(d); 438.210(b)(3): a qualified person decides against a request',
  },
  RecordNotices: {
    // A request taken back or entered in error may hold items that were decided before; those still get their letters.
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person', 'system'],
    source: '42 CFR 422.568(d)-(e); 438.404; 29 CFR 2560.503-1(g)',
  },
  Withdraw: {
    in: open,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person', 'client'],
    requester: requesterRoles,
    source: 'the requester may take a request back',
  },
  Void: {
    in: open,
    roles: ['umCoordinator', 'umDirector'],
    by: ['person'],
    source: 'entered in error; kept in the record with the reason',
  },
  CorrectReceipt: {
    in: open,
    roles: ['umDirector', 'qualityManager', 'umCoordinator'],
    by: ['person'],
    source: 'NCQA UM information integrity: who may alter a date, and why',
  },
  AssignPhysician: {
    in: open,
    roles: lead,
    by: ['person', 'system'],
    source: '42 CFR 422.566(d); 438.210(b)(3): referred lines go to a physician who may decide them',
  },
  RecordIntentToDeny: {
    in: open,
    roles: ['medicalDirector'],
    by: ['person'],
    source: '42 CFR 422.138(c), 422.566 with CMS-4208-F: what may change an inpatient decision comes before it',
  },
  OfferPeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'NCQA UM 7; Tex. Ins. Code 4201.206; 40 P.S. 991.2155',
  },
  SchedulePeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'times are offered and taken by both sides',
  },
  ProposePeerToPeerTimes: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'times are offered and taken by both sides',
  },
  LogPeerToPeerAttempt: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'NCQA UM 7: who was told of the discussion, when and how',
  },
  RecordPeerToPeerHeld: {
    in: open,
    roles: ['medicalDirector'],
    by: ['person'],
    source: 'a physician of the plan speaks with the treating clinician',
  },
  RecordPeerToPeerMissed: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'no offer ends without a record of what became of it',
  },
  DeclinePeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'the clinician is offered the talk and need not take it',
  },
  TellPeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'system'],
    source: 'NCQA UM 7: who was told of the discussion, when and how',
  },
  EscalatePeerToPeer: {
    in: open,
    roles: lead,
    by: ['person', 'system'],
    source: 'no offer is missed because one person cannot keep it',
  },
  PlanCoverageEnd: {
    in: [...open, 'determined'],
    roles: clinical,
    by: ['person'],
    source: '42 CFR 422.620, 422.624: covered care ends with notice and a review at hand',
  },
  ReduceAuthorization: {
    in: [...open, 'determined'],
    roles: ['medicalDirector'],
    by: ['person'],
    source:
      '42 CFR 438.404(c)(1), 431.211; 29 CFR 2560.503-1(f)(2)(ii)(A): a cut is an adverse determination, told in advance',
  },
  WithdrawCoverageEnd: {
    in: [...open, 'determined', 'withdrawn'],
    roles: clinical,
    by: ['person'],
    source: 'a plan to end coverage may be dropped, with its reason',
  },
  RecordMedicareNotice: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.620(b)-(c), 422.624(b): who was given which notice, when and how',
  },
  RecordQioRequest: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.622, 422.626: the member asks the quality improvement organization',
  },
  ExplainCoverageEnd: {
    in: [...open, 'determined', 'withdrawn'],
    roles: clinical,
    by: ['person'],
    source: '42 CFR 422.622(d), 422.626(e): once a review is asked for, the plan explains the end in detail',
  },
  RecordQioDecision: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.622(e), 422.626(d): its decision binds the plan',
  },
  ReferToCaseManagement: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...intake, 'appealsCoordinator', 'qualityManager'],
    by: ['person'],
    source: 'a need seen during review is handed on; utilization management and case management stay apart',
  },
  AcceptCaseManagement: {
    in: always,
    roles: ['caseManagementCoordinator'],
    by: ['person'],
    source: 'every referral has somebody who took it',
  },
  CloseCaseManagement: {
    in: always,
    roles: ['caseManagementCoordinator'],
    by: ['person'],
    source: 'no referral ends without a record of what became of it',
  },
  ReportDelivery: {
    in: always,
    roles: letterDesk,
    by: ['person', 'system'],
    source: '42 CFR 422.568, 438.404(c); 29 CFR 2560.503-1(g): when a notice was sent is part of the record',
  },
  RecordNoticeViewed: {
    in: always,
    roles: [],
    by: ['system'],
    source: 'evidence of delivery through the portal',
  },
  GiveOralNotice: {
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.572(c); 29 CFR 2560.503-1(g)(2)(ii): a spoken notice, with the written one to follow',
  },
  BeginStay: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'one case holds one stay with all its reviews; an admission may become known after the request',
  },
  CorrectAdmission: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A02 and A08: where and since when the member is in, corrected with the reason',
  },
  CancelAdmission: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A11: the admission did not take place',
  },
  RequestContinuedStay: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: '29 CFR 2560.503-1(f)(2)(ii)(B); 42 CFR 456.128-456.137: more days are a request of their own',
  },
  RecordClinicalUpdate: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'nothing sent to us is lost',
  },
  ChaseClinicalUpdate: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'system'],
    source: 'who asked whom for the clinical update, when and how',
  },
  ChangeLevelOfCare: {
    in: [...open, 'determined'],
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'the level at which the member is cared for decides how often the stay is reviewed',
  },
  AssessTransition: {
    in: [...open, 'determined'],
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person'],
    source: '42 CFR 482.43: discharge planning begins early and names what stands in the way',
  },
  RecordDischarge: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'HL7 v2 ADT A03; a stay is reviewed until the member has left',
  },
  ReopenItem: {
    in: [...open, 'determined'],
    roles: ['medicalDirector'],
    by: ['person'],
    source: '42 CFR 422.138(c), 422.616, 405.980; state law: an approval is taken up again on its own grounds only',
  },
  CancelDischarge: {
    in: [...open, 'determined', 'withdrawn'],
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A13: the member had not left',
  },
  ...appealCapabilities,
  AddNote: {
    in: always,
    roles: [...intake, 'appealsCoordinator', 'qualityManager', 'caseManagementCoordinator'],
    by: ['person'],
    source: 'complete record',
  },
};

const statusWords: Record<CaseStatus, string> = {
  received: 'newly received',
  clinicalReview: 'in clinical review',
  awaitingInformation: 'waiting for information',
  physicianReview: 'with a physician',
  determined: 'determined',
  withdrawn: 'withdrawn',
  voided: 'voided',
};

/** Between two reviews every line of a stay is decided, and the next review still needs somebody who does it. */
const whileInStay: readonly string[] = ['Assign', 'Claim', 'Release'];

const betweenReviews = (act: string, c: Case): boolean =>
  whileInStay.includes(act) && c.stay !== undefined && isOpenStay(c.stay);

/** Acts that only the owner of the case may do while it has one: two people must not decide the same case. */
const ownerOnly: readonly string[] = ['CompleteReview', 'DetermineItems'];

/**
 * The reason why not, or undefined when it may be done. The same answer serves the server and a disabled button.
 * `onBehalfOf` names the practice of a requester; such a person has the requester's rights and no others.
 */
export const mayNot = (
  act: keyof typeof capabilities,
  actor: Actor,
  c: Case,
  onBehalfOf?: string,
): Refusal | undefined => {
  const capability = capabilities[act];
  if (!capability.by.includes(actor.kind)) return refuse('personRequired');
  const roles = onBehalfOf === undefined ? capability.roles : (capability.requester ?? []);
  if (actor.kind === 'person' && !actor.roles.some((r) => roles.includes(r))) {
    return refuse('roleMissing', { roles: [...roles] });
  }
  const status = caseStatus(c);
  if (!capability.in.includes(status) && !(status === 'determined' && betweenReviews(act, c)))
    return refuse('notAllowedInStatus', { status: statusWords[status] });
  if (ownerOnly.includes(act) && actor.kind === 'person' && c.assignee && c.assignee.userId !== actor.userId) {
    return refuse('assignedToAnother', { name: c.assignee.name });
  }
  return undefined;
};

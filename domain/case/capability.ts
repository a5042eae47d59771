import type { Actor } from '../actor/actor.ts';
import { appealCapabilities } from '../appeal/capability.ts';
import { caseManagementCapabilities } from '../caseManagement/capability.ts';
import { coverageEndCapabilities } from '../coverageEnd/capability.ts';
import { deliveryCapabilities } from '../delivery/capability.ts';
import { extractionCapabilities } from '../extraction/capability.ts';
import { part2Capabilities } from '../part2/capability.ts';
import { peerToPeerCapabilities } from '../peerToPeer/capability.ts';
import { stayCapabilities } from '../stay/capability.ts';
import { isOpenStay } from '../stay/stay.ts';
import { suggestionCapabilities } from '../suggestion/capability.ts';
import {
  always,
  type Capability,
  clinical,
  intake,
  lead,
  open,
  openOrDetermined,
  untilVoided,
} from './capabilityRow.ts';
import type { CommandType } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import { requesterRoles } from './requester.ts';
import type { Case } from './state.ts';
import { type CaseStatus, caseStatus } from './status.ts';

/**
 * What may be done in which state by which role: the one table that the server, the API and the buttons read.
 * Finer conditions on the content of a command (a licence, a rationale) are in `decide` and `determination/guard.ts`.
 */
export const capabilities: Record<Exclude<CommandType, 'ReceiveRequest'>, Capability> = {
  ReviseRequest: {
    in: openOrDetermined,
    roles: [],
    by: ['client'],
    source: 'Da Vinci PAS 2.2.1, updates: the sender repeats every line',
  },
  AttachDocument: {
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person', 'client', 'guest', 'system'],
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
  RemindOwner: {
    in: open,
    roles: [...intake, 'appealsCoordinator', 'qualityManager', 'caseManagementCoordinator'],
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
    in: untilVoided,
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
    by: ['person', 'client', 'guest', 'system'],
    requester: requesterRoles,
    source: 'nothing sent to us is lost',
  },
  MakeInformationLink: {
    in: ['awaitingInformation'],
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: '42 CFR 438.210(b)(2)(ii); 45 CFR 164.514(h): asked of the provider, who is known before anything is shown',
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
  ReopenItem: {
    in: openOrDetermined,
    roles: ['medicalDirector'],
    by: ['person'],
    source: '42 CFR 422.138(c), 422.616, 405.980; state law: an approval is taken up again on its own grounds only',
  },
  ...peerToPeerCapabilities,
  ...coverageEndCapabilities,
  ...caseManagementCapabilities,
  ...extractionCapabilities,
  ...suggestionCapabilities,
  ...part2Capabilities,
  ...deliveryCapabilities,
  ...stayCapabilities,
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
const whileInStay: readonly string[] = ['Assign', 'Claim', 'Release', 'RemindOwner'];

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

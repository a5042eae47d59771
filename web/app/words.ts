import type { Role } from '@openum/domain/actor/actor.ts';
import type {
  Channel,
  LineOfBusiness,
  Retrospective,
  ReviewType,
  Setting,
  Urgency,
} from '@openum/domain/case/request.ts';
import type { CaseStatus, ItemStatus } from '@openum/domain/case/status.ts';
import type { LapseEffect } from '@openum/domain/clock/rule.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';

export const statusWord: Record<CaseStatus, string> = {
  received: 'Received',
  clinicalReview: 'Clinical review',
  awaitingInformation: 'Awaiting information',
  physicianReview: 'Physician review',
  determined: 'Determined',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
};

export const itemStatusWord: Record<ItemStatus, string> = {
  pended: 'Pended',
  approved: 'Approved',
  partiallyApproved: 'Partially approved',
  modified: 'Modified',
  denied: 'Denied',
  notRequired: 'Not required',
  cancelled: 'Cancelled',
  contactPayer: 'Contact payer',
};

export const lineOfBusinessWord: Record<LineOfBusiness, string> = {
  medicareAdvantage: 'Medicare Advantage',
  medicaidManagedCare: 'Medicaid managed care',
  chip: 'CHIP',
  qhp: 'Qualified health plan',
  commercialInsured: 'Commercial, insured',
  selfFundedErisa: 'Self-funded (ERISA)',
  fehb: 'FEHB',
  medicareFfs: 'Medicare fee-for-service',
};

/** For table columns. */
export const lineOfBusinessShort: Record<LineOfBusiness, string> = {
  medicareAdvantage: 'Medicare Adv.',
  medicaidManagedCare: 'Medicaid MCO',
  chip: 'CHIP',
  qhp: 'QHP',
  commercialInsured: 'Commercial',
  selfFundedErisa: 'ERISA',
  fehb: 'FEHB',
  medicareFfs: 'Medicare FFS',
};

export const urgencyWord: Record<Urgency, string> = { standard: 'Standard', expedited: 'Expedited' };

export const reviewTypeWord: Record<ReviewType, string> = {
  prospective: 'Prospective',
  concurrent: 'Concurrent',
  retrospective: 'Retrospective',
};

export const retrospectiveReasonWord: Record<Retrospective['reason'], string> = {
  emergencyAdmission: 'Emergency admission',
  auditFlag: 'Flagged by an audit',
  deniedClaim: 'Claim denied for lack of authorization',
  coverageUnknownAtService: 'Coverage was not known at the time',
  retroactiveEligibility: 'Eligibility was granted later',
  other: 'Another reason',
};

export const channelWord: Record<Channel, string> = {
  pas: 'FHIR (PAS)',
  x12: 'X12 278',
  portal: 'Portal',
  fax: 'Fax',
  phone: 'Phone',
  mail: 'Mail',
  admissionNotice: 'Admission notice',
};

export const settingWord: Record<Setting, string> = {
  inpatient: 'Inpatient',
  outpatient: 'Outpatient',
  emergency: 'Emergency',
  home: 'Home',
  office: 'Office',
  skilledNursing: 'Skilled nursing',
  other: 'Other',
};

export const truthWord: Record<Truth, string> = { met: 'Met', notMet: 'Not met', unknown: 'Unknown' };

export const roleWord: Record<Role, string> = {
  umCoordinator: 'UM coordinator',
  clinicalReviewer: 'Clinical reviewer',
  medicalDirector: 'Medical director',
  concurrentReviewNurse: 'Concurrent review nurse',
  appealsCoordinator: 'Appeals coordinator',
  caseManagementCoordinator: 'Case management coordinator',
  umDirector: 'UM director',
  qualityManager: 'Quality manager',
  administrator: 'Administrator',
  utilizationReviewStaff: 'Utilization review staff',
  biller: 'Biller',
  practiceOwner: 'Practice owner',
  treatingClinician: 'Treating clinician',
  frontDesk: 'Front desk',
};

/** Grounds on which a rule lets the time to decide be extended. */
const grounds: Readonly<Record<string, string>> = {
  enrolleeRequest: 'The member asked for it',
  providerRequest: 'The provider asked for it',
  noncontractEvidence: 'Evidence from a noncontract provider may change a denial',
  extraordinaryCircumstances: 'Extraordinary, not routine, and in the member’s interest',
  informationNeededInEnrolleeInterest: 'More information is needed, in the member’s interest',
  informationNeeded: 'More information is needed',
  beyondPlanControl: 'Something beyond the plan’s control',
  missingInformation: 'Information needed to decide is missing',
  lateExtensionRequest: 'The request to go on came late',
  asCmsAllows: 'As the CMS rule for this line allows',
};
export const groundWord = (ground: string): string => grounds[ground] ?? ground;

/** What a rule makes of a missed deadline. None of it denies. */
export const lapseSentence: Record<LapseEffect, string> = {
  none: 'Its rule attaches no effect; the case is still to be decided.',
  adverse: 'By its rule the member may appeal as if it had been denied; the case is still to be decided.',
  approved: 'By its rule the request is deemed approved.',
  exhausted: 'By its rule the member may go on as if the plan’s own steps were done; the case is still to be decided.',
  payContinues: 'By its rule payment goes on until a decision.',
  forward: 'By its rule the case goes on to the independent reviewer.',
  reverses: 'By its rule the earlier decision is reversed.',
};

/** Steps of the alarm plan that comes with the product; a plan's own step shows its id. */
const countdownWords: Readonly<Record<string, string>> = {
  half: 'half of the time is used',
  threeQuarters: 'three quarters of the time are used',
  nineTenths: 'nine tenths of the time are used',
  before24Hours: 'less than 24 hours left',
  before4Hours: 'less than 4 hours left',
  before1Hour: 'less than 1 hour left',
};

/** What happened, whatever the time left says. A step that can be reached more than once carries what tells it apart after a point. */
const happenedWords: Readonly<Record<string, string>> = {
  physicianAssigned: 'is yours to decide',
  physicianChanged: 'went to another physician',
  talkReminder: 'has a peer-to-peer coming up',
  talkDeputy: 'has a peer-to-peer that went to a deputy',
  talkNoDeputy: 'has a peer-to-peer that nobody can take',
  physicianMissing: 'has no physician who may decide it',
  reviewOverdue: 'the next review of the stay was not begun in time',
  answerOverdue: 'the reviewers outside have not answered: ask them',
  aidEnds: 'care that goes on for an appeal may end: look whether the next step was asked for',
};

export const alarmWord = (stepId: string, pastDue: boolean): string =>
  happenedWords[stepId.replace(/\..*$/, '')] ?? (pastDue ? 'past due' : (countdownWords[stepId] ?? stepId));

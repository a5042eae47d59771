import type { DueBucket, Risk } from '@openum/domain/episode/board.ts';
import type { EpisodeEventType } from '@openum/domain/episode/event.ts';
import type { AnswerOutcome, SubmissionChannel, SubmissionKind } from '@openum/domain/episode/record.ts';
import type { CoverageState, Standing } from '@openum/domain/ledger/match.ts';
import { moneyText } from '@openum/domain/money/usual.ts';

export const money = moneyText;

const levelWords: Readonly<Record<string, string>> = {
  residential: 'Residential',
  partialHospitalization: 'Partial hospitalization',
  intensiveOutpatient: 'Intensive outpatient',
  outpatient: 'Outpatient',
  withdrawalManagement: 'Withdrawal management',
  inpatient: 'Inpatient',
};
/** Levels that a programme may have; a payer's own name of one stands as it is. */
export const levelCodes = Object.keys(levelWords);
export const levelWord = (code: string): string => levelWords[code] ?? code;

export const stateWord: Record<CoverageState, string> = {
  covered: 'Covered',
  unitsExhausted: 'Units used up',
  wrongLevel: 'Other level or code',
  expired: 'Authorization ended',
  noneOnFile: 'No authorization',
  retroPending: 'Asked for after the fact',
};
export const stateTone: Record<CoverageState, string> = {
  covered: 'good',
  unitsExhausted: 'bad',
  wrongLevel: 'bad',
  expired: 'bad',
  noneOnFile: 'bad',
  retroPending: 'waiting',
};
/** One sign for each state, so that no state is told by its colour alone. */
export const stateSign: Record<CoverageState, string> = {
  covered: '✓',
  unitsExhausted: 'U',
  wrongLevel: 'L',
  expired: 'E',
  noneOnFile: 'N',
  retroPending: 'R',
};
/** What the practice would do about it. */
export const stateNext: Record<CoverageState, string> = {
  covered: '',
  unitsExhausted: 'Ask the payer for more units, from this day on.',
  wrongLevel: 'Ask the payer to change the authorization to the level that is given, from this day on.',
  expired: 'Send a continued-stay request that reaches back to this day.',
  noneOnFile: 'Ask for an authorization that includes this day; after the fact when the payer allows it.',
  retroPending: 'Wait for the payer’s answer; follow up by the date of the request.',
};

export const standingWord: Record<Standing, string> = {
  covers: 'covers this day',
  exhausted: 'fits, and its units are used up',
  otherLevel: 'is for another level of care',
  otherCode: 'is for other codes',
  endedBefore: 'ended before this day',
  beginsAfter: 'begins after this day',
};

export const riskWord: Record<Risk, string> = {
  uncovered: 'Not covered',
  high: 'Ends within a day',
  medium: 'Ends soon',
  low: 'Covered',
};
export const riskTone: Record<Risk, string> = { uncovered: 'bad', high: 'bad', medium: 'waiting', low: 'good' };

export const dueWord: Record<DueBucket, string> = {
  pastDue: 'Past due',
  today: 'Due today',
  tomorrow: 'Due tomorrow',
  later: 'Later',
  waiting: 'With the payer',
};

export const submissionKindWord: Record<SubmissionKind, string> = {
  initial: 'Initial request',
  continuedStay: 'Continued stay',
  stepUp: 'Step up',
  stepDown: 'Step down',
  retrospective: 'After the fact',
};
export const channelWord: Record<SubmissionChannel, string> = {
  pas: 'FHIR (PAS)',
  x12: 'X12 278',
  packet: 'Packet',
  phone: 'Phone',
  fax: 'Fax',
  portal: 'Payer portal',
};
export const outcomeWord: Record<AnswerOutcome, string> = {
  approved: 'Approved',
  partiallyApproved: 'Approved in part',
  modified: 'Changed',
  denied: 'Denied',
  pended: 'Pended',
  informationRequested: 'Information asked for',
  withdrawn: 'Taken back',
  rejected: 'Not taken by the payer',
};
export const outcomeTone: Record<AnswerOutcome, string> = {
  approved: 'good',
  partiallyApproved: 'waiting',
  modified: 'waiting',
  denied: 'bad',
  pended: 'quiet',
  informationRequested: 'waiting',
  withdrawn: 'quiet',
  rejected: 'bad',
};

export const eventWord: Record<EpisodeEventType, string> = {
  EpisodeOpened: 'admitted the patient',
  CoverageSet: 'set a coverage',
  BenefitsVerified: 'verified benefits',
  LevelOfCareChanged: 'changed the level of care',
  EpisodeDischarged: 'discharged the patient',
  DischargeCorrected: 'took the discharge back',
  ServicesRecorded: 'entered attendance',
  ServicesWithdrawn: 'took services back',
  ServicesBilled: 'billed services',
  SubmissionRecorded: 'sent a request to the payer',
  SubmissionAnswered: 'wrote down the payer’s answer',
  InformationSent: 'sent information',
  AuthorizationRecorded: 'recorded an authorization',
  AuthorizationCorrected: 'corrected an authorization',
  AuthorizationVoided: 'voided an authorization',
  PeerToPeerOffered: 'wrote down the offer of a peer-to-peer',
  AppealSaid: 'took what the payer says of an appeal',
  AppealMoneyRecorded: 'wrote down what an appeal brought',
  PeerToPeerSaid: 'took what the payer says of a peer-to-peer',
  PeerToPeerScheduled: 'scheduled a peer-to-peer',
  PeerToPeerHeld: 'held a peer-to-peer',
  PeerToPeerMissed: 'wrote down that a peer-to-peer was missed',
  PeerToPeerDeclined: 'declined a peer-to-peer',
  PeerToPeerEscalated: 'passed a peer-to-peer on',
  DenialRecorded: 'recorded a denial',
  DenialLetterRecorded: 'recorded the letter of a denial',
  CauseAssigned: 'named the cause of a denial',
  AppealDrafted: 'drafted an appeal',
  AppealBound: 'bound an appeal with its exhibits',
  AppealNotSent: 'could not send an appeal',
  AppealSent: 'sent an appeal',
  AppealAnswered: 'wrote down the answer to an appeal',
  RemittanceApplied: 'applied a payment',
  NoteChecked: 'checked a note',
  DocumentAdded: 'added a document',
  DocumentDescribed: 'described a document',
  DocumentWithdrawn: 'took a document back',
  PacketMade: 'made a packet for the payer',
  PacketSent: 'sent a packet',
  PacketFailed: 'could not send a packet',
  TaskTaken: 'took a task',
  HandedOver: 'handed over',
  NoteAdded: 'wrote a note',
};

export const dispositions = [
  ['home', 'Home'],
  ['stepDown', 'Lower level elsewhere'],
  ['transfer', 'Transferred to another facility'],
  ['hospital', 'To a hospital'],
  ['againstAdvice', 'Left against advice'],
  ['administrative', 'Administrative discharge'],
  ['deceased', 'Died'],
] as const;
export const dispositionWord = (code: string): string => dispositions.find(([c]) => c === code)?.[1] ?? code;

export const weekdayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

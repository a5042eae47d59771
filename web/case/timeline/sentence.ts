import type { Actor } from '@openum/domain/actor/actor.ts';
import type { CaseEvent, CaseEventType } from '@openum/domain/case/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { groundWord, lapseSentence } from '../../app/words.ts';
import { attemptWords, becauseWords, channelWords, effectWords, sideWords } from '../../peerToPeer/words.ts';

export type TimelineKind =
  | 'request'
  | 'clinical'
  | 'information'
  | 'work'
  | 'decision'
  | 'peerToPeer'
  | 'notice'
  | 'note';

export const kindLabels: Record<TimelineKind, string> = {
  request: 'Request and clocks',
  clinical: 'Facts and criteria',
  information: 'Documents and information',
  work: 'Who has it',
  decision: 'Review and decisions',
  peerToPeer: 'Peer-to-peer',
  notice: 'Notices',
  note: 'Notes',
};

export const kindOf: Record<CaseEventType, TimelineKind> = {
  RequestReceived: 'request',
  RequestRevised: 'request',
  ClocksStarted: 'request',
  ClockExtended: 'request',
  DeadlineMissed: 'request',
  UrgencyChanged: 'request',
  ReceiptCorrected: 'request',
  FactsRecorded: 'clinical',
  CriteriaEvaluated: 'clinical',
  DocumentAttached: 'information',
  InformationRequested: 'information',
  InformationReceived: 'information',
  Assigned: 'work',
  Released: 'work',
  ReviewCompleted: 'decision',
  ReferredToPhysician: 'decision',
  ItemDetermined: 'decision',
  Withdrawn: 'decision',
  Voided: 'decision',
  NoticeIssued: 'notice',
  NoteAdded: 'note',
  IntentToDenyRecorded: 'peerToPeer',
  PeerToPeerOffered: 'peerToPeer',
  PeerToPeerScheduled: 'peerToPeer',
  PeerToPeerTimesProposed: 'peerToPeer',
  PeerToPeerAttempted: 'peerToPeer',
  PeerToPeerHeld: 'peerToPeer',
  PeerToPeerMissed: 'peerToPeer',
  PeerToPeerDeclined: 'peerToPeer',
  PeerToPeerEscalated: 'peerToPeer',
};

export type Said = {
  readonly moment: (at: Instant) => string;
  /** What a fact key is called; the key itself when nobody gave it a name. */
  readonly factLabel: (key: string) => string;
};

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const items = (sequences: readonly number[]): string =>
  sequences.length === 1 ? `item ${sequences[0]}` : `items ${sequences.join(', ')}`;

const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');

const channels = {
  pas: 'by FHIR PAS',
  x12: 'by X12 278',
  portal: 'through the portal',
  fax: 'by fax',
  phone: 'by phone',
  mail: 'by mail',
  admissionNotice: 'as an admission notice',
} as const;

const outcomes = {
  approved: 'approved',
  notRequired: 'needs no authorization',
  partiallyApproved: 'partially approved',
  modified: 'modified',
  denied: 'denied',
} as const;

const letters = {
  approval: 'approval',
  adverseDetermination: 'adverse determination',
  extension: 'extension',
  lapse: 'missed deadline',
} as const;

const truths = { met: 'met', notMet: 'not met', unknown: 'not yet answerable' } as const;

const whyClocks = {
  received: 'because the request was received',
  revised: 'because the sender changed a decided request',
  urgencyChanged: 'because the urgency changed',
  receiptCorrected: 'because the time of receipt was corrected',
} as const;

type Data<T extends CaseEventType> = Extract<CaseEvent, { type: T }>['data'];
type Sentences = { readonly [T in CaseEventType]: (data: Data<T>, said: Said) => string };

const sentences: Sentences = {
  RequestReceived: (d) =>
    `Received ${channels[d.request.channel]} from ${d.request.requestingProvider.name} as case ${d.caseNumber}, ` +
    `${d.request.urgency}, ${counted(d.request.items.length, 'item')}.`,
  RequestRevised: (d) => `The sender changed the request; it now has ${counted(d.items.length, 'item')}.`,
  ClocksStarted: (d) => `Started ${counted(d.clocks.length, 'clock')} ${whyClocks[d.because]}.`,
  ClockExtended: (d, said) =>
    `Extended ${d.ruleId} from ${said.moment(d.dueBefore)} to ${said.moment(d.dueAfter)} (${groundWord(d.ground).toLowerCase()}): ${d.reason}`,
  DeadlineMissed: (d, said) =>
    `${d.ruleId} was missed: due ${said.moment(d.dueAt)}, ${counted(d.itemSequences.length, 'line')} not decided. ${lapseSentence[d.lapseEffect]}`,
  DocumentAttached: (d) => `Attached ${d.title}.`,
  FactsRecorded: (d, said) => {
    const names = d.facts.slice(0, 3).map((f) => said.factLabel(f.key));
    const more = d.facts.length > names.length ? ` and ${d.facts.length - names.length} more` : '';
    const replaced = d.replaces?.length ? `, in place of ${counted(d.replaces.length, 'earlier fact')}` : '';
    return `Recorded ${counted(d.facts.length, 'fact')}: ${names.join('; ')}${more}${replaced}.`;
  },
  CriteriaEvaluated: (d) =>
    `Read the criteria: ${d.evaluations
      .map((e) => `${e.criteria.name} for item ${e.itemSequence} is ${truths[e.truth]}`)
      .join('; ')}.`,
  UrgencyChanged: (d) => `Changed the urgency from ${d.from} to ${d.to}: ${d.basis}`,
  InformationRequested: (d, said) =>
    `Asked for ${counted(d.items.length, 'piece')} of information, due ${said.moment(d.dueAt)}: ${d.items
      .map((i) => i.text)
      .join('; ')}`,
  InformationReceived: (d) =>
    `Received the information asked for${d.documentIds.length ? ` with ${counted(d.documentIds.length, 'document')}` : ''}: ${d.summary}`,
  Assigned: (d) => `Gave the case to ${d.to.name}${d.from ? `, before with ${d.from.name}` : ''}${because(d.reason)}.`,
  Released: (d) => `Put the case back on the list, before with ${d.from.name}${because(d.reason)}.`,
  ReviewCompleted: (d) =>
    d.outcome === 'approve'
      ? `Completed the clinical review, approving ${items(d.itemSequences)}: ${d.summary}`
      : `Completed the clinical review; ${items(d.itemSequences)} not approved at this level.`,
  ReferredToPhysician: (d) =>
    `Referred ${items(d.itemSequences)} to a physician${d.specialty ? ` (${d.specialty})` : ''}: ${d.reason}`,
  ItemDetermined: (d) => {
    if (d.outcome === 'notRequired') return `Item ${d.itemSequence} ${outcomes.notRequired}: ${d.reason}`;
    const reason = d.rationale;
    const number = d.authorized ? `, authorization ${d.authorized.authorizationNumber}` : '';
    return `Item ${d.itemSequence} ${outcomes[d.outcome]}${number}${because(reason)}`;
  },
  NoticeIssued: (d) => `Issued the ${letters[d.kind]} letter for ${items(d.itemSequences)} to the ${d.audience}.`,
  Withdrawn: (d) => `Withdrawn at the request of ${d.requestedBy}: ${d.reason}`,
  Voided: (d) => `Voided${d.duplicateOfCaseId ? ` as a duplicate of case ${d.duplicateOfCaseId}` : ''}: ${d.reason}`,
  ReceiptCorrected: (d, said) =>
    `Corrected the time of receipt from ${said.moment(d.from)} to ${said.moment(d.to)}: ${d.reason}`,
  NoteAdded: (d) => `Noted: ${d.text}`,
  IntentToDenyRecorded: (d) =>
    `Recorded the intent to deny ${items(d.itemSequences)}, which decides nothing: ${d.reason}`,
  PeerToPeerOffered: (d, said) =>
    `Offered ${d.to.name} a peer-to-peer on ${items(d.itemSequences)} ${channelWords[d.how]}, ${becauseWords[d.because]}; ` +
    `open until ${said.moment(d.window.closesAt)} (${d.rule.citation}).`,
  PeerToPeerScheduled: (d, said) =>
    `Agreed on the peer-to-peer for ${said.moment(d.slot.startsAt)}${d.callBack ? `, call ${d.callBack}` : ''}${because(d.message)}.`,
  PeerToPeerTimesProposed: (d, said) =>
    `Proposed other times for the peer-to-peer: ${d.slots.map((s) => said.moment(s.startsAt)).join('; ')}` +
    `${d.callBack ? `, call ${d.callBack}` : ''}${because(d.message)}.`,
  PeerToPeerAttempted: (d) => `Called ${d.number} for the peer-to-peer: ${attemptWords[d.result]}${because(d.note)}.`,
  PeerToPeerHeld: (d) =>
    `Held the peer-to-peer between ${d.participants.map((p) => p.name).join(' and ')}; ${effectWords[d.outcome]}: ${d.effect}`,
  PeerToPeerMissed: (d) => `Recorded that ${sideWords[d.by]} missed the peer-to-peer: ${d.reason}`,
  PeerToPeerDeclined: (d) => `${d.declinedBy} declined the peer-to-peer${because(d.reason)}.`,
  PeerToPeerEscalated: (d) => `Gave the peer-to-peer to ${d.to.name} as deputy: ${d.reason}`,
};

/** What happened, as a sentence for a person. */
export const sentence = (e: CaseEvent, said: Said): string =>
  (sentences[e.type] as (data: CaseEvent['data'], said: Said) => string)(e.data, said);

const components = {
  rules: 'OpenUM (rules)',
  flow: 'OpenUM (flow)',
  clock: 'OpenUM (clock)',
  notices: 'OpenUM (notices)',
  seed: 'OpenUM (sample data)',
} as const;

export const actorLabel = (actor: Actor): string =>
  actor.kind === 'system' ? components[actor.component] : actor.name;

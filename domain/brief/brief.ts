import type { Refusal } from '../case/refusal.ts';
import type { Coding, Quantity, ServicePeriod } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import type { ClockReceipt } from '../clock/receipt.ts';
import { earliestHard } from '../clock/receipt.ts';
import type { Determination } from '../determination/determination.ts';
import { all, type Truth } from '../logic/truth.ts';
import type { MatchingDemand } from '../matching/demand.ts';
import type { PeerToPeerDemand } from '../peerToPeer/command.ts';
import { demandedOfferProblem } from '../peerToPeer/guard.ts';
import { offersFor, type PeerToPeerStatus, peerToPeerStatus } from '../peerToPeer/peerToPeer.ts';
import { waitingItems } from '../physician/waiting.ts';
import { ageInYears, dateInZone, type Instant } from '../time/instant.ts';
import { type CriteriaBrief, criteriaBriefs } from './criteria.ts';
import type { HistoryEntry } from './history.ts';
import { type BriefNote, briefNotes } from './notes.ts';

/** What a physician needs to know of one referred line. */
export type ItemBrief = {
  readonly itemSequence: number;
  readonly service: Coding;
  /** Our own short label of the service. */
  readonly label?: string;
  readonly quantity?: Quantity;
  readonly period?: ServicePeriod;
  readonly levelOfCare?: string;
  readonly diagnoses: readonly string[];
  readonly referral?: Case['referred'][number];
  /** `notRead`: no criteria are held for this service, and the physician names those that apply. */
  readonly answer: Truth | 'notRead';
  readonly criteria: readonly CriteriaBrief[];
  /** What a model found and a person took. */
  readonly notes: readonly BriefNote[];
  readonly talks: readonly { readonly offerId: string; readonly status: PeerToPeerStatus }[];
  /** What a talk with the clinician still keeps from a decision against the line. */
  readonly talkFirst?: Refusal;
  readonly earlier: readonly Determination[];
};

export type Brief = {
  readonly now: Instant;
  readonly caseNumber: string;
  readonly version: number;
  readonly member: { readonly name: string; readonly memberNumber: string; readonly age: number; readonly sex: string };
  readonly request: Pick<
    Case['request'],
    'coverage' | 'reviewType' | 'setting' | 'requestingProvider' | 'diagnoses' | 'rationale' | 'zone'
  >;
  readonly urgency: Case['urgency'];
  readonly assignee?: Case['assignee'];
  readonly items: readonly ItemBrief[];
  /** What the first review wrote, newest first. */
  readonly reviews: Case['reviews'];
  readonly clock?: Pick<ClockReceipt, 'ruleId' | 'name' | 'citation' | 'startedAt' | 'dueAt' | 'state'>;
  readonly demand: MatchingDemand;
  readonly informationRequests: Case['informationRequests'];
  readonly documents: Case['documents'];
  readonly history: readonly HistoryEntry[];
};

export type BriefBasis = {
  readonly receipts: readonly ClockReceipt[];
  readonly demand: MatchingDemand;
  readonly peerToPeer: PeerToPeerDemand;
  readonly history: readonly HistoryEntry[];
  readonly labels: ReadonlyMap<string, string>;
  readonly now: Instant;
};

const itemBrief = (c: Case, item: Case['items'][number], basis: BriefBasis): ItemBrief => {
  const { sequence, service, quantity, period, levelOfCare, diagnoses } = item;
  const criteria = criteriaBriefs(c, [sequence]);
  const label = basis.labels.get(service.code);
  const referral = c.referred.find((r) => r.itemSequence === sequence);
  const talkFirst = demandedOfferProblem(c, sequence, basis.peerToPeer, basis.now);
  return {
    itemSequence: sequence,
    service,
    ...(label ? { label } : {}),
    ...(quantity ? { quantity } : {}),
    ...(period ? { period } : {}),
    ...(levelOfCare ? { levelOfCare } : {}),
    diagnoses,
    ...(referral ? { referral } : {}),
    answer: criteria.length === 0 ? 'notRead' : all(criteria.map((b) => b.truth)),
    criteria,
    notes: briefNotes(c, sequence),
    talks: offersFor(c, sequence).map((p) => ({
      offerId: p.offerId,
      status: peerToPeerStatus(p, basis.now, basis.peerToPeer.deadlines),
    })),
    ...(talkFirst ? { talkFirst } : {}),
    earlier: item.earlierDeterminations,
  };
};

/** Everything that a physician needs for the referred lines, on one page; computed, never written by hand. */
export const briefOf = (c: Case, basis: BriefBasis): Brief => {
  const { member, coverage, reviewType, setting, requestingProvider, diagnoses, rationale, zone } = c.request;
  const clock = earliestHard(basis.receipts);
  return {
    now: basis.now,
    caseNumber: c.caseNumber,
    version: c.version,
    member: {
      name: `${member.given} ${member.family}`,
      memberNumber: member.memberNumber,
      age: ageInYears(member.birthDate, dateInZone(basis.now, zone)),
      sex: member.sex,
    },
    request: {
      coverage,
      reviewType,
      setting,
      requestingProvider,
      diagnoses,
      zone,
      ...(rationale ? { rationale } : {}),
    },
    urgency: c.urgency,
    ...(c.assignee ? { assignee: c.assignee } : {}),
    items: waitingItems(c).map((i) => itemBrief(c, i, basis)),
    reviews: c.reviews.toReversed(),
    ...(clock
      ? {
          clock: {
            ruleId: clock.ruleId,
            name: clock.name,
            citation: clock.citation,
            startedAt: clock.startedAt,
            dueAt: clock.dueAt,
            state: clock.state,
          },
        }
      : {}),
    demand: basis.demand,
    informationRequests: c.informationRequests,
    documents: c.documents,
    history: basis.history,
  };
};

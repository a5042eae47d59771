import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import type { Deadlines, PeerToPeerDemand } from '@openum/domain/peerToPeer/command.ts';
import { asDemanded, rulesFor } from '@openum/domain/peerToPeer/matching.ts';
import type { PeerToPeerRule } from '@openum/domain/peerToPeer/rule.ts';
import { presentStage } from '@openum/domain/stay/review.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { receiptOf } from '../clock/receipts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export const hardDeadlines = (c: Case, knowledge: Knowledge, now: Instant): Deadlines =>
  c.clocks
    .map((started) => receiptOf(c, started, knowledge, now))
    .filter((r) => r.hard && r.metAt === undefined)
    .map((r) => r.dueAt);

const rulesOf = (c: Case, knowledge: Knowledge, now: Instant): readonly PeerToPeerRule[] =>
  rulesFor(knowledge.peerToPeerRules, { ...c.request, reviewType: presentStage(c) }, dateInZone(now, c.request.zone));

/** What the rules ask for before a decision against this request. */
export const demandOf = (c: Case, knowledge: Knowledge, now: Instant): PeerToPeerDemand => ({
  offers: rulesOf(c, knowledge, now)
    .filter((r) => r.demand === 'beforeDenial')
    .map(asDemanded),
  deadlines: hardDeadlines(c, knowledge, now),
});

/** The rule under which a talk is offered now, and where its window ends by that rule alone. */
export const offerBasis = (c: Case, knowledge: Knowledge, now: Instant) => {
  const [rule] = rulesOf(c, knowledge, now);
  if (!rule) return undefined;
  const limit = { duration: rule.window, direction: 'after' } as const;
  const windowEndsAt = dueMoment(limit, now, c.request.zone, knowledge.calendars(rule.calendar)).dueAt;
  return { rule, demanded: asDemanded(rule), windowEndsAt };
};

export const noRule: Refusal = refuse('fieldInvalid', {
  field: 'rule',
  problem: 'no rule on peer-to-peers covers this line of business',
});

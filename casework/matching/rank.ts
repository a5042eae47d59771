import type { Case } from '@openum/domain/case/state.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import type { MatchingDemand } from '@openum/domain/matching/demand.ts';
import { type Match, rankPhysicians } from '@openum/domain/matching/match.ts';
import type { Physician } from '@openum/domain/matching/physician.ts';
import { waitingItems } from '@openum/domain/physician/waiting.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { receiptsOf } from '../clock/receipts.ts';
import { requirementFor } from '../determination/basis.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What the rules and the service ask of whoever decides the lines that wait. */
export const demandFor = (c: Case, knowledge: Knowledge): MatchingDemand => {
  const waiting = waitingItems(c);
  const asked = c.referred.flatMap((r) => (r.specialty ? [r.specialty] : []));
  const named = waiting.flatMap((i) => serviceOf(knowledge.services, i.service)?.specialties ?? []);
  return {
    requirement: requirementFor(c, knowledge),
    // What the nurse asked for stands before what the catalogue would take.
    preferred: [...new Set(asked.length > 0 ? asked : named)],
  };
};

export const firstDeadline = (c: Case, knowledge: Knowledge, now: Instant): Instant | undefined =>
  earliestHard(receiptsOf(c, knowledge, now))?.dueAt;

/** Who should decide the lines that wait, whoever should have them first in front. */
export const rankFor = (
  c: Case,
  people: readonly Physician[],
  knowledge: Knowledge,
  now: Instant,
): readonly Match[] => {
  const dueAt = firstDeadline(c, knowledge, now);
  return rankPhysicians(people, {
    case: c,
    demand: demandFor(c, knowledge),
    ...(dueAt ? { dueAt } : {}),
    policy: knowledge.matchingPolicy,
    now,
  });
};

import type { CommandOf, ItemDecision } from '../case/command.ts';
import { blank, type Decided, itemsProblem } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { demandedOfferProblem } from '../peerToPeer/guard.ts';
import { approvalLockProblem } from '../reopening/lock.ts';
import { documentsInTime } from '../retrospective/evidence.ts';
import { handBack } from '../stay/handBack.ts';
import { isOpenStay } from '../stay/stay.ts';
import { decidedBy } from './decidedBy.ts';
import type { Determination } from './determination.ts';
import {
  type AdverseBasis,
  type AdverseDecision,
  adverseProblem,
  authorizedProblem,
  type QualifiedPerson,
} from './guard.ts';

/** The determination of a decision that `adverseProblem` found nothing against. */
export const adverseDetermination = (command: AdverseBasis, decision: AdverseDecision): Determination => {
  const person = command.actor as QualifiedPerson;
  return {
    outcome: decision.outcome,
    itemSequence: decision.itemSequence,
    decidedAt: command.now,
    criteria: criteriaOf(command, decision.itemSequence),
    by: {
      kind: 'person',
      userId: person.userId,
      name: person.name,
      role: 'medicalDirector',
      qualification: person.qualification,
    },
    reasonClass: decision.reasonClass,
    reasonCodes: decision.reasonCodes,
    rationale: decision.rationale,
    memberRationale: decision.memberRationale,
    ...(decision.alternatives && !blank(decision.alternatives) ? { alternatives: decision.alternatives } : {}),
    ...(decision.authorized ? { authorized: decision.authorized } : {}),
    evidenceOpened: command.evidenceOpened,
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
  };
};

const criteriaOf = (command: Pick<AdverseBasis, 'criteria'>, item: number) =>
  command.criteria.filter((r) => r.itemSequence === item).map(({ itemSequence: _, ...reference }) => reference);

const favourable = (
  command: CommandOf<'DetermineItems'>,
  decision: Extract<ItemDecision, { outcome: 'approved' }>,
): Determination => ({
  outcome: 'approved',
  itemSequence: decision.itemSequence,
  decidedAt: command.now,
  criteria: criteriaOf(command, decision.itemSequence),
  by: decidedBy(command.actor, 'medicalDirector'),
  authorized: decision.authorized,
  ...(decision.rationale ? { rationale: decision.rationale } : {}),
});

/** A review in retrospect rests on what was known at the time of service; what came later is not cited. */
const evidenceCited = (c: Case, opened: readonly string[]): readonly string[] => {
  const inTime = documentsInTime(c.documents, c.request);
  return opened.filter(
    (id) => inTime.some((d) => d.documentId === id) || !c.documents.some((d) => d.documentId === id),
  );
};

/** With the last open line of a stay the physician's part is over, and the stay goes on. */
const ofEndedReview = (c: Case, { actor, decisions }: CommandOf<'DetermineItems'>): readonly CaseEvent[] => {
  const ended = openItems(c).every((i) => decisions.some((d) => d.itemSequence === i.sequence));
  const deciding = actor.kind === 'person' && c.assignee?.userId === actor.userId ? c.assignee : undefined;
  return c.stay && isOpenStay(c.stay) && ended && deciding && c.referred.length > 0 ? handBack(c, deciding) : [];
};

export const determineItems = (c: Case, command: CommandOf<'DetermineItems'>): Decided => {
  const problem = itemsProblem(
    c,
    command.decisions.map((d) => d.itemSequence),
  );
  if (problem) return problem;
  // Against the request or for it: who has an interest in the outcome decides neither way.
  if (command.declaredConflict) return refuse('conflictDeclared', { with: command.declaredConflict });
  const citing = { ...command, evidenceOpened: evidenceCited(c, command.evidenceOpened) };
  const determined: CaseEvent[] = [];
  for (const decision of command.decisions) {
    const item = c.items.find((i) => i.sequence === decision.itemSequence);
    if (!item) return refuse('itemUnknown', { item: decision.itemSequence });
    const wrong =
      authorizedProblem(item, decision) ??
      (decision.outcome === 'approved'
        ? undefined
        : (adverseProblem(command, c, decision) ??
          approvalLockProblem(c, item, decision, command.approvalLocks, command.now) ??
          demandedOfferProblem(c, item.sequence, command.peerToPeer, command.now)));
    if (wrong) return wrong;
    determined.push({
      type: 'ItemDetermined',
      data: decision.outcome === 'approved' ? favourable(command, decision) : adverseDetermination(citing, decision),
    });
  }
  return [...determined, ...ofEndedReview(c, command)];
};

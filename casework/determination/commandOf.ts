import { refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { declaredConflict } from '@openum/domain/matching/party.ts';
import type { Act, Acting } from '../case/act.ts';
import type { LoadedCase } from '../case/load.ts';
import { demandOf } from '../peerToPeer/basis.ts';
import { locksOf } from '../reopening/basis.ts';
import { criteriaOf, requirementFor } from './basis.ts';
import { authorizedOf, citedIn, decisionsOf } from './given.ts';

/** What a physician decides, with everything that the guards ask for. */
export const determineOf = async (
  act: Extract<Act, { type: 'DetermineItems' }>,
  acting: Acting,
  loaded: LoadedCase,
) => {
  const scope = { tenantId: acting.tenant.tenantId };
  const known = acting.casework.knowledge.notices.decisionReasons;
  for (const d of act.decisions) {
    const code = d.outcome === 'approved' ? undefined : d.reasonCodes.find((r) => !known.has(r));
    if (code !== undefined) return refuse('reasonCodeUnknown', { item: d.itemSequence, code });
  }
  const { conflicts } = await acting.casework.physicians.file(scope, acting.actor.userId);
  const conflict = declaredConflict(conflicts, loaded.state);
  return {
    type: 'DetermineItems',
    ...(conflict ? { declaredConflict: conflict.kind === 'member' ? 'this member' : conflict.name } : {}),
    decisions: decisionsOf(act.decisions, acting),
    criteria: [...criteriaOf(loaded.state), ...citedIn(act.decisions)],
    requirement: requirementFor(loaded.state, acting.casework.knowledge),
    peerToPeer: demandOf(loaded.state, acting.casework.knowledge, acting.now),
    approvalLocks: locksOf(loaded.state, acting.casework.knowledge),
    attestation: act.attestation,
    evidenceOpened: await acting.casework.readLog.openedBy(scope, loaded.caseId, acting.actor.userId),
  } as const;
};

export const completeReviewOf = (act: Extract<Act, { type: 'CompleteReview' }>, acting: Acting, c: Case) => {
  if (act.outcome === 'refer') {
    const { specialty, ...rest } = act;
    return { ...rest, ...(specialty ? { specialty } : {}) };
  }
  const criteria = criteriaOf(c);
  return {
    ...act,
    items: act.items.map((i) => ({
      itemSequence: i.itemSequence,
      authorized: authorizedOf(i.authorized, acting),
      criteria: criteria.filter((r) => r.itemSequence === i.itemSequence).map(({ itemSequence: _, ...r }) => r),
    })),
  };
};

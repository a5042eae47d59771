import { type AdvanceRule, advanceRuleOf, advanceRules } from '@openum/content/coverageEnd/load.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { CoverageEndCommand } from '@openum/domain/coverageEnd/command.ts';
import { addDays, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { dayOf, momentOf } from '../case/given.ts';
import type { LoadedCase } from '../case/load.ts';
import { criteriaOf, requirementFor } from '../determination/basis.ts';
import { citedIn, decisionsOf } from '../determination/given.ts';
import { locksOf } from '../reopening/basis.ts';
import type { CoverageEndAct } from './act.ts';

type Act<T extends CoverageEndAct['type']> = Extract<CoverageEndAct, { type: T }>;

/** How much notice a cut of this case needs, and from today the earliest last covered day. */
export const advanceFor = (
  c: Case,
  now: Instant,
): { readonly rule: AdvanceRule; readonly earliestEnd: CalendarDate } => {
  const rule = advanceRuleOf(advanceRules, c.request.coverage.lineOfBusiness, c.urgency, {
    state: c.request.coverage.stateOfIssue,
    isDrug: c.items.some((i) => i.isDrug),
  });
  if (!rule) throw new Error(`no rule on advance notice for ${c.request.coverage.lineOfBusiness}`);
  return { rule, earliestEnd: addDays(dateInZone(now, c.request.zone), rule.days) };
};

const reduce = async (
  act: Act<'ReduceAuthorization'>,
  acting: Acting,
  { caseId, state }: LoadedCase,
): Promise<CoverageEndCommand | Refusal> => {
  const { knowledge, environment, readLog } = acting.casework;
  const code = act.decision.reasonCodes.find((r) => !knowledge.notices.decisionReasons.has(r));
  if (code !== undefined) return refuse('reasonCodeUnknown', { item: act.decision.itemSequence, code });
  const [decision] = decisionsOf([act.decision], acting);
  if (!decision || decision.outcome === 'approved') return refuse('itemsMissing');
  const lastCoveredOn = decision.authorized?.period.end;
  if (lastCoveredOn === undefined) return refuse('fieldMissing', { field: 'authorized.period.end' });
  const { rule, earliestEnd } = advanceFor(state, acting.now);
  return {
    type: 'ReduceAuthorization',
    endId: environment.newId(),
    decision,
    lastCoveredOn,
    advance: { earliestEnd, citation: rule.citation, exceptions: rule.exceptions.map((e) => e.ground) },
    ...(act.exception ? { exception: act.exception } : {}),
    criteria: [...criteriaOf(state), ...citedIn([act.decision])],
    requirement: requirementFor(state, knowledge),
    attestation: act.attestation,
    approvalLocks: locksOf(state, knowledge),
    evidenceOpened: await readLog.openedBy({ tenantId: acting.tenant.tenantId }, caseId, acting.actor.userId),
  };
};

export const coverageEndCommandOf = async (
  act: CoverageEndAct,
  acting: Acting,
  loaded: LoadedCase,
): Promise<CoverageEndCommand | Refusal> => {
  const { knowledge, environment } = acting.casework;
  switch (act.type) {
    case 'PlanCoverageEnd': {
      const lastCoveredOn = dayOf('lastCoveredOn', act.lastCoveredOn);
      if (isRefusal(lastCoveredOn)) return lastCoveredOn;
      return {
        ...act,
        endId: environment.newId(),
        lastCoveredOn,
        requirement: requirementFor(loaded.state, knowledge),
      };
    }
    case 'ReduceAuthorization':
      return reduce(act, acting, loaded);
    case 'WithdrawCoverageEnd':
    case 'ExplainCoverageEnd':
      return act;
    case 'RecordMedicareNotice': {
      const { documentId, ...rest } = act;
      const deliveredAt = momentOf('deliveredAt', act.deliveredAt);
      if (isRefusal(deliveredAt)) return deliveredAt;
      return { ...rest, deliveryId: environment.newId(), deliveredAt, ...(documentId ? { documentId } : {}) };
    }
    case 'RecordQioRequest': {
      const requestedAt = momentOf('requestedAt', act.requestedAt);
      const notifiedAt = momentOf('notifiedAt', act.notifiedAt);
      if (isRefusal(requestedAt)) return requestedAt;
      if (isRefusal(notifiedAt)) return notifiedAt;
      return { ...act, reviewId: environment.newId(), requestedAt, notifiedAt };
    }
    case 'RecordQioDecision': {
      const decidedAt = momentOf('decidedAt', act.decidedAt);
      return isRefusal(decidedAt) ? decidedAt : { ...act, decidedAt };
    }
    default: {
      const never: never = act;
      return never;
    }
  }
};

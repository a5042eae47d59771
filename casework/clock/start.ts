import type { AuthorizationRequest, Urgency } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { ClockContext } from '@openum/domain/clock/context.ts';
import { clockContexts, type PlanFacts, startRequestClocks } from '@openum/domain/clock/request.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Tenant } from '../port/identity.ts';
import type { RegisteredMember } from '../port/register.ts';

type StartEvent = 'requestReceived' | 'expediteRequested';

/** What the plan and its catalogue know beside the request, and the rules may turn on. */
const planFacts = (
  request: AuthorizationRequest,
  tenant: Tenant,
  member: RegisteredMember | undefined,
  knowledge: Knowledge,
): PlanFacts => {
  const services = request.items.map((i) => serviceOf(knowledge.services, i.service));
  const drugBenefit = services.find((s) => s?.drugBenefit)?.drugBenefit;
  const stateOfService = request.requestingProvider.address?.state;
  return {
    accreditations: tenant.accreditations,
    behavioralHealth: services.some((s) => s?.behavioralHealth === true),
    ...(drugBenefit ? { drugBenefit } : {}),
    ...(stateOfService ? { stateOfService } : {}),
    ...(member?.ratingPeriodStart ? { ratingPeriodStart: member.ratingPeriodStart } : {}),
  };
};

/**
 * Clocks that something else than the request starts: the wish to go on after stabilization (42 CFR 422.113(c)), and, in retrospect,
 * the claim: a request to approve care that was given asks for its payment (42 CFR 422.566(b), 422.568(c)).
 */
const clocksOfOtherEvents = (
  request: AuthorizationRequest,
  contexts: readonly ClockContext[],
  { turnaroundRules }: Knowledge,
  newId: () => string,
): readonly StartedClock[] => {
  const stabilized = request.stay?.postStabilizationRequestedAt;
  const urgent = contexts.map((c): ClockContext => ({ ...c, urgency: 'expedited' }));
  return [
    ...(stabilized ? startRequestClocks(turnaroundRules, urgent, 'postStabilizationRequested', stabilized, newId) : []),
    ...(request.reviewType === 'retrospective'
      ? startRequestClocks(turnaroundRules, contexts, 'claimReceived', request.receivedAt, newId)
      : []),
  ];
};

/** The clocks of a request that has just arrived. */
export const clocksOnReceipt = (
  request: AuthorizationRequest,
  tenant: Tenant,
  member: RegisteredMember,
  casework: Pick<Casework, 'knowledge' | 'environment'>,
): readonly StartedClock[] => {
  const { knowledge, environment } = casework;
  const contexts = clockContexts(request, planFacts(request, tenant, member, knowledge));
  return [
    ...startRequestClocks(
      knowledge.turnaroundRules,
      contexts,
      'requestReceived',
      request.receivedAt,
      environment.newId,
    ),
    ...clocksOfOtherEvents(request, contexts, knowledge, environment.newId),
  ];
};

/** The clocks of a case anew: after a change of urgency, or a corrected receipt. */
export const clocksAnew = async (
  c: Case,
  startEvent: StartEvent,
  at: Instant,
  urgency: Urgency,
  acting: { readonly casework: Casework; readonly tenant: Tenant },
): Promise<readonly StartedClock[]> => {
  const { knowledge, environment, register } = acting.casework;
  const member = await register.memberByNumber({ tenantId: acting.tenant.tenantId }, c.request.member.memberNumber);
  const request = { ...c.request, receivedAt: at, urgency };
  const contexts = clockContexts(request, planFacts(request, acting.tenant, member, knowledge));
  return [
    ...startRequestClocks(knowledge.turnaroundRules, contexts, startEvent, at, environment.newId),
    ...clocksOfOtherEvents(request, contexts, knowledge, environment.newId),
  ];
};

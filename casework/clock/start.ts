import type { AuthorizationRequest, Urgency } from '@openum/domain/case/request.ts';
import { stageOf } from '@openum/domain/case/stage.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { ClockContext } from '@openum/domain/clock/context.ts';
import { clockContexts, type PlanFacts, startRequestClocks } from '@openum/domain/clock/request.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { continuedLines } from '@openum/domain/stay/stay.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { expediteDeclined } from '@openum/domain/urgency/told.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Tenant } from '../port/identity.ts';
import type { RegisteredMember } from '../port/register.ts';

type StartEvent = 'requestReceived' | 'expediteRequested';

/** What the plan and its catalogue know beside the request, and the rules may turn on. */
export const planFacts = (
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

type Clocking = { readonly casework: Casework; readonly tenant: Tenant };

/** The clocks of a wish for more days of a stay, before they are tied to their lines. */
export const clocksOfContinuedStay = async (
  request: AuthorizationRequest,
  askedBeforeEnd: boolean | undefined,
  { casework, tenant }: Clocking,
): Promise<readonly StartedClock[]> => {
  const { knowledge, environment, register } = casework;
  const member = await register.memberByNumber({ tenantId: tenant.tenantId }, request.member.memberNumber);
  const facts = {
    ...planFacts(request, tenant, member, knowledge),
    ...(askedBeforeEnd === undefined ? {} : { askedBeforeEnd }),
  };
  const { turnaroundRules } = knowledge;
  const contexts = clockContexts(request, facts);
  return startRequestClocks(turnaroundRules, contexts, 'requestReceived', request.receivedAt, environment.newId);
};

/** The clocks of later days of a stay that are still undecided: each wish for days has its own. */
const continuedAnew = async (
  c: Case,
  startEvent: StartEvent,
  at: Instant,
  urgency: Urgency,
  acting: Clocking,
): Promise<readonly StartedClock[]> => {
  const open = openItems(c).map((i) => i.sequence);
  const wishes = (c.stay?.continued ?? []).filter((r) => r.items.some((i) => open.includes(i.sequence)));
  const started = wishes.map(async ({ items, channel, receivedAt, askedBeforeEnd }) => {
    const from = startEvent === 'expediteRequested' ? at : receivedAt;
    const wish = { ...c.request, reviewType: 'concurrent' as const, items, channel, urgency, receivedAt: from };
    const clocks = await clocksOfContinuedStay(wish, askedBeforeEnd, acting);
    return clocks.map((k) => ({ ...k, startEvent, itemSequences: items.map((i) => i.sequence) }));
  });
  return (await Promise.all(started)).flat();
};

/** The clocks of a case anew: after a change of urgency, or a corrected receipt. */
export const clocksAnew = async (
  c: Case,
  startEvent: StartEvent,
  at: Instant,
  urgency: Urgency,
  acting: Clocking,
): Promise<readonly StartedClock[]> => {
  const continued = await continuedAnew(c, startEvent, at, urgency, acting);
  const later = continuedLines(c);
  if (continued.length > 0 && !openItems(c).some((i) => !later.includes(i.sequence))) return continued;
  const { knowledge, environment, register } = acting.casework;
  const member = await register.memberByNumber({ tenantId: acting.tenant.tenantId }, c.request.member.memberNumber);
  const request = { ...c.request, receivedAt: at, urgency };
  const contexts = clockContexts(request, planFacts(request, acting.tenant, member, knowledge));
  return [
    ...startRequestClocks(knowledge.turnaroundRules, contexts, startEvent, at, environment.newId),
    ...clocksOfOtherEvents(request, contexts, knowledge, environment.newId),
    ...continued,
  ];
};

/** By when the member has the letter that a wish to expedite the open lines is refused. */
export const clocksOfRefusal = (
  c: Case,
  at: Instant,
  { casework: { knowledge, environment }, tenant }: Clocking,
): readonly StartedClock[] => {
  const open = openItems(c);
  const request = { ...c.request, items: open, receivedAt: at, urgency: 'expedited' as const };
  const contexts = clockContexts(request, planFacts(request, tenant, undefined, knowledge));
  const itemSequences = open.map((i) => i.sequence);
  return startRequestClocks(knowledge.turnaroundRules, contexts, expediteDeclined, at, environment.newId).map((k) => ({
    ...k,
    itemSequences,
  }));
};

/** The clocks of a line that is opened again: it is answered in the time that a new request for it would have. */
export const clocksOnReopening = async (
  c: Case,
  itemSequence: number,
  now: Instant,
  { casework, tenant }: Clocking,
): Promise<readonly StartedClock[]> => {
  const { knowledge, environment, register } = casework;
  const items = c.items.filter((i) => i.sequence === itemSequence);
  const [item] = items;
  const reviewType = item ? stageOf(c, item) : c.request.reviewType;
  const member = await register.memberByNumber({ tenantId: tenant.tenantId }, c.request.member.memberNumber);
  const request = { ...c.request, items, reviewType, receivedAt: now, urgency: c.urgency };
  const contexts = clockContexts(request, planFacts(request, tenant, member, knowledge));
  const startEvent = reviewType === 'retrospective' ? ['requestReceived', 'claimReceived'] : ['requestReceived'];
  return startEvent.flatMap((e) => startRequestClocks(knowledge.turnaroundRules, contexts, e, now, environment.newId));
};

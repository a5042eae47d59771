import type { AuthorizationRequest, Urgency } from '@openum/domain/case/request.ts';
import type { ClockContext } from '@openum/domain/clock/context.ts';
import { authorizationRequired, serviceOf } from '@openum/domain/service/catalogue.ts';
import { ageInYears, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What the plan knows beside the request, and the rules may turn on. */
export type PlanFacts = {
  readonly accreditations: readonly string[];
  readonly ratingPeriodStart?: CalendarDate;
};

/**
 * The request as the turnaround rules see it. A request is a drug request only when all of its lines are; it needs an
 * authorization when any line does.
 */
export const clockContext = (
  request: AuthorizationRequest,
  receivedAt: Instant,
  urgency: Urgency,
  plan: PlanFacts,
  knowledge: Knowledge,
): ClockContext => {
  const services = request.items.map((i) => serviceOf(knowledge.services, i.service));
  const benefit = services.find((s) => s?.drugBenefit)?.drugBenefit;
  const line = request.coverage.lineOfBusiness;
  const stateOfService = request.requestingProvider.address?.state;
  return {
    lineOfBusiness: line,
    stateOfIssue: request.coverage.stateOfIssue,
    ...(stateOfService ? { stateOfService } : {}),
    reviewType: request.reviewType,
    urgency,
    isDrug: request.items.every((i) => i.isDrug),
    ...(benefit ? { drugBenefit: benefit } : {}),
    authorizationRequired: services.some((s) => authorizationRequired(s, line)),
    channel: request.channel,
    setting: request.setting,
    behavioralHealth: services.some((s) => s?.behavioralHealth === true),
    enrolleeAge: ageInYears(request.member.birthDate, dateInZone(receivedAt, request.zone)),
    receivedAt,
    zone: request.zone,
    accreditations: plan.accreditations,
    ...(plan.ratingPeriodStart ? { ratingPeriodStart: plan.ratingPeriodStart } : {}),
  };
};

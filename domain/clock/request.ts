import type { AuthorizationRequest } from '../case/request.ts';
import { ageInYears, dateInZone, type Instant } from '../time/instant.ts';
import type { ClockContext } from './context.ts';
import { startClocks } from './match.ts';
import type { TurnaroundRule } from './rule.ts';
import type { StartedClock } from './started.ts';

/** What the plan knows and the request does not say. Absent: unknown. */
export type PlanFacts = Pick<
  ClockContext,
  | 'accreditations'
  | 'ratingPeriodStart'
  | 'planYearStart'
  | 'circumstances'
  | 'drugBenefit'
  | 'behavioralHealth'
  | 'stateOfService'
  | 'askedBeforeEnd'
>;

/** One context for the drugs of a request and one for its other items: they run on different clocks. */
export const clockContexts = (request: AuthorizationRequest, plan: PlanFacts): ClockContext[] => {
  const { drugBenefit, ...rest } = plan;
  const receivedOn = dateInZone(request.receivedAt, request.zone);
  const of = (isDrug: boolean): ClockContext => ({
    ...rest,
    ...(isDrug && drugBenefit !== undefined ? { drugBenefit } : {}),
    isDrug,
    lineOfBusiness: request.coverage.lineOfBusiness,
    stateOfIssue: request.coverage.stateOfIssue,
    reviewType: request.reviewType,
    // Care that has been given cannot wait any more: no rule knows an expedited review in retrospect.
    urgency: request.reviewType === 'retrospective' ? 'standard' : request.urgency,
    authorizationRequired: request.authorizationRequired,
    channel: request.channel,
    setting: request.setting,
    enrolleeAge: ageInYears(request.member.birthDate, receivedOn),
    receivedAt: request.receivedAt,
    zone: request.zone,
  });
  return [...new Set(request.items.map((item) => item.isDrug))].map(of);
};

/** The clocks of a whole request: each rule starts once, whatever number of items it binds. */
export const startRequestClocks = (
  rules: readonly TurnaroundRule[],
  contexts: readonly ClockContext[],
  startEvent: string,
  startedAt: Instant,
  newId: (ruleId: string) => string,
): StartedClock[] => {
  const seen = new Set<string>();
  return contexts
    .flatMap((context) => startClocks(rules, context, startEvent, startedAt, newId))
    .filter(({ ruleId, ruleVersion }) => {
      const key = `${ruleId} ${ruleVersion}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
};

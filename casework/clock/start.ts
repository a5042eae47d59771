import type { Urgency } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { startClocks } from '@openum/domain/clock/match.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Tenant } from '../port/identity.ts';
import { clockContext, type PlanFacts } from './context.ts';

export const planFacts = async (casework: Casework, tenant: Tenant, memberNumber: string): Promise<PlanFacts> => {
  const registered = await casework.register.memberByNumber({ tenantId: tenant.tenantId }, memberNumber);
  return {
    accreditations: tenant.accreditations,
    ...(registered?.ratingPeriodStart ? { ratingPeriodStart: registered.ratingPeriodStart } : {}),
  };
};

/** The clocks of a case anew: after a change of urgency, or a corrected receipt. */
export const startedFor = async (
  c: Case,
  startEvent: 'requestReceived' | 'expediteRequested',
  at: Instant,
  urgency: Urgency,
  acting: { readonly casework: Casework; readonly tenant: Tenant },
): Promise<readonly StartedClock[]> => {
  const { knowledge, environment } = acting.casework;
  const plan = await planFacts(acting.casework, acting.tenant, c.request.member.memberNumber);
  const context = clockContext(c.request, at, urgency, plan, knowledge);
  return startClocks(knowledge.turnaroundRules, context, startEvent, at, environment.newId);
};

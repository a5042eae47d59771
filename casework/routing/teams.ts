import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type RoutingPlan, routingPlanProblems } from '@openum/domain/routing/plan.ts';
import { routingRoles } from '@openum/domain/routing/role.ts';
import type { Acting } from '../case/act.ts';

export const mayNotRoute = (roles: readonly Role[]): Refusal | undefined =>
  roles.some((r) => routingRoles.includes(r)) ? undefined : refuse('roleMissing', { roles: [...routingRoles] });

type Saving = { readonly plan: RoutingPlan; readonly expectedVersion: number; readonly reason: string };

export type Saved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number; readonly by: string }
  | { readonly kind: 'problems'; readonly problems: ReturnType<typeof routingPlanProblems> };

/** Adds a version of the plan. It counts from the next case on; cases that have an owner keep them. */
export const saveRoutingPlan = async (
  { casework, tenant, actor, now }: Acting,
  { plan, expectedVersion, reason }: Saving,
): Promise<Saved | Refusal> => {
  const no = mayNotRoute(actor.roles);
  if (isRefusal(no)) return no;
  const scope = { tenantId: tenant.tenantId };
  const users = (await casework.identity.users(scope)).filter((u) => u.active);
  const problems = routingPlanProblems(plan, new Set(users.map((u) => u.userId)));
  if (problems.length > 0) return { kind: 'problems', problems };
  const version = expectedVersion + 1;
  const savedBy = { userId: actor.userId, name: actor.name };
  if (await casework.routing.save(scope, { version, plan, savedAt: now, savedBy, reason })) {
    return { kind: 'saved', version };
  }
  const current = await casework.routing.current(scope);
  return { kind: 'stale', version: current?.version ?? 0, by: current?.savedBy.name ?? '' };
};

import { refuse } from '@openum/domain/case/refusal.ts';
import type { AuthorizationRequest, Urgency } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { absenceAt } from '@openum/domain/matching/physician.ts';
import { type Colleague, type Routed, type RoutingFacts, route } from '@openum/domain/routing/route.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Act, Acting } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Scope } from '../port/scope.ts';

export const routingFacts = (
  request: AuthorizationRequest,
  urgency: Urgency,
  { services }: Knowledge,
): RoutingFacts => {
  const known = request.items.map((i) => serviceOf(services, i.service));
  const { state } = request.member.address ?? {};
  const { language } = request.member;
  return {
    lineOfBusiness: request.coverage.lineOfBusiness,
    categories: known.flatMap((s) => s?.category ?? []),
    services: request.items.map((i) => i.service.code),
    reviewType: request.reviewType,
    ...(state ? { state } : {}),
    ...(language ? { language } : {}),
    urgency,
    setting: request.setting,
    channel: request.channel,
    behavioralHealth: known.some((s) => s?.behavioralHealth === true),
  };
};

/** Everybody active who may work on cases, with what they have and when they are there. */
export const colleaguesOf = async (
  casework: Casework,
  scope: Scope,
  now: Instant,
): Promise<ReadonlyMap<string, Colleague>> => {
  const [users, files, loads] = await Promise.all([
    casework.identity.users(scope),
    casework.physicians.files(scope),
    casework.routing.loads(scope, now),
  ]);
  return new Map(
    users
      .filter((u) => u.active)
      .map((u) => {
        const file = files.find((f) => f.userId === u.userId);
        const load = loads.find((l) => l.userId === u.userId);
        const absence = file && absenceAt(file, now);
        const { hours, capacity } = file?.availability ?? {};
        return [
          u.userId,
          {
            userId: u.userId,
            name: u.name,
            open: load?.open ?? 0,
            load: load?.load ?? 0,
            ...(hours ? { hours } : {}),
            ...(capacity === undefined ? {} : { capacity }),
            ...(absence ? { awayUntil: absence.until } : {}),
          },
        ] as const;
      }),
  );
};

/** Where a request goes by the rules of this plan; undefined when it has none, or none fits. */
export const routeOf = async (
  casework: Casework,
  scope: Scope,
  facts: RoutingFacts,
  now: Instant,
  except?: string,
): Promise<Routed | undefined> => {
  const saved = await casework.routing.current(scope);
  return saved && route(saved.plan, facts, await colleaguesOf(casework, scope, now), now, except);
};

/** The route of a case that is open, away from whoever has it. */
export const rerouteOf = (casework: Casework, scope: Scope, c: Case, now: Instant): Promise<Routed | undefined> => {
  const open = openItems(c);
  const facts = routingFacts(
    { ...c.request, items: open.length > 0 ? open : c.request.items },
    c.urgency,
    casework.knowledge,
  );
  return routeOf(casework, scope, facts, now, c.assignee?.userId);
};

export const routeAgain = async (
  { reason }: Extract<Act, { type: 'RouteAgain' }>,
  { casework, tenant, now }: Acting,
  c: Case,
) => {
  const routed = await rerouteOf(casework, { tenantId: tenant.tenantId }, c, now);
  if (!routed) return refuse('noRoute');
  return {
    type: 'RouteCase',
    ...routed,
    because: reason?.trim() ? `${reason.trim()} ${routed.because}` : routed.because,
    ...(c.assignee ? { from: c.assignee } : {}),
  } as const;
};

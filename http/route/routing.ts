import type { Acting } from '@openum/casework/case/act.ts';
import { colleaguesOf } from '@openum/casework/routing/route.ts';
import { mayNotRoute, saveRoutingPlan } from '@openum/casework/routing/teams.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { atWorkFrom } from '@openum/domain/routing/route.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import { type RoutingView, saveRouting } from '../contract/routing.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const shownVersions = 20;
const countedStrays = 500;

export const routingRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, routing, knowledge } = casework;

  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    const no = mayNotRoute(actor.roles);
    if (no) throw refusalProblem(no);
    return { casework, tenant, actor, now };
  };

  app.get('/api/routing', async (request): Promise<RoutingView> => {
    const { tenant, now } = await acting(request);
    const scope = { tenantId: tenant.tenantId };
    const [saved, history, colleagues, users, strays] = await Promise.all([
      routing.current(scope),
      routing.history(scope, shownVersions),
      colleaguesOf(casework, scope, now),
      identity.users(scope),
      routing.strays(scope, [], countedStrays),
    ]);
    return {
      ...(saved ? { saved } : {}),
      history,
      people: users
        .flatMap((u) => {
          const colleague = colleagues.get(u.userId);
          return colleague ? [{ ...colleague, roles: u.roles, here: atWorkFrom(colleague, now) === now }] : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name)),
      categories: [...new Set(knowledge.services.services.map((s) => s.category))].sort(),
      unowned: strays.length,
    };
  });

  app.put('/api/routing', { schema: { body: saveRouting } }, async (request): Promise<{ version: number }> => {
    const saved = await saveRoutingPlan(await acting(request), request.body as never);
    if (isRefusal(saved)) throw refusalProblem(saved);
    switch (saved.kind) {
      case 'saved':
        return { version: saved.version };
      case 'problems':
        throw problem(422, 'invalidBody', saved.problems.map((p) => p.message).join(' '), { fields: saved.problems });
      case 'stale':
        throw problem(409, 'staleVersion', `${saved.by} saved the teams after you opened them. Look at theirs first.`, {
          version: saved.version,
        });
      default: {
        const never: never = saved;
        return never;
      }
    }
  });
};

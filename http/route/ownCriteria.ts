import type { Acting } from '@openum/casework/case/act.ts';
import { actOnOwnCriteria, type OwnCriteriaAct } from '@openum/casework/ownCriteria/act.ts';
import { criteriaWords, readOwnCriteria } from '@openum/casework/ownCriteria/read.ts';
import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import { criteriaRoles } from '@openum/domain/criteria/access.ts';
import type { OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { type CriteriaWordsView, type OwnCriteriaView, ownCriteriaActBody } from '../contract/ownCriteria.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

const params = z.object({ setId: z.string().regex(/^plan-[a-z0-9][a-z0-9-]{1,60}$/, 'begin with plan-') });

/** The plan's own criteria: whoever works with criteria may read each version; who may change them the rules say. */
export const ownCriteriaRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, knowledge } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    if (!actor.roles.some((r) => criteriaRoles.includes(r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...criteriaRoles] }));
    return { casework, tenant, actor, now };
  };

  app.get('/api/criteria-words', async (request): Promise<CriteriaWordsView> => {
    await acting(request);
    return criteriaWords(knowledge);
  });

  app.get(
    '/api/own-criteria/:setId',
    { schema: { params } },
    async (request): Promise<OwnCriteriaView> => readOwnCriteria(await acting(request), request.params.setId),
  );

  app.post(
    '/api/own-criteria/:setId/acts',
    { schema: { params, body: ownCriteriaActBody } },
    async (request): Promise<OwnCriteria> => {
      const { sequence, act } = request.body;
      const after = await actOnOwnCriteria(
        await acting(request),
        request.params.setId,
        sequence,
        act as unknown as OwnCriteriaAct,
      );
      if (isRefusal(after)) throw refusalProblem(after);
      return after;
    },
  );
};

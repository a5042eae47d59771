import { checkModel, readModel, turnSwitch } from '@openum/casework/suggestion/settings.ts';
import { switchRoles } from '@openum/domain/suggestion/switch.ts';
import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import { type ModelCheckAnswer, type ModelView, modelQuery, switchBody } from '../contract/suggestion.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

/** The language model of the installation: its switches, its figures, and whether it answers. */
export const modelRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;

  const keeper = async (request: FastifyRequest) => {
    const me = await signedIn(identity, environment.now(), request);
    assertHolds(me, switchRoles);
    return me;
  };

  app.get('/api/model', { schema: { querystring: modelQuery } }, async (request): Promise<ModelView> => {
    const { tenant } = await keeper(request);
    const { from, through } = request.query;
    return readModel(casework, tenant, {
      fromDay: from === undefined ? undefined : calendarDate(from),
      beforeDay: through === undefined ? undefined : addDays(calendarDate(through), 1),
    });
  });

  app.post('/api/model/switches', { schema: { body: switchBody } }, async (request, reply) => {
    const { tenant, actor } = await keeper(request);
    const { target, on, reason } = request.body;
    const no = await turnSwitch(casework, tenant, actor, target, on, reason);
    if (no) throw refusalProblem(no);
    return reply.code(204).send();
  });

  // Each try costs a call of the model's server.
  const seldom = { rateLimit: { max: 10, timeWindow: '1 minute' } };
  app.post('/api/model/check', { config: seldom }, async (request): Promise<ModelCheckAnswer> => {
    await keeper(request);
    return checkModel(casework.languageModel, () => performance.now());
  });
};

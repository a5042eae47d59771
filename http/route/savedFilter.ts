import { listFilters, saveFilter } from '@openum/casework/savedFilter/savedFilters.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { type SavedFiltersView, saveFilterBody } from '../contract/savedFilter.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';

export const savedFilterRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, savedFilters } = casework;

  app.get('/api/saved-filters', async (request): Promise<SavedFiltersView> => {
    const { tenant, user } = await signedIn(identity, environment.now(), request);
    return listFilters(casework, { tenantId: tenant.tenantId }, user);
  });

  app.post('/api/saved-filters', { schema: { body: saveFilterBody } }, async (request, reply) => {
    const { tenant, user } = await signedIn(identity, environment.now(), request);
    if (!(await saveFilter(casework, { tenantId: tenant.tenantId }, user, request.body))) {
      const message = 'must be a team that you are in';
      throw problem(422, 'invalidBody', `Field team: ${message}`, { fields: [{ path: 'teamId', message }] });
    }
    return reply.code(204).send();
  });

  const params = z.object({ filterId: z.string().max(64) });
  app.delete('/api/saved-filters/:filterId', { schema: { params } }, async (request, reply) => {
    const { tenant, user } = await signedIn(identity, environment.now(), request);
    const removed = await savedFilters.remove({ tenantId: tenant.tenantId }, user.userId, request.params.filterId);
    if (!removed) throw problem(404, 'notFound', 'You have no such filter.');
    return reply.code(204).send();
  });
};

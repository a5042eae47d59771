import { newsDays } from '@openum/domain/notification/news.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import { type NewsView, newsPreferencesBody, readNewsBody } from '../contract/news.ts';
import type { HttpDeps } from '../deps.ts';

const mostListed = 100;

/** A person's own news. It names a case by its number and what happened, and nobody's health. */
export const newsRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, caseNews } = casework;

  app.get('/api/news', async (request): Promise<NewsView> => {
    const now = environment.now();
    const { tenant, user } = await signedIn(identity, now, request);
    const scope = { tenantId: tenant.tenantId };
    const [news, muted] = await Promise.all([
      caseNews.ofUser(scope, user, addElapsed(now, { hours: -24 * newsDays }), mostListed),
      caseNews.muted(scope, user.userId),
    ]);
    return { ...news, muted };
  });

  app.post('/api/news/read', { schema: { body: readNewsBody } }, async (request, reply) => {
    const now = environment.now();
    const { tenant, user } = await signedIn(identity, now, request);
    await caseNews.markRead({ tenantId: tenant.tenantId }, user.userId, request.body.news, now);
    return reply.code(204).send();
  });

  app.put('/api/news/preferences', { schema: { body: newsPreferencesBody } }, async (request, reply) => {
    const { tenant, user } = await signedIn(identity, environment.now(), request);
    await caseNews.mute({ tenantId: tenant.tenantId }, user.userId, request.body.muted);
    return reply.code(204).send();
  });
};

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import { type NotificationsView, readNotificationsBody } from '../contract/notification.ts';
import type { HttpDeps } from '../deps.ts';

const mostListed = 50;

/** A person's own alarms. They name a case by its number and a rule, and nobody's health. */
export const notificationRoutes = (fastify: FastifyInstance, { casework, notifications }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;

  app.get('/api/notifications', async (request): Promise<NotificationsView> => {
    const { tenant, user } = await signedIn(identity, environment.now(), request);
    return notifications.ofUser({ tenantId: tenant.tenantId }, user.userId, mostListed);
  });

  app.post('/api/notifications/read', { schema: { body: readNotificationsBody } }, async (request, reply) => {
    const now = environment.now();
    const { tenant, user } = await signedIn(identity, now, request);
    await notifications.markRead({ tenantId: tenant.tenantId }, user.userId, request.body.notificationIds, now);
    return reply.code(204).send();
  });
};

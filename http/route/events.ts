import '@fastify/sse';
import type { FastifyInstance } from 'fastify';
import { signedIn } from '../auth/session.ts';
import type { HttpDeps } from '../deps.ts';

/** Server-sent events: `case` with `{caseId, version}` for each change in the tenant. A hint to look again, never the content. */
export const eventRoutes = (fastify: FastifyInstance, { casework, hub }: HttpDeps): void => {
  fastify.get('/api/events', { sse: 'only' }, async (request, reply) => {
    const { tenant } = await signedIn(casework.identity, casework.environment.now(), request);
    reply.sse.keepAlive();
    await reply.sse.send({ event: 'ready', data: {} });
    const stop = hub.listen(tenant.tenantId, (change) => {
      if (reply.sse.isConnected) void reply.sse.send({ event: 'case', data: change }).catch(() => stop());
    });
    reply.sse.onClose(stop);
  });
};

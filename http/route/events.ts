import '@fastify/sse';
import { millisecondsBetween } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import { signedIn } from '../auth/session.ts';
import type { HttpDeps } from '../deps.ts';
import type { Change } from '../live/hub.ts';

/** How long a listener is taken as signed in without another look; a closed session hears nothing more after this time. */
const trustedForMs = 10_000;

/** Server-sent events: `case` with `{caseId, version}` for each change in the tenant. A hint to look again, never the content. */
export const eventRoutes = (fastify: FastifyInstance, { casework, hub }: HttpDeps): void => {
  const { identity, environment } = casework;
  fastify.get('/api/events', { sse: 'only' }, async (request, reply) => {
    const { tenant } = await signedIn(identity, environment.now(), request);
    // A tab that was closed meanwhile is nobody to tell, and no error.
    if (!reply.sse.isConnected) return;
    reply.sse.keepAlive();
    await reply.sse.send({ event: 'ready', data: {} });
    let lookedAt = environment.now();
    const stillSignedIn = async (): Promise<boolean> => {
      const now = environment.now();
      if (millisecondsBetween(lookedAt, now) < trustedForMs) return true;
      lookedAt = now;
      return signedIn(identity, now, request).then(
        () => true,
        () => false,
      );
    };
    const pass = async (change: Change): Promise<void> => {
      if (!reply.sse.isConnected) return;
      if (await stillSignedIn()) await reply.sse.send({ event: 'case', data: change });
      else reply.sse.close();
    };
    const stop = hub.listen(tenant.tenantId, (change) => {
      pass(change).catch(() => stop());
    });
    reply.sse.onClose(stop);
  });
};

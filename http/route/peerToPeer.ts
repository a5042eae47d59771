import { readBoard } from '@openum/casework/peerToPeer/board.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import type { PeerToPeerBoard } from '../contract/peerToPeer.ts';
import type { HttpDeps } from '../deps.ts';

export const peerToPeerRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  app.get('/api/peer-to-peer', async (request): Promise<PeerToPeerBoard> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    const scope = { tenantId: me.tenant.tenantId };
    const board = await readBoard(casework, scope);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: now,
    });
    return board;
  });
};

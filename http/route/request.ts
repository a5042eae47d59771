import { type PortalForm, receivePortalForm } from '@openum/casework/intake/portal.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import { deskRequest } from '../contract/intake.ts';
import type { PortalAnswer } from '../contract/request.ts';
import type { HttpDeps } from '../deps.ts';
import { sentAnswer } from './sent.ts';

const maxBytes = 100 * 1024 * 1024;

export const requestRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;

  app.post(
    '/api/requests',
    { bodyLimit: maxBytes, schema: { body: deskRequest } },
    async (request, reply): Promise<PortalAnswer> => {
      const now = environment.now();
      const me = await signedIn(identity, now, request);
      const received = await receivePortalForm(
        { casework, tenant: me.tenant, actor: me.actor, now },
        request.body as PortalForm,
      );
      reply.code(isRefusal(received) || received.kind !== 'received' ? 200 : 201);
      return sentAnswer(casework, { tenantId: me.tenant.tenantId }, received);
    },
  );
};

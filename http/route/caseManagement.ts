import { readReferrals } from '@openum/casework/caseManagement/list.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import type { ReferralsView } from '../contract/caseManagement.ts';
import type { HttpDeps } from '../deps.ts';

export const caseManagementRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  app.get('/api/case-management', async (request): Promise<ReferralsView> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    const scope = { tenantId: me.tenant.tenantId };
    const list = await readReferrals(casework, scope);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: now,
    });
    return list;
  });
};

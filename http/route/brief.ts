import { readBrief } from '@openum/casework/brief/read.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type { BriefView } from '../contract/physician.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

const caseParams = z.object({ caseId: z.uuid() });

export const briefRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  app.get('/api/cases/:caseId/brief', { schema: { params: caseParams } }, async (request): Promise<BriefView> => {
    const now = environment.now();
    const { tenant, user, actor } = await signedIn(identity, now, request);
    const scope = { tenantId: tenant.tenantId };
    const reading = await readBrief(casework, scope, request.params.caseId, actor);
    if (isRefusal(reading)) throw refusalProblem(reading);
    const { alsoRead, ...view } = reading;
    for (const caseId of [view.caseId, ...alsoRead])
      await readLog.record(scope, {
        readId: environment.newId(),
        caseId,
        userId: user.userId,
        purpose: 'utilizationReview',
        what: 'case',
        at: now,
      });
    return view;
  });
};

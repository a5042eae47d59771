import { extractedFacts } from '@openum/casework/extraction/list.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type { ExtractedFactsView } from '../contract/extraction.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';

const ofCase = z.object({ caseId: z.uuid() });

/** Facts read from the documents of a case. They are answered by the act AnswerExtractedFact. */
export const extractionRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  app.get('/api/cases/:caseId/extracted-facts', { schema: { params: ofCase } }, async (request) => {
    const me = await signedIn(casework.identity, casework.environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    const facts = await extractedFacts(casework, scope, request.params.caseId, me.actor);
    if (!facts) throw problem(404, 'notFound', 'There is no such case, or you may not see it.');
    return facts satisfies ExtractedFactsView;
  });
};

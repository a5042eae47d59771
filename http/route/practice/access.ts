import { type AccessReading, endAccess, giveAccess, readAccess } from '@openum/casework/practice/grant/keep.ts';
import { grantingRoles } from '@openum/domain/practiceGrant/grant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { accessBody, endAccessBody } from '../../contract/practice/access.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';

/** Whom of other organizations a practice lets work on its record. */
export const accessRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/practice/access',
    async (request): Promise<AccessReading> => readAccess(await atPractice(casework, request, grantingRoles)),
  );

  app.post('/api/practice/access', { schema: { body: accessBody } }, async (request, reply) => {
    const me = await atPractice(casework, request, grantingRoles);
    const problems = await giveAccess(me, request.body);
    if (problems.length > 0)
      throw problem(422, 'invalidBody', problems.map((p) => `Field ${p.path}: ${p.message}`).join('. '), {
        fields: problems,
      });
    return reply.code(204).send();
  });

  app.post(
    '/api/practice/access/:grantId/end',
    { schema: { params: z.object({ grantId: z.string().max(64) }), body: endAccessBody } },
    async (request, reply) => {
      const me = await atPractice(casework, request, grantingRoles);
      if (!(await endAccess(me, request.params.grantId, request.body.reason)))
        throw problem(404, 'notFound', 'There is no such access, or it was ended before.');
      return reply.code(204).send();
    },
  );
};

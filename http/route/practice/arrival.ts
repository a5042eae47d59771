import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import {
  type ArrivalsReading,
  acceptArrival,
  dismissArrival,
  readArrivals,
  saveAutomatic,
} from '@openum/casework/practice/arrival/desk.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import { arrivalRoles } from '@openum/domain/practiceArrival/arrival.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { acceptArrivalBody, arrivalSettingBody, dismissArrivalBody } from '../../contract/practice/arrival.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';

const params = z.object({ arrivalId: z.string().min(1).max(64) });

/** What the practice's own systems told, and what people make of it. */
export const arrivalRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const base = '/api/practice/arrivals';

  app.get(base, async (request): Promise<ArrivalsReading> => {
    const me = await atPractice(casework, request, arrivalRoles);
    const reading = await readArrivals(me);
    await recordPracticeRead(me, 'message');
    return reading;
  });

  app.get(`${base}/:arrivalId/message`, { schema: { params } }, async (request, reply) => {
    const me = await atPractice(casework, request, arrivalRoles);
    const { arrivalId } = request.params;
    const bytes = await casework.practiceArrivals.bytes(me.scope, arrivalId);
    if (!bytes) throw problem(404, 'arrivalNotFound', refusalText.arrivalNotFound);
    await recordPracticeRead(me, 'message', arrivalId);
    return reply.header('content-type', 'text/plain; charset=utf-8').send(Buffer.from(bytes));
  });

  app.post(`${base}/:arrivalId/accept`, { schema: { params, body: acceptArrivalBody } }, async (request, reply) => {
    const me = await atPractice(casework, request, arrivalRoles);
    const no = await acceptArrival(me, request.params.arrivalId, request.body);
    if (no) throw refusalProblem(no);
    return reply.code(204).send();
  });

  app.post(`${base}/:arrivalId/dismiss`, { schema: { params, body: dismissArrivalBody } }, async (request, reply) => {
    const me = await atPractice(casework, request, arrivalRoles);
    const no = await dismissArrival(me, request.params.arrivalId, request.body.reason);
    if (no) throw refusalProblem(no);
    return reply.code(204).send();
  });

  app.put(`${base}/setting`, { schema: { body: arrivalSettingBody } }, async (request, reply) => {
    const me = await atPractice(casework, request, ['practiceOwner']);
    await saveAutomatic(me, request.body.automatic);
    return reply.code(204).send();
  });
};

import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import {
  type ManyBoard,
  type ManyDenials,
  type ManyFigures,
  type ManyTalks,
  type ManyTasks,
  readManyBoard,
  readManyDenials,
  readManyFigures,
  readManyTalks,
  readManyTasks,
} from '@openum/casework/practice/many/read.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractices } from '../../auth/atPractice.ts';
import { manyBoardQuery, manyFiguresQuery, manyQuery } from '../../contract/practice/many.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';

/** What somebody sees of all practices that let them in. Nothing is done here: acting is always in one practice. */
export const manyRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  const readings = async (request: FastifyRequest, only: string | undefined) => {
    const { open, now } = await atPractices(casework, request);
    const practices = only === undefined ? open : open.filter((p) => p.practice.tenantId === only);
    if (only !== undefined && practices.length === 0)
      throw problem(403, 'practiceClosed', 'This practice is not open to you, or is so no more.');
    return { practices, now } as { readonly practices: readonly PracticeActing[]; readonly now: PracticeActing['now'] };
  };
  const schema = { querystring: manyQuery };

  app.get(
    '/api/practice/many/board',
    { schema: { querystring: manyBoardQuery } },
    async (request): Promise<ManyBoard> => {
      const { in: only, ...asked } = request.query;
      return readManyBoard((await readings(request, only)).practices, asked);
    },
  );
  app.get('/api/practice/many/tasks', { schema }, async (request): Promise<ManyTasks> => {
    const { in: only, ...asked } = request.query;
    const { practices, now } = await readings(request, only);
    return readManyTasks(practices, now, asked);
  });
  app.get('/api/practice/many/talks', { schema }, async (request): Promise<ManyTalks> => {
    const { in: only, ...asked } = request.query;
    const { practices, now } = await readings(request, only);
    return readManyTalks(practices, now, asked);
  });
  app.get('/api/practice/many/denials', { schema }, async (request): Promise<ManyDenials> => {
    const { in: only, ...asked } = request.query;
    return readManyDenials((await readings(request, only)).practices, asked);
  });
  app.get(
    '/api/practice/many/four-questions',
    { schema: { querystring: manyFiguresQuery } },
    async (request): Promise<ManyFigures> =>
      readManyFigures((await readings(request, request.query.in)).practices, request.query.days),
  );
};

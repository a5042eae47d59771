import { type PracticeWaiting, readPracticeWaiting } from '@openum/casework/practice/desk/waiting.ts';
import type { FastifyInstance } from 'fastify';
import { atPractice } from '../../auth/atPractice.ts';
import type { HttpDeps } from '../../deps.ts';

/** The counts beside the pages of a practice: nothing of a patient is in them. */
export const waitingRoutes = (app: FastifyInstance, { casework }: HttpDeps): void => {
  app.get(
    '/api/practice/waiting',
    async (request): Promise<PracticeWaiting> => readPracticeWaiting(await atPractice(casework, request)),
  );
};

import { type RemindersReading, readReminders } from '@openum/casework/practice/reminder/read.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import { seenBody } from '../../contract/practice/reminder.ts';
import type { HttpDeps } from '../../deps.ts';

/** What somebody was told of tasks that near their end. */
export const reminderRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/practice/reminders',
    async (request): Promise<RemindersReading> => readReminders(await atPractice(casework, request)),
  );

  app.post('/api/practice/reminders/seen', { schema: { body: seenBody } }, async (request, reply) => {
    const { scope, actor, now } = await atPractice(casework, request);
    await casework.practiceReminders.markSeen(scope, actor.userId, request.body.reminderIds, now);
    return reply.code(204).send();
  });
};

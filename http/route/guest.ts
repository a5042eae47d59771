import { answerAsGuest, enterGuest, greetGuest } from '@openum/casework/peerToPeer/guest.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { tokenHash } from '../auth/token.ts';
import { type GuestView, guestAnswerBody } from '../contract/guest.ts';
import { type GuestGreeting, linkParams, secondFactorBody } from '../contract/guestLink.ts';
import type { HttpDeps } from '../deps.ts';
import { admittedView, guestLimit, linkGone } from './guestLink.ts';

/** The link of a clinician without an account to one offer of a talk. */
export const guestRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/p2p/:token',
    { schema: { params: linkParams }, config: guestLimit },
    async (request): Promise<GuestGreeting> => {
      const greeting = await greetGuest(casework, tokenHash(request.params.token));
      if (!greeting) throw linkGone();
      return greeting;
    },
  );

  app.post(
    '/api/p2p/:token/open',
    { schema: { params: linkParams, body: secondFactorBody }, config: guestLimit },
    async (request): Promise<GuestView> =>
      admittedView(await enterGuest(casework, tokenHash(request.params.token), request.body)),
  );

  app.post(
    '/api/p2p/:token/answer',
    { schema: { params: linkParams, body: guestAnswerBody }, config: guestLimit },
    async (request): Promise<GuestView> => {
      const { answer, ...factor } = request.body;
      return admittedView(await answerAsGuest(casework, tokenHash(request.params.token), factor, answer));
    },
  );
};

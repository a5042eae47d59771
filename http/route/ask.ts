import { largestSentFileBytes } from '@openum/casework/document/sent.ts';
import { answerAsked, attachAsked, enterAsked, greetAsked } from '@openum/casework/information/guest.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { tokenHash } from '../auth/token.ts';
import { type AskView, askAnswerBody, askFileQuery, factorHeaders } from '../contract/ask.ts';
import { type GuestGreeting, linkParams, secondFactorBody } from '../contract/guestLink.ts';
import type { HttpDeps } from '../deps.ts';
import { admittedView, guestLimit, linkGone } from './guestLink.ts';

/** The link of a provider without an account to one request for information. */
export const askRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/ask/:token',
    { schema: { params: linkParams }, config: guestLimit },
    async (request): Promise<GuestGreeting> => {
      const greeting = await greetAsked(casework, tokenHash(request.params.token));
      if (!greeting) throw linkGone();
      return greeting;
    },
  );

  app.post(
    '/api/ask/:token/open',
    { schema: { params: linkParams, body: secondFactorBody }, config: guestLimit },
    async (request): Promise<AskView> =>
      admittedView(await enterAsked(casework, tokenHash(request.params.token), request.body)),
  );

  app.post(
    '/api/ask/:token/answer',
    { schema: { params: linkParams, body: askAnswerBody }, config: guestLimit },
    async (request): Promise<AskView> => {
      const { npi, birthDate, commandId, ...answer } = request.body;
      const hash = tokenHash(request.params.token);
      return admittedView(await answerAsked(casework, hash, { npi, birthDate }, commandId, answer));
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestSentFileBytes }, (_request, body, take) =>
      take(null, body),
    );
    raw.withTypeProvider<ZodTypeProvider>().post(
      '/api/ask/:token/documents',
      {
        bodyLimit: largestSentFileBytes,
        schema: { params: linkParams, querystring: askFileQuery, headers: factorHeaders },
        config: guestLimit,
      },
      async (request, reply): Promise<AskView> => {
        const { 'x-guest-npi': npi, 'x-guest-birth-date': birthDate } = request.headers;
        const entered = await attachAsked(
          casework,
          tokenHash(request.params.token),
          { npi, birthDate },
          {
            title: request.query.title,
            contentType: request.headers['content-type'] ?? 'application/octet-stream',
            bytes: request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array(),
          },
        );
        reply.code(201);
        return admittedView(entered);
      },
    );
  });
};

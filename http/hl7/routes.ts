import type { FastifyInstance } from 'fastify';
import { bearerClients } from '../auth/bearer.ts';
import type { HttpDeps } from '../deps.ts';
import { errorPlace } from '../problem/errorPlace.ts';
import { er7, receiveHl7 } from './receive.ts';

/** What a client must have been given to send here. */
const scope = 'hl7';

/** The largest message that is taken, by HTTP and by MLLP. */
export const maxMessageBytes = 4 * 1024 * 1024;

/** HL7 v2 over HTTP: one message in the body, its acknowledgement in the answer. */
export const hl7Routes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const clientOf = bearerClients(casework.identity, casework.environment.now);

  // A scope of its own: bodies stay bytes (they are kept unaltered), and answers are plain text.
  fastify.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      [er7, 'text/plain'],
      { parseAs: 'buffer', bodyLimit: maxMessageBytes },
      (_request, body, done) => done(null, body),
    );
    app.setErrorHandler(
      (error: { statusCode?: number; name: string; message: string; stack?: string }, request, reply) => {
        const status = error.statusCode ?? 500;
        reply.header('content-type', 'text/plain; charset=utf-8');
        if (status === 413) return reply.code(413).send('The message is larger than this endpoint takes.');
        if (status === 415) return reply.code(415).send(`Send ${er7} or text/plain.`);
        if (status < 500) return reply.code(status).send('The request could not be read.');
        request.log.error(errorPlace(error), 'unexpected error');
        // Without an acknowledgement the sender sends the same message again.
        return reply.code(500).send('');
      },
    );

    app.post('/hl7/v2', { schema: { hide: true } }, async (request, reply) => {
      const from = await clientOf(request.headers.authorization);
      reply.header('content-type', 'text/plain; charset=utf-8');
      if (!from) return reply.code(401).header('www-authenticate', 'Bearer').send('A valid bearer token is needed.');
      if (!from.client.scopes.includes(scope)) return reply.code(403).send('This client may not use this endpoint.');
      const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      const type = request.headers['content-type'] ?? er7;
      const answer = await receiveHl7(
        casework,
        from,
        new Uint8Array(body.buffer, body.byteOffset, body.byteLength),
        type.split(';', 1)[0]?.trim() || er7,
      );
      return reply
        .header('content-type', `${type.startsWith('text/plain') ? 'text/plain' : er7}; charset=utf-8`)
        .send(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
    });
  });
};

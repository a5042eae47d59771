import { capabilityStatement } from '@openum/fhir/pas/capability.ts';
import { operationOutcome } from '@openum/fhir/pas/outcome.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerClients, type SendingClient } from '../auth/bearer.ts';
import type { HttpDeps } from '../deps.ts';
import { errorPlace } from '../problem/errorPlace.ts';
import { inquire } from './inquire.ts';
import { fhirJson } from './message.ts';
import { type Answer, submit } from './submit.ts';

/** One endpoint for each version that is not compatible with another (PAS conf-1). */
export const pasBase = '/fhir/pas/2.2';

/** What a client must have been given to call the operations here. */
const scope = 'pas';

/** Files come inline, so a request may be large; what is larger is refused before it is read. */
const maxBytes = 64 * 1024 * 1024;

const outcome = (code: 'invalid' | 'not-found' | 'too-long' | 'not-supported', diagnostics: string) =>
  operationOutcome([
    { severity: 'error', code: code === 'not-found' ? 'not-found' : code, expression: 'Bundle', diagnostics },
  ]);

const send = (reply: FastifyReply, { status, body }: Answer) =>
  reply
    .code(status)
    .header('content-type', fhirJson)
    .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));

export const pasRoutes = (fastify: FastifyInstance, { casework, baseUrl }: HttpDeps): void => {
  const clientOf = bearerClients(casework.identity, casework.environment.now);

  // A scope of its own: bodies stay bytes (they are kept unaltered), and every failure is an OperationOutcome.
  fastify.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );

    app.setErrorHandler(
      (error: { statusCode?: number; name: string; message: string; stack?: string }, request, reply) => {
        if (error.statusCode === 413)
          return reply
            .code(413)
            .header('content-type', fhirJson)
            .send(outcome('too-long', 'The message is larger than this endpoint takes.'));
        if (error.statusCode !== undefined && error.statusCode < 500) {
          return reply
            .code(error.statusCode)
            .header('content-type', fhirJson)
            .send(outcome('invalid', 'The request could not be read.'));
        }
        request.log.error(errorPlace(error), 'unexpected error');
        // Third failure channel: 5xx without an OperationOutcome; the sender sends the same message again.
        return reply.code(500).send();
      },
    );

    const operation =
      (run: (from: SendingClient, bytes: Uint8Array) => Promise<Answer>) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        const from = await clientOf(request.headers.authorization);
        if (!from) {
          return reply
            .code(401)
            .header('www-authenticate', 'Bearer')
            .header('content-type', fhirJson)
            .send(outcome('invalid', 'A valid bearer token is needed.'));
        }
        if (!from.client.scopes.includes(scope)) {
          return reply
            .code(403)
            .header('content-type', fhirJson)
            .send(outcome('invalid', 'This client may not use this endpoint.'));
        }
        const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
        return send(reply, await run(from, new Uint8Array(body.buffer, body.byteOffset, body.byteLength)));
      };

    app.post(
      `${pasBase}/Claim/$submit`,
      operation((from, bytes) => submit(casework, from, bytes)),
    );
    app.post(
      `${pasBase}/Claim/$inquire`,
      operation((from, bytes) => inquire(casework, from, bytes)),
    );
    app.get(`${pasBase}/metadata`, (_request, reply) =>
      reply
        .header('content-type', fhirJson)
        .send(capabilityStatement({ baseUrl: `${baseUrl()}${pasBase}`, softwareVersion: '0.1.0', date: '2026-11-22' })),
    );
    app.all(`${pasBase}/*`, { schema: { hide: true } }, (_request, reply) =>
      reply
        .code(404)
        .header('content-type', fhirJson)
        .send(outcome('not-found', 'This server has no such operation here.')),
    );
  });
};

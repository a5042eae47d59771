import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fieldWord } from '../contract/fieldWords.ts';
import { issueText } from '../contract/issueText.ts';
import type { ProblemBody } from '../contract/refusal.ts';
import { errorPlace } from './errorPlace.ts';
import { Problem } from './problem.ts';

z.config({ customError: issueText });

type Field = NonNullable<ProblemBody['fields']>[number];

const fieldsOf = (error: unknown): readonly Field[] | undefined =>
  hasZodFastifySchemaValidationErrors(error)
    ? error.validation.map((v) => {
        const path = v.instancePath.replace(/^\//, '').replaceAll('/', '.');
        return { path, label: fieldWord(path), message: v.message ?? 'is not valid' };
      })
    : undefined;

/** A rule that begins with its verb goes on from the name of the field. */
const sentence = ({ path, label, message }: Field): string => {
  const goesOn = /^(must|is|has)\b/.test(message);
  if (path === '') return `What was sent ${goesOn ? message : `is not valid: ${message}`}.`;
  return `Field ${label}${goesOn ? '' : ':'} ${message}.`;
};

/** The one place that turns errors of /api into the wire. Nothing of a request's content goes into a message. */
export const installErrorHandler = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (error instanceof Problem) return reply.code(error.status).send(error.body);
    const fields = fieldsOf(error);
    if (fields) {
      const first = fields[0];
      const message = first ? sentence(first) : 'The request is not valid.';
      return reply.code(400).send({ code: 'invalidBody', message, fields } satisfies ProblemBody);
    }
    const status = 'statusCode' in error && error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 429) {
      return reply.code(429).send({
        code: 'tooManyRequests',
        message: 'Too many tries. Wait a minute and try again.',
      } satisfies ProblemBody);
    }
    if (status < 500) {
      return reply.code(status).send({ code: 'invalidBody', message: clientMessage(status) } satisfies ProblemBody);
    }
    request.log.error(errorPlace(error), 'unexpected error');
    return reply.code(500).send({
      code: 'unexpected',
      message: 'Something went wrong on our side. Nothing was changed; try again.',
    } satisfies ProblemBody);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'notFound', message: 'There is nothing at this address.' } satisfies ProblemBody),
  );
};

const clientMessage = (status: number): string =>
  status === 413
    ? 'The request is too large.'
    : status === 415
      ? 'This content type is not accepted here.'
      : 'The request could not be read.';

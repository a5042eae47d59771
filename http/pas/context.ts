import type { Casework } from '@openum/casework/casework.ts';
import { hardDeadlines } from '@openum/casework/peerToPeer/basis.ts';
import type { AnswerContext } from '@openum/fhir/pas/response.ts';
import type { SendingClient } from '../auth/bearer.ts';

/** What every answer of a plan needs beside the case. */
export const answerContext = (
  { environment, knowledge }: Casework,
  { tenant: { name, phone } }: SendingClient,
): Omit<AnswerContext, 'request'> => ({
  at: environment.now(),
  newId: environment.newId,
  payer: { name, ...(phone ? { phone } : {}) },
  deadlinesOf: (c) => hardDeadlines(c, knowledge, environment.now()),
});

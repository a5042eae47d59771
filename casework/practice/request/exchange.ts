import type { Episode, EpisodeSubmission } from '@openum/domain/episode/state.ts';
import type { LineAnswer } from '@openum/domain/payer/answer.ts';
import { type OutgoingRequest, outgoingOf } from '@openum/domain/payer/outgoing.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { PayerExchange } from '../../port/payerExchanges.ts';
import type { PayerLines } from '../../port/payerLines.ts';
import type { Scope } from '../../port/scope.ts';

export type Exchanged =
  | { readonly kind: 'unreachable'; readonly status?: number }
  | Exclude<LineAnswer, { kind: 'nothing' }>
  | { readonly kind: 'nothing' };

type Told = {
  readonly scope: Scope;
  readonly lines: PayerLines;
  readonly line: string;
  readonly episodeId: string;
  readonly payerId: string;
  readonly request: OutgoingRequest;
  readonly at: Instant;
};

const isOpen = (answer: LineAnswer, operation: PayerExchange['operation']): boolean => {
  if (answer.kind === 'lines') return answer.lines.some((l) => l.action === 'A4' || l.action === 'CT');
  // What a payer could not take is not with it; a question that it could not answer is asked again.
  return operation === 'inquire' || answer.kind === 'nothing';
};

/** Sends one message over a line, keeps what went and what came, and reads it. */
export const exchange = async (
  { payerExchanges, environment }: Pick<Casework, 'payerExchanges' | 'environment'>,
  { scope, lines, line, episodeId, payerId, request, at }: Told,
  operation: PayerExchange['operation'],
  message: Uint8Array,
): Promise<Exchanged> => {
  const reply = await lines.send(scope, line, operation, message);
  // A failure of the payer's server is no answer: the same message goes again.
  const failed = reply === undefined || reply.status >= 500;
  const answer = failed ? undefined : lines.read(scope, line, request, reply.body);
  await payerExchanges.record(scope, {
    exchangeId: environment.newId(),
    episodeId,
    submissionId: request.submissionId,
    payerId,
    line,
    operation,
    sent: message,
    sentAt: at,
    ...(reply ? { status: reply.status, answer: reply.body } : {}),
    open: answer ? isOpen(answer, operation) : operation === 'inquire',
  });
  return answer ?? { kind: 'unreachable', ...(reply ? { status: reply.status } : {}) };
};

/** The submission as it goes or went over a line. */
export const requestOf = (e: Episode, s: EpisodeSubmission, at: Instant): OutgoingRequest => {
  const request = outgoingOf(e, s, at);
  if (!request) throw new Error('a submission names a coverage that the episode does not have');
  return request;
};

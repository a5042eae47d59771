import type { LineAnswer } from '@openum/domain/payer/answer.ts';
import type { OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import type { exchangeOperations } from './payerExchanges.ts';
import type { Scope } from './scope.ts';

export type LineReply = { readonly status: number; readonly body: Uint8Array };

/**
 * Electronic lines to payers. What a line is called is on the rule card; where it leads, as whom the practice is known there and the
 * token are the installation's, and no practice sees another's.
 */
export type PayerLines = {
  /** Practices that have any. */
  tenants(): readonly string[];
  names(scope: Scope): readonly string[];
  /** A request as the bytes of its message. Throws on a line that is not there, as every call does. */
  submission(scope: Scope, line: string, request: OutgoingRequest): Uint8Array;
  inquiry(scope: Scope, line: string, request: OutgoingRequest, about: { readonly reference?: string }): Uint8Array;
  /** Undefined when the payer could not be reached, or did not answer in time. */
  send(
    scope: Scope,
    line: string,
    operation: (typeof exchangeOperations)[number],
    message: Uint8Array,
  ): Promise<LineReply | undefined>;
  read(scope: Scope, line: string, request: OutgoingRequest, body: Uint8Array): LineAnswer;
};

import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export const exchangeOperations = ['submit', 'inquire'] as const;

/** One message to a payer's system and what came back, byte by byte. */
export type PayerExchange = {
  readonly exchangeId: string;
  readonly episodeId: string;
  readonly submissionId: string;
  readonly payerId: string;
  readonly line: string;
  readonly operation: (typeof exchangeOperations)[number];
  readonly sent: Uint8Array;
  readonly sentAt: Instant;
  /** HTTP status; absent: nothing came back. */
  readonly status?: number;
  readonly answer?: Uint8Array;
  /** The payer has not decided: it is asked again. */
  readonly open: boolean;
};

export type OpenExchange = Pick<PayerExchange, 'episodeId' | 'submissionId' | 'payerId' | 'line'> & {
  readonly lastAt: Instant;
};

/** What went over electronic lines. It only grows. */
export type PayerExchanges = {
  record(scope: Scope, exchange: PayerExchange): Promise<void>;
  /** Newest first. */
  ofSubmission(scope: Scope, submissionId: string): Promise<readonly PayerExchange[]>;
  /** The last exchange of each of these, the one asked longest ago first; of some there is none. */
  last(scope: Scope, submissionIds: readonly string[]): Promise<readonly OpenExchange[]>;
  /** Submissions whose last exchange left them open, the one asked longest ago first. */
  open(scope: Scope, limit: number): Promise<readonly OpenExchange[]>;
};

import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type BatchLetter = { readonly caseId: string; readonly noticeId: string };

/** Letters that were put together to be printed. */
export type PrintBatch = {
  readonly batchId: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly letters: readonly BatchLetter[];
  readonly mailedAt?: Instant;
  readonly mailedBy?: string;
  readonly carrier?: string;
};

export type PrintBatches = {
  create(scope: Scope, batch: PrintBatch): Promise<void>;
  batch(scope: Scope, batchId: string): Promise<PrintBatch | undefined>;
  /** Newest first. */
  list(scope: Scope, limit: number): Promise<readonly PrintBatch[]>;
  /** False: it had been mailed before. */
  mailed(
    scope: Scope,
    batchId: string,
    how: Required<Pick<PrintBatch, 'mailedAt' | 'mailedBy' | 'carrier'>>,
  ): Promise<boolean>;
};

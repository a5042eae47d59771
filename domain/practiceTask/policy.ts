import type { Duration } from '../clock/rule.ts';

/** The practice's own pace where no payer sets one. */
export type TaskPolicy = {
  readonly id: string;
  readonly version: string;
  /** Shares of the time from the beginning of a task to its due moment. */
  readonly remindAtShare: number;
  readonly deputyAtShare: number;
  /** The same for a task that somebody has taken. */
  readonly takenDeputyAtShare: number;
  /** When to ask after a request that was not answered. */
  readonly followUp: { readonly expedited: Duration; readonly standard: Duration };
  /** When to have asked a payer what the card does not say. */
  readonly askPayerWithin: Duration;
};

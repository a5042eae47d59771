import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type ProviderHistoryQuery = {
  readonly npi: string;
  readonly services: readonly string[];
  /** Local days of the first decision, both included. */
  readonly from: CalendarDate;
  readonly through: CalendarDate;
};

export type ProviderHistory = { readonly decided: number; readonly approved: number };

/** The log of what a tenant has settled about automatic approval. It only grows. */
export type DialLog = {
  /** Oldest first. */
  events(scope: Scope): Promise<readonly RecordedDialEvent[]>;
  /** False: somebody else wrote first, and nothing was written. `expected` is the number of events that the writer had seen. */
  append(scope: Scope, expected: number, event: RecordedDialEvent): Promise<boolean>;
  /** How many lines each change has approved, or exempted, by its number; changes without any are left out. */
  settled(scope: Scope): Promise<ReadonlyMap<number, number>>;
  /** Lines of one requesting provider that were first decided in these days, and how many of them were approved as asked. */
  providerHistory(scope: Scope, query: ProviderHistoryQuery): Promise<ProviderHistory>;
};

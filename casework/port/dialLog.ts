import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import type { Scope } from './scope.ts';

/** The log of what a tenant has settled about automatic approval. It only grows. */
export type DialLog = {
  /** Oldest first. */
  events(scope: Scope): Promise<readonly RecordedDialEvent[]>;
  /** False: somebody else wrote first, and nothing was written. `expected` is the number of events that the writer had seen. */
  append(scope: Scope, expected: number, event: RecordedDialEvent): Promise<boolean>;
};

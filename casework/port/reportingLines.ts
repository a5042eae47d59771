import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** Under whom a person works. Who works under somebody that took part in a decision does not review its appeal. */
export type ReportingLine = {
  readonly userId: string;
  readonly supervisorUserId: string;
  readonly since: Instant;
  readonly recordedBy: string;
};

/** Nothing is overwritten: a new line ends the one before it. */
export type ReportingLines = {
  /** Those that hold now. */
  all(scope: Scope): Promise<readonly ReportingLine[]>;
  /** Without a supervisor: the person works under nobody from then on. */
  set(
    scope: Scope,
    line: Omit<ReportingLine, 'supervisorUserId'> & { readonly supervisorUserId?: string },
  ): Promise<void>;
};

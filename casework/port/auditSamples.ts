import type { Verdict } from '@openum/domain/audit/sample.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export const auditUniverses = ['denials', 'appeals', 'automatic'] as const;
export type AuditUniverse = (typeof auditUniverses)[number];

export type UniverseQuery = {
  readonly universe: AuditUniverse;
  /** Local days of the decision, half-open. */
  readonly fromDay: CalendarDate;
  readonly beforeDay: CalendarDate;
  /** Empty: every line. */
  readonly linesOfBusiness: readonly LineOfBusiness[];
};

/** A file is one line of a case. */
export type FileKey = { readonly caseId: string; readonly itemSequence: number };

export type AuditSample = UniverseQuery & {
  readonly sampleId: string;
  readonly seed: number;
  readonly universeSize: number;
  readonly drawnByUserId: string;
  readonly drawnByName: string;
  readonly drawnAt: Instant;
};

export type SampledFile = FileKey & { readonly position: number; readonly caseNumber: string };

export type FileReading = {
  readonly readingId: string;
  readonly position: number;
  readonly verdict: Verdict;
  readonly note: string;
  readonly readByUserId: string;
  readonly readByName: string;
  readonly readAt: Instant;
};

export type KeptSample = {
  readonly sample: AuditSample;
  readonly files: readonly SampledFile[];
  /** Oldest first; the last one of a file counts. */
  readonly readings: readonly FileReading[];
};

/** Samples of files that were drawn to be read, and what was found in them. Nothing of it is changed afterwards. */
export type AuditSamples = {
  /** Every file of the universe, by case and line. */
  universe(scope: Scope, query: UniverseQuery): Promise<readonly FileKey[]>;
  /** `files` in the order in which they are to be read. */
  save(scope: Scope, sample: AuditSample, files: readonly FileKey[]): Promise<void>;
  /** Newest first. */
  list(scope: Scope, limit: number): Promise<readonly KeptSample[]>;
  sample(scope: Scope, sampleId: string): Promise<KeptSample | undefined>;
  record(scope: Scope, sampleId: string, reading: FileReading): Promise<void>;
};

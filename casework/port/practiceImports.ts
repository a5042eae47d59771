import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export const importKinds = ['patients', 'coverages', 'authorizations', 'attendance'] as const;
export type ImportKind = (typeof importKinds)[number];

export type ImportCounts = {
  readonly done: number;
  /** Rows that were in the record already. */
  readonly known: number;
  readonly problems: number;
};

/** A file that was read in, with what became of its rows. */
export type PracticeImport = {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** Of its content, in hex: by it the same file is known again. */
  readonly sha256: string;
  readonly startedAt: Instant;
  /** Name of the person. */
  readonly startedBy: string;
  readonly result: ImportCounts;
};

export type PracticeImports = {
  /** Adds the counts of a part of the file to those of the parts before it. */
  add(scope: Scope, part: PracticeImport): Promise<void>;
  /** The last time that a file with this content was read in. */
  ofContent(scope: Scope, kind: ImportKind, sha256: string): Promise<PracticeImport | undefined>;
  /** Newest first. */
  list(scope: Scope, limit: number): Promise<readonly PracticeImport[]>;
};

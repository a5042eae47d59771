import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** One reading of protected health information: who, what, why, when (45 CFR 164.312(b)). */
export type ReadEntry = {
  readonly readId: string;
  readonly caseId?: string;
  readonly userId?: string;
  readonly clientId?: string;
  readonly purpose: 'utilizationReview' | 'search' | 'inquiry' | 'audit';
  readonly what:
    | 'case'
    | 'document'
    | 'message'
    | 'notice'
    | 'memberSearch'
    | 'workList'
    | 'proofPack'
    | 'readLog'
    | 'report'
    | 'episode'
    | 'patientSearch';
  /** Document, message or notice id; for a search nothing that was typed. */
  readonly resourceId?: string;
  readonly at: Instant;
};

export type ReadLog = {
  record(scope: Scope, entry: ReadEntry): Promise<void>;
  /** Ids of documents and messages of the case that this user has opened. */
  openedBy(scope: Scope, caseId: string, userId: string): Promise<readonly string[]>;
  /** Whether this person has opened the document or message since then. */
  hasOpened(scope: Scope, userId: string, resourceId: string, since: Instant): Promise<boolean>;
  ofCase(scope: Scope, caseId: string, limit: number): Promise<readonly ReadEntry[]>;
  /** What this person has looked at, newest first. */
  ofUser(scope: Scope, userId: string, limit: number): Promise<readonly ReadEntry[]>;
};

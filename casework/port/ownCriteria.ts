import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { RecordedCriteriaEvent } from '@openum/domain/ownCriteria/version.ts';
import type { Scope } from './scope.ts';

export type StoredCriteriaEvent = RecordedCriteriaEvent & { readonly setId: string; readonly sequence: number };

/** A text of a criteria set, named by the SHA-256 of its canonical JSON: it never changes. */
export type CriteriaText = { readonly sha256: string; readonly set: CriteriaSet };

/** The log of a tenant's own criteria sets, and their texts. */
export type OwnCriteriaLog = {
  /** By set, oldest first. */
  events(scope: Scope): Promise<readonly StoredCriteriaEvent[]>;
  /** Only what says which version counts when; read with every case. */
  releases(scope: Scope): Promise<readonly StoredCriteriaEvent[]>;
  texts(scope: Scope, sha256s: readonly string[]): Promise<readonly CriteriaText[]>;
  /** False: somebody else wrote first, and nothing was written. `expected` is the number of events that the writer had seen. */
  append(
    scope: Scope,
    setId: string,
    expected: number,
    events: readonly RecordedCriteriaEvent[],
    text?: CriteriaText,
  ): Promise<boolean>;
};

/** The events that `releases` gives. */
export const releaseTypes: readonly RecordedCriteriaEvent['type'][] = ['CriteriaPublished', 'CriteriaRetired'];

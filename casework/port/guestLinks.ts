import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export const linkPurposes = ['peerToPeer', 'information'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** What one link leads to: one offer of a talk, or one request for information. */
export type LinkSubject = { readonly about: LinkPurpose; readonly subjectId: string };

/** A way in for one clinician without an account. Its token is kept as a hash only. */
export type GuestLink = LinkSubject & {
  readonly tenantId: string;
  readonly linkHash: string;
  readonly caseId: string;
  /** The provider who was asked; absent where the subject itself names the clinician. */
  readonly toNpi?: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
  /** Tries of the second factor since the last right one. */
  readonly failedTries: number;
  readonly lockedAt?: Instant;
  readonly revokedAt?: Instant;
};

export type GuestLinks = {
  /** Revokes what was made for the same subject before. */
  create(scope: Scope, link: Omit<GuestLink, 'tenantId' | 'failedTries' | 'lockedAt' | 'revokedAt'>): Promise<void>;
  /** Asked before there is a tenant; answers for one hash only, whatever has become of the link. */
  byHash(linkHash: string): Promise<GuestLink | undefined>;
  /** Counts a try before it is judged, so that many at once are no way around the limit. False: the link is locked, or is now. */
  takeTry(scope: Scope, linkHash: string, limit: number, now: Instant): Promise<boolean>;
  /** After a right one. */
  forgetTries(scope: Scope, linkHash: string): Promise<void>;
  revoke(scope: Scope, subject: LinkSubject, now: Instant): Promise<void>;
  /** Links that were made for a case, newest first. */
  ofCase(scope: Scope, caseId: string): Promise<readonly GuestLink[]>;
};

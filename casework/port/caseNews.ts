import type { Role } from '@openum/domain/actor/actor.ts';
import type { NewsKind } from '@openum/domain/notification/news.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** One event that somebody is told of. */
export type News = {
  readonly caseId: string;
  readonly caseNumber: string;
  /** Of the event in its case. */
  readonly sequence: number;
  readonly kind: NewsKind;
  readonly at: Instant;
  /** Who did it, where a name is known. */
  readonly by?: string;
  readonly readAt?: Instant;
};

export type NewsReader = { readonly userId: string; readonly roles: readonly Role[] };

/** News is derived from the logs of cases; kept are only what somebody has read and what they do not want to hear of. */
export type CaseNews = {
  /** Written down at `since` or later, newest first; `unread` counts all of it, not only what is listed. */
  ofUser(
    scope: Scope,
    reader: NewsReader,
    since: Instant,
    limit: number,
  ): Promise<{ readonly rows: readonly News[]; readonly unread: number }>;
  /** What was read before keeps its time. */
  markRead(
    scope: Scope,
    userId: string,
    read: readonly Pick<News, 'caseId' | 'sequence'>[],
    at: Instant,
  ): Promise<void>;
  /** Kinds that this person is not told of. */
  muted(scope: Scope, userId: string): Promise<readonly NewsKind[]>;
  mute(scope: Scope, userId: string, kinds: readonly NewsKind[]): Promise<void>;
};

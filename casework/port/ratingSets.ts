import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { RatingNewsKind, WatchedSet } from '@openum/domain/consistency/news.ts';
import type { Rating, RatingCase, RatingSet } from '@openum/domain/consistency/ratingSet.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { FileKey } from './auditSamples.ts';
import type { Scope } from './scope.ts';

export type KeptRatingSet = {
  readonly set: RatingSet;
  /** By position, from 1. */
  readonly cases: readonly RatingCase[];
  /** Oldest first. */
  readonly ratings: readonly Rating[];
};

export type ReadRatingNews = { readonly setId: string; readonly kind: RatingNewsKind; readonly readAt: Instant };

export type DecidedQuery = {
  /** Local days of the first decision, half-open. */
  readonly fromDay: CalendarDate;
  readonly beforeDay: CalendarDate;
  /** Empty: every line. */
  readonly linesOfBusiness: readonly LineOfBusiness[];
  readonly decided: 'approved' | 'adverse';
};

/** Sets of past lines that several reviewers rate again, each without the others. Nothing of it is changed afterwards. */
export type RatingSets = {
  /** Every decided line that answers the query, by case and line. */
  decidedLines(scope: Scope, query: DecidedQuery): Promise<readonly FileKey[]>;
  save(scope: Scope, set: RatingSet, cases: readonly RatingCase[]): Promise<void>;
  /** Newest first; with `raterId` only sets in which this person rates. */
  list(scope: Scope, limit: number, raterId?: string): Promise<readonly KeptRatingSet[]>;
  find(scope: Scope, setId: string): Promise<KeptRatingSet | undefined>;
  /** Sets that are due on this day or later, and that this person rates or has drawn; newest first. */
  watched(scope: Scope, userId: string, dueFrom: CalendarDate): Promise<readonly WatchedSet[]>;
  newsRead(scope: Scope, userId: string): Promise<readonly ReadRatingNews[]>;
  /** What was read before keeps its time. */
  markNewsRead(
    scope: Scope,
    userId: string,
    read: readonly Omit<ReadRatingNews, 'readAt'>[],
    at: Instant,
  ): Promise<void>;
  /** False when this person has rated this line before: the first word stands. */
  rate(scope: Scope, setId: string, rating: Rating): Promise<boolean>;
};

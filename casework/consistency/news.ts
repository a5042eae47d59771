import { type RatingNewsKind, ratingNews } from '@openum/domain/consistency/news.ts';
import { newsDays } from '@openum/domain/notification/news.ts';
import { addDays, addElapsed, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Tenant } from '../port/identity.ts';

/** Something that a person is told of a set. */
export type RatingNews = {
  readonly setId: string;
  readonly title: string;
  readonly kind: RatingNewsKind;
  readonly at: Instant;
  readonly dueOn: CalendarDate;
  /** Lines that this person has not rated yet. */
  readonly left: number;
  readonly readAt?: Instant;
};

/** What a person is told of the sets that they rate or have drawn, newest first, without what they do not want to hear. */
export const ratingNewsOf = async (
  { ratingSets, caseNews, environment }: Casework,
  { tenantId, zone }: Tenant,
  userId: string,
): Promise<readonly RatingNews[]> => {
  const now = environment.now();
  const scope = { tenantId };
  const since = addElapsed(now, { hours: -24 * newsDays });
  const [sets, read, muted] = await Promise.all([
    ratingSets.watched(scope, userId, addDays(dateInZone(now, zone), -newsDays)),
    ratingSets.newsRead(scope, userId),
    caseNews.muted(scope, userId),
  ]);
  return sets
    .flatMap((set) =>
      ratingNews(set, zone, now).map(({ kind, at }): RatingNews => {
        const { setId, title, dueOn } = set;
        const readAt = read.find((r) => r.setId === setId && r.kind === kind)?.readAt;
        const left = set.ownToRate - set.ownRated;
        return { setId, title, kind, at, dueOn, left, ...(readAt ? { readAt } : {}) };
      }),
    )
    .filter((n) => n.at >= since && !muted.includes(n.kind))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};

import type { News } from '@openum/casework/port/caseNews.ts';
import { type NewsKind, newsKinds } from '@openum/domain/notification/news.ts';
import { z } from 'zod';

/** GET /api/news: what happened to one's cases, newest first. */
export type NewsView = {
  readonly rows: readonly News[];
  readonly unread: number;
  /** Kinds that the person is not told of. */
  readonly muted: readonly NewsKind[];
};
export type NewsRow = News;

/** POST /api/news/read */
export const readNewsBody = z.object({
  news: z
    .array(z.object({ caseId: z.string().max(64), sequence: z.int32().min(1) }))
    .min(1)
    .max(200),
});

/** PUT /api/news/preferences */
export const newsPreferencesBody = z.object({ muted: z.array(z.enum(newsKinds)).max(newsKinds.length) });

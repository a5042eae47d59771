import type { NewsKind } from '@openum/domain/notification/news.ts';
import type { RatingNewsRow, RatingNewsView } from '@openum/http/contract/consistency.ts';
import type { NewsRow, NewsView } from '@openum/http/contract/news.ts';
import type { NotificationsView } from '@openum/http/contract/notification.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';

const lookEveryMs = 30_000;
const alarmsKey = ['notifications'] as const;
const newsKey = ['news'] as const;
const ratingsKey = ['consistency', 'news'] as const;

export type AlarmRow = NotificationsView['rows'][number];

/** Something that a person is told: a clock that nears its end, or what happened to a case. */
export type Told =
  /** The last step that a clock reached, with the earlier ones that were not read either. */
  | { readonly kind: 'alarm'; readonly at: string; readonly alarm: AlarmRow; readonly unread: readonly string[] }
  | { readonly kind: 'news'; readonly at: string; readonly news: NewsRow }
  | { readonly kind: 'rating'; readonly at: string; readonly rating: RatingNewsRow };

export const newsWord: Record<NewsKind, string> = {
  assigned: 'was given to you',
  reminded: 'has a reminder for you',
  informationReceived: 'got information',
  peerToPeerTaken: 'has a peer-to-peer agreed',
  deputy: 'has a peer-to-peer that you take as deputy',
  appealFiled: 'was appealed',
  referralReceived: 'was referred to case management',
  letterFailed: 'has a letter that did not arrive',
  ratingAsked: 'waits for your ratings',
  ratingDue: 'still waits for your ratings',
  ratingClosed: 'is closed: see how far reviewers agree',
};

export const newsKindWord: Record<NewsKind, string> = {
  assigned: 'Cases and appeals given to me',
  reminded: 'Reminders of my cases',
  informationReceived: 'Information received for my cases',
  peerToPeerTaken: 'Peer-to-peers agreed',
  deputy: 'Peer-to-peers that I take as deputy',
  appealFiled: 'Appeals filed',
  referralReceived: 'Referrals to case management',
  letterFailed: 'Letters that did not arrive',
  ratingAsked: 'Sets of past lines for me to rate',
  ratingDue: 'Reminders of sets that I have not rated',
  ratingClosed: 'Sets that I drew and that are closed',
};

export const isUnread = (t: Told): boolean => {
  switch (t.kind) {
    case 'alarm':
      return t.unread.length > 0;
    case 'news':
      return t.news.readAt === undefined;
    case 'rating':
      return t.rating.readAt === undefined;
  }
};

/** A clock that reached several steps is told once, by the last of them. */
const ofClock = (steps: readonly AlarmRow[]): Told[] => {
  const [alarm] = steps.toSorted((a, b) => (a.alarmAt < b.alarmAt ? 1 : -1));
  const unread = steps.filter((s) => s.readAt === undefined).map((s) => s.notificationId);
  return alarm ? [{ kind: 'alarm', at: alarm.raisedAt, alarm, unread }] : [];
};

/** All lists as one, the newest first. */
export const told = (
  alarms: readonly AlarmRow[],
  news: readonly NewsRow[],
  ratings: readonly RatingNewsRow[] = [],
): readonly Told[] =>
  [
    ...[...Map.groupBy(alarms, (a) => `${a.caseId} ${a.clockId}`).values()].flatMap(ofClock),
    ...news.map((n): Told => ({ kind: 'news', at: n.at, news: n })),
    ...ratings.map((r): Told => ({ kind: 'rating', at: r.at, rating: r })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

/** Everything that the person who is signed in is told. */
export const useTold = () => {
  const client = useQueryClient();
  const alarms = useQuery({
    queryKey: alarmsKey,
    queryFn: ({ signal }) => get<NotificationsView>('/api/notifications', {}, signal),
    refetchInterval: lookEveryMs,
  });
  const news = useQuery({
    queryKey: newsKey,
    queryFn: ({ signal }) => get<NewsView>('/api/news', {}, signal),
    refetchInterval: lookEveryMs,
  });
  const ratings = useQuery({
    queryKey: ratingsKey,
    queryFn: ({ signal }) => get<RatingNewsView>('/api/consistency/news', {}, signal),
    refetchInterval: lookEveryMs,
  });
  const renew = async () => {
    await Promise.all([alarmsKey, newsKey, ratingsKey].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const markRead = async (read: readonly Told[]) => {
    const fresh = read.filter(isUnread);
    const notificationIds = fresh.flatMap((t) => (t.kind === 'alarm' ? t.unread : []));
    const items = fresh.flatMap((t) =>
      t.kind === 'news' ? [{ caseId: t.news.caseId, sequence: t.news.sequence }] : [],
    );
    const sets = fresh.flatMap((t) => (t.kind === 'rating' ? [{ setId: t.rating.setId, kind: t.rating.kind }] : []));
    await Promise.all([
      ...(sets.length > 0 ? [post('/api/consistency/news/read', { news: sets })] : []),
      ...(notificationIds.length > 0 ? [post('/api/notifications/read', { notificationIds })] : []),
      ...(items.length > 0 ? [post('/api/news/read', { news: items })] : []),
    ]);
    if (fresh.length > 0) await renew();
  };
  const rows = told(alarms.data?.rows ?? [], news.data?.rows ?? [], ratings.data?.rows);
  const listed = [...(alarms.data?.rows ?? []), ...(news.data?.rows ?? [])].filter(
    (r) => r.readAt === undefined,
  ).length;
  // Beyond what is listed each step counts by itself.
  const beyond = (alarms.data?.unread ?? 0) + (news.data?.unread ?? 0) - listed;
  return {
    rows,
    unread: rows.filter(isUnread).length + Math.max(0, beyond),
    muted: news.data?.muted ?? [],
    isLoading: alarms.isPending || news.isPending,
    error: alarms.error ?? news.error,
    markRead,
    renew,
  };
};

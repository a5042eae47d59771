import type { CaseNews, News, NewsReader } from '@openum/casework/port/caseNews.ts';
import type { CaseStore, StoredEvent } from '@openum/casework/port/caseStore.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRow, CaseRows } from '@openum/casework/projection/rows.ts';
import { type NewsEventType, type NewsKind, newsEvents, newsRoles } from '@openum/domain/notification/news.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

const empty = () => ({ read: new Map<string, Instant>(), muted: new Map<string, readonly NewsKind[]>() });

const keyOf = (userId: string, caseId: string, sequence: number): string => JSON.stringify([userId, caseId, sequence]);

const kindOf = (e: StoredEvent): NewsKind | undefined =>
  e.type in newsEvents ? newsEvents[e.type as NewsEventType] : undefined;

/** Physician named in the offer to which an agreed time belongs. */
const speaksFor = (events: readonly StoredEvent[], e: StoredEvent, userId: string): boolean =>
  e.type === 'PeerToPeerScheduled' &&
  events.some(
    (o) => o.type === 'PeerToPeerOffered' && o.data.offerId === e.data.offerId && o.data.physician?.userId === userId,
  );

const concerns = (
  e: StoredEvent,
  kind: NewsKind,
  c: CaseRow,
  events: readonly StoredEvent[],
  { userId, roles }: NewsReader,
): boolean => {
  if (e.actor.kind === 'person' && e.actor.userId === userId) return false;
  if (newsRoles[kind]?.some((r) => roles.includes(r))) return true;
  switch (e.type) {
    case 'Assigned':
    case 'AppealReviewerAssigned':
    case 'OwnerReminded':
    case 'PeerToPeerEscalated':
      return e.data.to.userId === userId;
    default:
  }
  return c.assigneeUserId === userId || speaksFor(events, e, userId);
};

export const memoryCaseNews = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): CaseNews => {
  const tenant = perTenant(empty);
  return {
    ofUser: async (scope, reader, since, limit) => {
      const muted = tenant(scope).muted.get(reader.userId) ?? [];
      const found: News[] = [];
      for (const { case: c } of rowsOf(scope)) {
        const events = await cases.events(scope, c.caseId);
        for (const e of events) {
          const kind = kindOf(e);
          if (kind === undefined || muted.includes(kind) || e.recordedAt < since) continue;
          if (!concerns(e, kind, c, events, reader)) continue;
          const readAt = tenant(scope).read.get(keyOf(reader.userId, c.caseId, e.sequence));
          const by = 'name' in e.actor ? e.actor.name : undefined;
          found.push({
            caseId: c.caseId,
            caseNumber: c.caseNumber,
            sequence: e.sequence,
            kind,
            at: e.recordedAt,
            ...(by === undefined ? {} : { by }),
            ...(readAt === undefined ? {} : { readAt }),
          });
        }
      }
      found.sort((a, b) => compareText(b.at, a.at) || compareText(b.caseId, a.caseId) || b.sequence - a.sequence);
      return { rows: found.slice(0, limit), unread: found.filter((n) => n.readAt === undefined).length };
    },
    markRead: async (scope, userId, read, at) => {
      for (const { caseId, sequence } of read) {
        const key = keyOf(userId, caseId, sequence);
        if (!tenant(scope).read.has(key)) tenant(scope).read.set(key, at);
      }
    },
    muted: async (scope, userId) => tenant(scope).muted.get(userId) ?? [],
    mute: async (scope, userId, kinds) => {
      tenant(scope).muted.set(userId, kinds);
    },
  };
};

import type { LiveFeed } from '@openum/casework/port/outbox.ts';
import pg from 'pg';
import { type Change, channel } from './hints.ts';

const retryMs = 250;

const read = (payload: string | undefined): Change | undefined => {
  const parts: unknown = JSON.parse(payload ?? 'null');
  if (!Array.isArray(parts)) return undefined;
  const [tenantId, caseId, version] = parts;
  return { tenantId: String(tenantId), caseId: String(caseId), version: Number(version) };
};

export type ListeningFeed = LiveFeed & {
  /** Resolves when changes from now on will be heard. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** Hears changes on a connection of its own, made at the first subscription and made again when it is lost. */
export const createLiveFeed = (url: string, applicationName: string): ListeningFeed => {
  const listeners = new Set<Parameters<LiveFeed['subscribe']>[0]>();
  let client: pg.Client | undefined;
  let listening: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;

  const lost = (of: pg.Client) => {
    if (of !== client) return;
    client = undefined;
    listening = undefined;
    of.end().catch(() => {});
    if (!closed) again = setTimeout(start, retryMs).unref();
  };

  const connect = async (): Promise<void> => {
    const c = new pg.Client({
      connectionString: url,
      application_name: `${applicationName}-listen`,
      options: '-c role=openum_app',
      keepAlive: true,
    });
    client = c;
    c.on('error', () => lost(c));
    c.on('end', () => lost(c));
    c.on('notification', (n) => {
      const change = read(n.payload);
      if (change) for (const listener of listeners) listener(change);
    });
    try {
      await c.connect();
      await c.query(`listen ${channel}`);
    } catch {
      lost(c);
    }
  };

  const start = (): Promise<void> => {
    listening ??= connect();
    return listening;
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      void start();
      return () => {
        listeners.delete(listener);
      };
    },
    ready: start,
    close: async () => {
      closed = true;
      clearTimeout(again);
      listeners.clear();
      await listening;
      const c = client;
      client = undefined;
      await c?.end();
    },
  };
};

import type { LiveFeed } from '@openum/casework/port/outbox.ts';

export type Change = { readonly caseId: string; readonly version: number };

/** Fans the changes of cases out to the browsers of the same tenant. */
export const liveHub = (feed: LiveFeed) => {
  const listeners = new Map<string, Set<(change: Change) => void>>();
  const stop = feed.subscribe(({ tenantId, caseId, version }) => {
    for (const listener of listeners.get(tenantId) ?? []) listener({ caseId, version });
  });
  return {
    listen(tenantId: string, listener: (change: Change) => void): () => void {
      const set = listeners.get(tenantId) ?? new Set();
      listeners.set(tenantId, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(tenantId);
      };
    },
    stop,
  };
};
export type LiveHub = ReturnType<typeof liveHub>;

import { useSyncExternalStore } from 'react';
import { serverNow } from '../api/client.ts';

const tickMs = 15_000;
let current = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  current = serverNow();
  timer ??= setInterval(() => {
    current = serverNow();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** The server's present moment in milliseconds, renewed every 15 seconds for all who show time left. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => current);

import { useEffect, useRef, useSyncExternalStore } from 'react';

export type CaseChanged = { readonly caseId: string; readonly version: number };
export type LiveStatus = 'connecting' | 'live' | 'lost';

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

let source: EventSource | undefined;
let status: LiveStatus = 'connecting';
let retryMs = firstRetryMs;
let retry: ReturnType<typeof setTimeout> | undefined;
const onStatus = new Set<() => void>();
const onCase = new Set<(change: CaseChanged) => void>();
const onResume = new Set<() => void>();

const become = (next: LiveStatus): void => {
  if (next === status) return;
  const resumed = next === 'live' && status === 'lost';
  status = next;
  for (const listener of onStatus) listener();
  if (resumed) for (const listener of onResume) listener();
};

const open = (): void => {
  source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    retryMs = firstRetryMs;
    become('live');
  });
  source.addEventListener('case', (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as CaseChanged;
    for (const listener of onCase) listener(change);
  });
  source.addEventListener('error', () => {
    become('lost');
    // The browser reconnects by itself after a dropped line, but not after an answer such as 503.
    if (source?.readyState !== EventSource.CLOSED) return;
    retry = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  });
};

/** Starts listening to changes of cases; returns how to stop. Called once, by the shell. */
export const connectLive = (): (() => void) => {
  open();
  return () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
    status = 'connecting';
  };
};

/** Tries again at once, for a person who does not want to wait. */
export const reconnectLive = (): void => {
  clearTimeout(retry);
  source?.close();
  open();
};

const subscribeStatus = (listener: () => void) => {
  onStatus.add(listener);
  return () => onStatus.delete(listener);
};

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(subscribeStatus, () => status);

/** Calls `changed` for each case that somebody changed, and `resumed` after a gap in which changes were missed. */
export const useCaseChanges = (changed: (change: CaseChanged) => void, resumed?: () => void): void => {
  const latest = useRef({ changed, resumed });
  latest.current = { changed, resumed };
  useEffect(() => {
    const hear = (change: CaseChanged) => latest.current.changed(change);
    const resume = () => latest.current.resumed?.();
    onCase.add(hear);
    onResume.add(resume);
    return () => {
      onCase.delete(hear);
      onResume.delete(resume);
    };
  }, []);
};

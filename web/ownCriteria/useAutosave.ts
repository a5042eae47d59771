import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { asBody, ownCriteriaQuery, sendAct } from './queries.ts';

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else wrote at this version; nothing is sent until the person has chosen. */
  | { readonly kind: 'conflict' };

const pauseMs = 1000;

type Saving = {
  readonly state: SaveState;
  /** Sends what is not sent yet, now. */
  readonly flush: () => Promise<void>;
  /** What stands on the server counts as seen; what is on the screen is sent on top of it. */
  readonly goOnTopOf: (own: OwnCriteria) => void;
};

/** Keeps what is written, a moment after the last key. */
export const useAutosave = (set: CriteriaSet, own: OwnCriteria, version: string, closed: boolean): Saving => {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const kept = useRef({ set, sequence: own.sequence });
  const latest = useRef(set);
  latest.current = set;
  const running = useRef<Promise<void> | undefined>(undefined);

  const send = async (): Promise<void> => {
    while (running.current) await running.current;
    const text = latest.current;
    if (text === kept.current.set) return;
    setState({ kind: 'saving' });
    running.current = (async () => {
      try {
        const act = { type: 'SaveCriteria', version, set: asBody(text) } as const;
        const after = await sendAct(own.setId, kept.current.sequence, act);
        kept.current = { set: text, sequence: after.sequence };
        const sha256 = after.versions.find((v) => v.version === version)?.sha256;
        client.setQueryData(ownCriteriaQuery(own.setId).queryKey, (old) =>
          old && sha256 ? { ...old, own: after, texts: { ...old.texts, [sha256]: text } } : old,
        );
        setState({ kind: latest.current === text ? 'saved' : 'waiting' });
      } catch (error) {
        const lost = error instanceof ApiProblem && error.code === 'staleVersion';
        // The choice is between this text and the newest, so the newest is read first, however fresh the last one seems.
        if (lost) await client.invalidateQueries({ queryKey: ownCriteriaQuery(own.setId).queryKey });
        setState(lost ? { kind: 'conflict' } : { kind: 'failed', error });
      } finally {
        running.current = undefined;
      }
    })();
    await running.current;
  };

  const sending = useRef(send);
  sending.current = send;
  const stopped = closed || state.kind === 'conflict';
  useEffect(() => {
    if (stopped) return;
    if (set === kept.current.set) {
      setState((s) => (s.kind === 'saving' ? s : { kind: 'saved' }));
      return;
    }
    setState({ kind: 'waiting' });
    const timer = setTimeout(() => void sending.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [set, stopped]);

  return {
    state,
    flush: send,
    goOnTopOf: (newer) => {
      kept.current = { set: kept.current.set, sequence: newer.sequence };
      setState({ kind: 'waiting' });
    },
  };
};

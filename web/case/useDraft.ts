import { useCallback, useRef, useState } from 'react';
import { clearDraft, readDraft, writeDraft } from './draft.ts';

export type Draft<T> = {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Forgets what was typed and starts again, from `fresh` or from the beginning. */
  readonly discard: (fresh?: T) => void;
  /** True when this form opened with text from earlier. */
  readonly restored: boolean;
  /** False when the browser could not keep the last change. */
  readonly kept: boolean;
};

/** Form state that survives leaving the page and reloading it, until it is sent or discarded. */
export const useDraft = <T extends object>(key: string, initial: T): Draft<T> => {
  const [first] = useState(initial);
  const [earlier] = useState(() => readDraft(sessionStorage, key, first));
  const [value, setValue] = useState<T>(earlier ?? first);
  const [restored, setRestored] = useState(earlier !== undefined);
  const [kept, setKept] = useState(true);
  const current = useRef(value);
  const change = useCallback(
    (part: Partial<T>) => {
      const after = { ...current.current, ...part };
      current.current = after;
      setValue(after);
      setKept(writeDraft(sessionStorage, key, after));
    },
    [key],
  );
  const discard = useCallback(
    (fresh: T = first) => {
      clearDraft(sessionStorage, key);
      current.current = fresh;
      setValue(fresh);
      setRestored(false);
    },
    [key, first],
  );
  return { value, change, discard, restored, kept };
};

import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Gaps } from '@openum/domain/criteria/suggest.ts';
import { useEffect, useRef, useState } from 'react';
import type { GapsSaid } from './gaps.ts';

export type Looking = { readonly share: number; readonly what: string };

/** Looks for gaps in the examples of a set without holding up the page. A set that is changed is looked through anew. */
export const useGaps = () => {
  const worker = useRef<Worker>(undefined);
  const [looking, setLooking] = useState<Looking>();
  const [looked, setLooked] = useState<Gaps>();
  const [problem, setProblem] = useState<string>();
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
    setLooking(undefined);
  };
  useEffect(() => () => worker.current?.terminate(), []);
  const look = (set: CriteriaSet): void => {
    stop();
    setProblem(undefined);
    setLooked(undefined);
    setLooking({ share: 0, what: 'Trying small errors' });
    const begun = new Worker(new URL('./gaps.ts', import.meta.url), { type: 'module' });
    worker.current = begun;
    let before = 0;
    let what = 'Trying small errors';
    begun.onmessage = ({ data }: MessageEvent<GapsSaid>) => {
      if (data.kind === 'found') {
        stop();
        setLooked(data.gaps);
        return;
      }
      // It begins to count anew when it has found the errors.
      if (data.done < before) what = 'Looking for examples that would notice';
      before = data.done;
      setLooking({ share: data.done / data.of, what });
    };
    begun.onerror = () => {
      stop();
      setProblem('The search broke off. Nothing was changed; try it again.');
    };
    begun.postMessage(set);
  };
  return {
    ...{ looking, looked, problem, look },
    forget: () => {
      stop();
      setLooked(undefined);
      setProblem(undefined);
    },
  };
};

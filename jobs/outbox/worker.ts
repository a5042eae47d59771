export type Worker = {
  /** Looks at once instead of at the next turn. */
  wake(): void;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
};

/**
 * Runs `turn` again while there is work, then waits for a wake or for `everyMs`: a hint may be lost, the next look finds the rows.
 * A turn that throws (the database is away) is reported and tried again.
 */
export const startWorker = (
  turn: () => Promise<number>,
  everyMs: number,
  onError: (error: unknown) => void,
): Worker => {
  let stopped = false;
  /** A wake since the last look began: what it tells of may have come too late for that look. */
  let woken = false;
  let wakeUp: (() => void) | undefined;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      let taken = 0;
      woken = false;
      try {
        taken = await turn();
      } catch (error) {
        onError(error);
      }
      if (taken === 0 && !stopped && !woken) await rest();
    }
  };
  const running = loop();
  return {
    wake: () => {
      woken = true;
      wakeUp?.();
    },
    stop: () => {
      stopped = true;
      wakeUp?.();
      return running;
    },
  };
};

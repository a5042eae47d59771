import type { Environment } from '@openum/casework/port/environment.ts';
import { systemEnvironment } from '../environment.ts';

/** An environment whose time is set by hand: the demonstration's requests came in over the last days, not all at once. */
export const demoEnvironment = (startMs: number) => {
  let at = startMs;
  return {
    environment: systemEnvironment(() => at) satisfies Environment,
    /** Minutes before `startMs`. */
    goTo(minutesAgo: number): void {
      at = startMs - minutesAgo * 60_000;
    },
  };
};
export type DemoClock = ReturnType<typeof demoEnvironment>;

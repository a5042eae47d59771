import type { Thread } from './thread.ts';

/** A few threads that are used again while they are sound; whoever finds none free waits for one. */
export const threadPool = (start: () => Thread, most: number) => {
  const idle: Thread[] = [];
  const waiting: (() => void)[] = [];
  let inUse = 0;
  let hasEnded = false;
  return {
    take: async (): Promise<Thread> => {
      while (inUse >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      inUse += 1;
      const sound = idle.filter((t) => t.isAlive());
      const thread = sound.pop();
      idle.splice(0, idle.length, ...sound);
      return thread ?? start();
    },
    give: (thread: Thread): void => {
      inUse -= 1;
      if (hasEnded) thread.end();
      else if (thread.isAlive()) idle.push(thread);
      waiting.shift()?.();
    },
    end: (): void => {
      hasEnded = true;
      for (const thread of idle.splice(0)) thread.end();
    },
  };
};

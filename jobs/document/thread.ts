import { Worker } from 'node:worker_threads';
import type { ReaderLimits } from './limits.ts';
import type { Answer, Ask } from './protocol.ts';

export type Thread = {
  /** Answers within the time, whatever the file does; a thread that did not is ended. */
  ask(ask: Ask, milliseconds: number): Promise<Answer>;
  isAlive(): boolean;
  end(): void;
};

const lookEveryMs = 250;

/** A thread that files may break without harm to anything else. */
export const startThread = ({ heapMegabytes, maxGrowthBytes }: ReaderLimits): Thread => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    // What libraries complain about a file is told by its reading, and may quote the file.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  worker.stdout.resume();
  worker.stderr.resume();
  let alive = true;
  let waiting: ((answer: Answer) => void) | undefined;
  const settle = (answer: Answer): void => {
    const settled = waiting;
    waiting = undefined;
    settled?.(answer);
  };
  const end = (): void => {
    alive = false;
    void worker.terminate();
  };
  worker.on('message', settle);
  worker.on('error', (error: Error & { readonly code?: string }) => {
    alive = false;
    settle({ type: 'failed', problem: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuchMemory' : 'damaged' });
  });
  worker.on('exit', () => {
    alive = false;
    settle({ type: 'failed', problem: 'damaged' });
  });
  const ask: Thread['ask'] = async (given, milliseconds) => {
    if (!alive) return { type: 'failed', problem: 'damaged' };
    const before = process.memoryUsage.rss();
    const give = (problem: 'tooSlow' | 'tooMuchMemory'): void => {
      settle({ type: 'failed', problem });
      end();
    };
    const late = setTimeout(() => give('tooSlow'), milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > maxGrowthBytes) give('tooMuchMemory');
    }, lookEveryMs);
    try {
      return await new Promise<Answer>((resolve) => {
        waiting = resolve;
        worker.postMessage(given);
      });
    } finally {
      clearTimeout(late);
      clearInterval(watch);
    }
  };
  return { ask, isAlive: () => alive, end };
};

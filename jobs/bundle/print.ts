import { Worker } from 'node:worker_threads';
import type { Bound, BundlePrinter, NotBound } from '@openum/casework/port/bundlePrinter.ts';

const longestMs = 120_000;
const heapMegabytes = 1024;

/** Binds in a thread of its own: a document from outside that breaks it, or never ends, harms this bundle alone. */
export const printBundle: BundlePrinter = (paper, parts) =>
  new Promise<Bound | NotBound>((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { paper, parts },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      // What libraries complain about a file may quote it.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const late = setTimeout(() => void worker.terminate(), longestMs);
    worker.on('message', resolve);
    worker.on('error', (cause) => reject(new Error('a bundle could not be bound', { cause })));
    worker.on('exit', () => {
      clearTimeout(late);
      reject(new Error('the binding of a bundle did not end in time'));
    });
  });

import { fork } from 'node:child_process';
import path from 'node:path';
import type { Load, LoadResult } from './clients.ts';

/** The process of the sending systems, as seen from the server's. */
export const startClients = () => {
  const child = fork(path.join(import.meta.dirname, 'clients.ts'), { execArgv: [] });
  let settle = Promise.withResolvers<unknown>();
  child.on('message', (message) => settle.resolve(message));
  child.on('exit', () => settle.reject(new Error('the clients ended early')));
  const ask = (message: { readonly load: Load } | 'go'): Promise<unknown> => {
    settle = Promise.withResolvers<unknown>();
    child.send(message);
    return settle.promise;
  };
  return {
    pid: child.pid ?? 0,
    prepare: async (load: Load): Promise<void> => {
      await ask({ load });
    },
    go: async (): Promise<LoadResult> => (await ask('go')) as LoadResult,
    stop: () => child.disconnect(),
  };
};

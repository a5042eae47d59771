import { runningServer } from './embedded/attach.ts';
import { startEmbedded } from './embedded/start.ts';
import { dropDatabase, ensureDatabase } from './migration/database.ts';

export type OpenDatabase = {
  /** For `migrate` and `createStore`. Holds a password. */
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** Stops what was started here. Close the store first. */
  stop(): Promise<void>;
};

/** The server at `databaseUrl`, or without one the embedded server on `dataDir`, with a database for OpenUM in it. */
export const openDatabase = async (from: {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** Use the server that another process of this installation has started, when there is one. */
  readonly beside?: boolean | undefined;
  /** Throw away what an interrupted first start has left in the embedded database. */
  readonly discard?: boolean | undefined;
}): Promise<OpenDatabase> => {
  if (from.databaseUrl !== undefined) return { url: from.databaseUrl, kind: 'external', stop: async () => {} };
  const running = from.beside ? runningServer(from.dataDir) : undefined;
  if (running !== undefined)
    return { url: await ensureDatabase(running, 'openum'), kind: 'embedded', stop: async () => {} };
  const server = await startEmbedded(from.dataDir);
  try {
    if (from.discard) await dropDatabase(server.url, 'openum');
    const url = await ensureDatabase(server.url, 'openum');
    return { url, kind: 'embedded', stop: () => server.stop() };
  } catch (e) {
    await server.stop();
    throw e;
  }
};

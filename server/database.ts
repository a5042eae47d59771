import path from 'node:path';
import { startEmbedded } from '@openum/store/embedded/start.ts';
import { ensureDatabase } from '@openum/store/migration/database.ts';
import { migrate } from '@openum/store/migration/migrate.ts';
import type { Config } from './config.ts';

export type Database = { readonly url: string; readonly stop: () => Promise<void> };

/** The database of this installation, with the newest schema: the one of DATABASE_URL, or an embedded server in the data directory. */
export const openDatabase = async (config: Config): Promise<Database> => {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl);
    return { url: config.databaseUrl, stop: async () => undefined };
  }
  const server = await startEmbedded(path.join(config.dataDir, 'postgres'));
  const url = await ensureDatabase(server.url, 'openum');
  await migrate(url);
  return { url, stop: () => server.stop() };
};

import path from 'node:path';
import { migrate } from '@openum/store/migration/migrate.ts';
import { type OpenDatabase, openDatabase } from '@openum/store/open.ts';
import type { Config } from './config.ts';

/**
 * The database of this installation, with the newest schema: the one of DATABASE_URL, or an embedded server in the data directory.
 * `beside`: a command that may run while the server does.
 */
export const openInstallation = async (config: Config, beside = false): Promise<OpenDatabase> => {
  const { databaseUrl, dataDir } = config;
  const database = await openDatabase({ databaseUrl, dataDir: path.join(dataDir, 'postgres'), beside });
  try {
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
};

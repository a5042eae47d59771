import path from 'node:path';
import { migrate } from '@openum/store/migration/migrate.ts';
import { type OpenDatabase, openDatabase } from '@openum/store/open.ts';
import type { Config } from './config.ts';
import { isUnfinished, markFinished } from './installation.ts';

/**
 * The database of this installation, with the newest schema: the one of DATABASE_URL, or an embedded server in the data directory.
 * `beside`: a command that may run while the server does.
 */
export const openInstallation = async (config: Config, beside = false): Promise<OpenDatabase> => {
  const { databaseUrl, dataDir } = config;
  const interrupted = isUnfinished(dataDir);
  if (interrupted && databaseUrl !== undefined) {
    throw new Error(
      'the first start was interrupted while it filled the database: empty the database of DATABASE_URL and start again',
    );
  }
  const folder = path.join(dataDir, 'postgres');
  const database = await openDatabase({ databaseUrl, dataDir: folder, beside, discard: interrupted });
  try {
    await migrate(database.url);
    if (interrupted) markFinished(dataDir);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
};

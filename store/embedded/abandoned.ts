import { rmSync } from 'node:fs';
import { besides } from './cluster.ts';
import { isAbandoned } from './ownership.ts';
import { stopLeftover } from './postmaster.ts';

/** Stops a server whose parent was killed and deletes its data, for data folders that are meant to be thrown away. */
export const discardAbandoned = async (dataDir: string): Promise<boolean> => {
  const files = besides(dataDir);
  if (!isAbandoned(files.owner)) return false;
  await stopLeftover(dataDir, true);
  for (const file of [dataDir, ...Object.values(files)]) rmSync(file, { recursive: true, force: true });
  return true;
};

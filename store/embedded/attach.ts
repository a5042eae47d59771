import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { besides, superuser } from './cluster.ts';
import { isAbandoned } from './ownership.ts';

/** Line of postmaster.pid that holds the port (PostgreSQL, miscinit.h). */
const portLine = 3;

/** The server that another process runs on this folder; undefined when nobody does. Holds a password. */
export const runningServer = (dataDir: string): string | undefined => {
  const folder = path.resolve(dataDir);
  const { owner, password } = besides(folder);
  const pidFile = path.join(folder, 'postmaster.pid');
  if (isAbandoned(owner) || !existsSync(pidFile) || !existsSync(password)) return undefined;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[portLine]);
  const secret = readFileSync(password, 'utf8').trim();
  return port > 0 ? `postgres://${superuser}:${secret}@127.0.0.1:${port}/postgres` : undefined;
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@openum/store/embedded/start.ts';
import { ensureDatabase } from '@openum/store/migration/database.ts';
import { migrate } from '@openum/store/migration/migrate.ts';

export type BenchDatabase = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** A PostgreSQL of its own in a temporary folder, with the settings of an installation (fsync on) and the newest schema. */
export const benchDatabase = async (settings: Readonly<Record<string, string>> = {}): Promise<BenchDatabase> => {
  // Ended from outside, it leaves by way of `exit`, where the server is told to stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const folder = mkdtempSync(path.join(tmpdir(), 'openum-bench-'));
  const server = await startEmbedded(path.join(folder, 'data'), { settings });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await ensureDatabase(server.url, 'openum');
    await migrate(url);
    return { url, pid: server.pid, stop };
  } catch (e) {
    await stop();
    throw e;
  }
};

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { discardAbandoned } from '@openum/store/embedded/abandoned.ts';
import { runs } from '@openum/store/embedded/process.ts';
import { startEmbedded } from '@openum/store/embedded/start.ts';
import { dropDatabase, ensureDatabase } from '@openum/store/migration/database.ts';
import { migrate } from '@openum/store/migration/migrate.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly serverUrl: string; readonly template: string };
  }
}

const prefix = 'openum-test-';

type Server = { readonly url: string; stop(): Promise<void> };

/** Servers of test runs that were killed are stopped and their data deleted. A run that is only starting is left alone. */
const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || runs(Number(pid))) continue;
    const folder = path.join(tmpdir(), name);
    if (await discardAbandoned(path.join(folder, 'data'))) rmSync(folder, { recursive: true, force: true });
  }
};

const embedded = async (): Promise<Server> => {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  // Nothing here has to survive a power cut.
  const server = await startEmbedded(path.join(folder, 'data'), {
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** One PostgreSQL for the whole run: the server of `DATABASE_URL`, or an embedded one in a temporary folder. */
export default async ({ provide }: TestProject) => {
  const given = process.env.DATABASE_URL;
  const server: Server = given ? { url: given, stop: async () => {} } : await embedded();
  const template = `openum_template_${process.pid}`;
  try {
    await migrate(await ensureDatabase(server.url, template));
  } catch (e) {
    await server.stop();
    throw e;
  }
  provide('postgres', { serverUrl: server.url, template });
  return async () => {
    if (given) await dropDatabase(server.url, template);
    await server.stop();
  };
};

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from './embedded/start.ts';
import { describeSchema } from './migration/describe.ts';
import { migrate } from './migration/migrate.ts';

/** Writes schema.sql anew: `node store/schema.ts`, after each new migration. */
const folder = mkdtempSync(path.join(tmpdir(), 'openum-schema-'));
const server = await startEmbedded(path.join(folder, 'data'));
try {
  await migrate(server.url);
  writeFileSync(path.join(import.meta.dirname, 'schema.sql'), await describeSchema(server.url));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appendOf } from '@openum/testkit/contract/samples.ts';
import { expect, test } from 'vitest';
import { createStore } from './index.ts';
import { migrate } from './migration/migrate.ts';
import { openDatabase } from './open.ts';

test('without a database URL a store works on a folder, and finds its cases again after a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'openum-open-'));
  const dataDir = path.join(folder, 'data');
  const scope = { tenantId: 't1' };
  try {
    const first = await openDatabase({ dataDir });
    await migrate(first.url);
    const store = createStore(first.url);
    await store.cases.append(scope, appendOf('c1'));
    await store.close();
    await first.stop();

    const second = await openDatabase({ dataDir });
    expect(await migrate(second.url)).toEqual([]);
    const again = createStore(second.url);
    await again.ping();
    expect(await again.cases.events(scope, 'c1')).toHaveLength(1);
    await again.close();
    await second.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('with a database URL nothing is started', async () => {
  const given = await openDatabase({ databaseUrl: 'postgres://db.example/openum', dataDir: '/nowhere' });
  expect(given).toMatchObject({ url: 'postgres://db.example/openum', kind: 'external' });
  await given.stop();
});

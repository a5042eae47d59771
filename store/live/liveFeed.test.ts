import { appendOf } from '@openum/testkit/contract/samples.ts';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStore, type Store } from '../index.ts';
import type { Change } from './hints.ts';

let db: TestDatabase;
let writer: Store;
let reader: Store;

beforeAll(async () => {
  db = await testDatabase();
  writer = createStore(db.url);
  reader = createStore({ url: db.url, applicationName: 'reader' });
});
afterAll(async () => {
  await Promise.all([writer.close(), reader.close()]);
  await db.drop();
});

const hearing = async () => {
  const heard: Change[] = [];
  const stop = reader.live.subscribe((c) => heard.push(c));
  await reader.live.ready();
  return { heard, stop };
};
const ids = (heard: readonly Change[]) => heard.map((c) => c.caseId);

describe('the live feed', () => {
  test('tells another process which case changed, and nothing of a conflict', async () => {
    const { heard, stop } = await hearing();
    await writer.cases.append({ tenantId: 't1' }, appendOf('c1'));
    await writer.cases.append({ tenantId: 't1' }, appendOf('c1'));
    await writer.cases.append({ tenantId: 't2' }, appendOf('last', 0));
    await expect.poll(() => ids(heard)).toContain('last');
    expect(heard).toEqual([
      { tenantId: 't1', caseId: 'c1', version: 1 },
      { tenantId: 't2', caseId: 'last', version: 1 },
    ]);
    stop();
    await writer.cases.append({ tenantId: 't1' }, appendOf('after'));
    expect(ids(heard)).not.toContain('after');
  });

  test('listens again after its connection is lost', async () => {
    const { heard, stop } = await hearing();
    const admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    const listeners = async (): Promise<number[]> =>
      (await admin.query("select pid from pg_stat_activity where application_name = 'reader-listen'")).rows.map(
        (r) => r.pid,
      );
    const [first] = await listeners();
    await admin.query('select pg_terminate_backend($1)', [first]);
    await expect.poll(listeners).not.toContain(first);
    await admin.end();
    // What was on its way before does not count.
    heard.length = 0;
    let n = 0;
    await expect
      .poll(
        async () => {
          await writer.cases.append({ tenantId: 't1' }, appendOf(`again-${n++}`));
          return heard.length;
        },
        { timeout: 10_000, interval: 100 },
      )
      .toBeGreaterThan(0);
    stop();
  });
});

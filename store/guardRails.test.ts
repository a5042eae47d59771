import { unlawfulDenials, unlawfulItems } from '@openum/testkit/contract/guardRailContract.ts';
import { appendOf, at, bytes, denial, deniedItem, messageOf, physician } from '@openum/testkit/contract/samples.ts';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toColumns } from './connection/names.ts';
import { createPool } from './connection/pool.ts';
import { createStore, type Store } from './index.ts';

const tenantId = 'plan-1';
let db: TestDatabase;
let store: Store;
let owner: pg.Pool;
let app: pg.Pool;

beforeAll(async () => {
  db = await testDatabase();
  store = createStore(db.url);
  owner = new pg.Pool({ connectionString: db.url, max: 1 });
  app = createPool({ url: db.url, connections: 1 });
  await store.cases.append(
    { tenantId },
    appendOf('c1', 0, {
      commandId: 'k1',
      message: messageOf('m1'),
      documents: [{ documentId: 'd1', contentType: 'text/plain', bytes: bytes('x') }],
      notices: [{ noticeId: 'n1', pdf: bytes('x'), html: 'x' }],
    }),
  );
  await store.readLog.record(
    { tenantId },
    { readId: 'r1', purpose: 'audit', what: 'case', at: at('2026-11-20T15:00:00.000Z') },
  );
});
afterAll(async () => {
  await store.close();
  await app.end();
  await owner.end();
  await db.drop();
});

/** Who has a direct line to the database: the application with its own rights, and the owner, who needs none. */
const lines = [
  ['the application', () => app],
  ['the owner', () => owner],
] as const;

const inTenant = async (pool: pg.Pool, sql: string, values: unknown[] = [], tenant = tenantId) => {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('openum.tenant', '${tenant}', true)`);
    return await client.query(sql, values);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

let sequence = 1;
const insertEvent = (pool: pg.Pool, data: object, actor: object) =>
  inTenant(
    pool,
    `insert into case_event values ($1, 'c1', $2, 'ItemDetermined', $3, $4, null, now(), now(), repeat('0', 64), repeat('1', 64))`,
    [tenantId, ++sequence, JSON.stringify(data), JSON.stringify(actor)],
  );

const insertItem = (pool: pg.Pool, item: object) =>
  inTenant(pool, 'insert into case_item select * from jsonb_populate_record(null::case_item, $1)', [
    JSON.stringify({ ...toColumns(item), tenant_id: tenantId, case_id: 'c1', item_sequence: 7 }),
  ]);

describe.each(lines)('with raw SQL, %s', (_, pool) => {
  test('may write a denial that a physician made', async () => {
    expect((await insertEvent(pool(), denial, physician)).rowCount).toBe(1);
    expect((await insertItem(pool(), deniedItem)).rowCount).toBe(1);
  });

  test.each(unlawfulDenials.map(([what, data, actor]) => ({ what, data, actor })))(
    'may not write a denial $what',
    async ({ data, actor }) => {
      await expect(insertEvent(pool(), data, actor ?? physician)).rejects.toThrow(
        'adverse_determination_is_a_physicians',
      );
    },
  );

  test('may not write a determination without an outcome', async () => {
    await expect(insertEvent(pool(), {}, physician)).rejects.toThrow('adverse_determination_is_a_physicians');
  });

  test.each(unlawfulItems)('may not write a denied item %s', async (_what, change) => {
    await expect(insertItem(pool(), { ...deniedItem, ...change })).rejects.toThrow('adverse_item_is_a_physicians');
  });

  test('may not turn an open item into a denied one', async () => {
    await expect(inTenant(pool(), "update case_item set status = 'denied' where case_id = 'c1'")).rejects.toThrow(
      /adverse_item_is_a_physicians|permission denied/,
    );
  });

  test.each(['case_event', 'command_log', 'message', 'document', 'notice', 'read_log'])(
    'may neither change nor delete nor empty %s',
    async (table) => {
      const refused = /only grows|permission denied/;
      expect((await inTenant(pool(), `select 1 from ${table}`)).rowCount).toBe(1);
      await expect(inTenant(pool(), `update ${table} set tenant_id = tenant_id`)).rejects.toThrow(refused);
      await expect(inTenant(pool(), `delete from ${table}`)).rejects.toThrow(refused);
      // A table that others point to is refused for that alone.
      await expect(inTenant(pool(), `truncate ${table}`)).rejects.toThrow(/only grows|permission denied|foreign key/);
      await expect(inTenant(pool(), `truncate ${table} cascade`)).rejects.toThrow(refused);
    },
  );
});

describe('a query of the application that forgot its filter', () => {
  const tables = [
    'case_event',
    'case_row',
    'case_item',
    'case_clock',
    'case_task',
    'message',
    'document',
    'notice',
    'read_log',
  ];

  test.each(tables)('finds rows of its own tenant in %s and none of another or of no tenant', async (table) => {
    const sql = `select 1 from ${table}`;
    expect((await inTenant(app, sql)).rowCount).toBe(1);
    expect((await inTenant(app, sql, [], 'plan-2')).rowCount).toBe(0);
    expect((await app.query(sql)).rowCount).toBe(0);
  });

  test('cannot write in the name of another tenant', async () => {
    await expect(
      inTenant(
        app,
        'insert into provider (tenant_id, provider_id, npi, search_name, kind, name) values ($1, $2, $2, $2, $3, $2)',
        ['plan-2', 'x', 'organization'],
      ),
    ).rejects.toThrow('row-level security');
    expect((await inTenant(app, "update case_row set queue = 'none'", [], 'plan-2')).rowCount).toBe(0);
  });

  test('cannot read the hashes of passwords and tokens', async () => {
    for (const sql of [
      'select password_hash from app_user',
      'select token_hash from api_client',
      'select * from session',
    ])
      await expect(inTenant(app, sql)).rejects.toThrow('permission denied');
  });
});

import type { Tenant } from '@openum/casework/port/identity.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore, type Store } from '../index.ts';

let db: TestDatabase;
let store: Store;
let client: pg.Client;

const tenant = (tenantId: string, kind: Tenant['kind']): Tenant => ({
  tenantId,
  name: tenantId,
  kind,
  zone: zoneId('America/New_York'),
  accreditations: [],
});

beforeAll(async () => {
  db = await testDatabase();
  store = createStore(db.url);
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
  await store.identity.createTenant(tenant('plan', 'plan'));
  for (const id of ['ours', 'theirs']) await store.identity.createTenant(tenant(id, 'practice'));
  await store.identity.grantPortal({ planTenantId: 'plan', practiceTenantId: 'ours', npis: ['1234567893'] });
});
afterAll(async () => {
  await client.end();
  await store.close();
  await db.drop();
});

test.each([
  ['the practice itself', 'ours', 1],
  ['another practice', 'theirs', 0],
  ['the plan', 'plan', 0],
  ['nobody yet', '', 0],
])('the database says which plans let a practice in to %s: %s', async (_, tenantId, found) => {
  await client.query('begin');
  try {
    await client.query(`set local role openum_app`);
    await client.query(`select set_config('openum.tenant', $1, true)`, [tenantId]);
    expect((await client.query(`select * from portal_of('ours')`)).rows).toHaveLength(found);
  } finally {
    await client.query('rollback');
  }
});

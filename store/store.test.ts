import { storeContract } from '@openum/testkit/contract/storeContract.ts';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import { afterAll, beforeAll } from 'vitest';
import { createStore, type Store } from './index.ts';

let db: TestDatabase;
let store: Store;
let tenants = 0;

beforeAll(async () => {
  db = await testDatabase();
  store = createStore(db.url);
});
afterAll(async () => {
  await store.close();
  await db.drop();
});

storeContract(
  'PostgreSQL',
  () => store,
  () => `tenant-${++tenants}`,
);

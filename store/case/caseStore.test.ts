import { caseStoreContract } from '@openum/testkit/contract/caseStoreContract.ts';
import { guardRailContract } from '@openum/testkit/contract/guardRailContract.ts';
import { messageContract } from '@openum/testkit/contract/messageContract.ts';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import { afterAll, beforeAll } from 'vitest';
import { createStore, type Store } from '../index.ts';

let db: TestDatabase;
let store: Store;
let tenants = 0;
const fresh = () => `tenant-${++tenants}`;

beforeAll(async () => {
  db = await testDatabase();
  store = createStore(db.url);
});
afterAll(async () => {
  await store.close();
  await db.drop();
});

caseStoreContract('PostgreSQL', () => store.cases, fresh);
messageContract('PostgreSQL', () => store.cases, fresh);
guardRailContract('PostgreSQL', () => store.cases, fresh);

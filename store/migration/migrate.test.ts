import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { identityContract } from '@openum/testkit/contract/identityContract.ts';
import { outboxContract } from '@openum/testkit/contract/outboxContract.ts';
import { tenantContract } from '@openum/testkit/contract/tenantContract.ts';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createStore, type Store } from '../index.ts';
import { dropDatabase, ensureDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';

const { serverUrl } = inject('postgres');
const name = `openum_migrate_${process.pid}`;
let url: string;

const migration = (number: number, sql: string, checksum = sql): Migration => ({
  number,
  phase: 'expand',
  name: `000${number}-expand-x.sql`,
  sql,
  checksum,
});
const first = migration(1, 'create table a (x int primary key)');
const second = migration(2, 'create table b (x int primary key)');

const query = async (sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('migrations', () => {
  beforeEach(async () => {
    url = await ensureDatabase(serverUrl, name);
  });
  afterEach(() => dropDatabase(serverUrl, name));

  test('run once each, in order', async () => {
    expect(await migrate(url, [first])).toEqual([first.name]);
    expect(await migrate(url, [first, second])).toEqual([second.name]);
    expect(await migrate(url, [first, second])).toEqual([]);
    expect(await query('select number, checksum from schema_migration order by number')).toEqual([
      { number: 1, checksum: first.checksum },
      { number: 2, checksum: second.checksum },
    ]);
  });

  test('of processes that start together run once', async () => {
    const ran = await Promise.all([1, 2, 3].map(() => migrate(url, [first, second])));
    expect(ran.flat().sort()).toEqual([first.name, second.name]);
  });

  test('leave nothing behind when one of them fails', async () => {
    await expect(migrate(url, [first, migration(2, 'create table a (x int)')])).rejects.toThrow('already exists');
    expect(await query("select to_regclass('a') as a, to_regclass('schema_migration') as m")).toEqual([
      { a: null, m: null },
    ]);
  });

  test('that were changed after they had run are refused', async () => {
    await migrate(url, [first]);
    await expect(migrate(url, [migration(1, 'select 1'), second])).rejects.toThrow('0001-expand-x.sql was changed');
    expect(await query("select to_regclass('b') as b")).toEqual([{ b: null }]);
  });

  test('of a newer release stop an older one', async () => {
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toThrow('start the newer release');
  });
});

describe('the files of migrations', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'openum-sql-'));
    cpSync(path.join(import.meta.dirname, 'sql'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are numbered without a gap and say whether they expand or contract', () => {
    const known = readMigrations(folder);
    expect(known.length).toBeGreaterThan(0);
    writeFileSync(path.join(folder, `${String(known.length + 2).padStart(4, '0')}-expand-x.sql`), '');
    expect(() => readMigrations(folder)).toThrow(`the number must be ${known.length + 1}`);
  });

  test.each(['0099-x.sql', '99-expand-x.sql', 'zzz.sql', '0099-expand-X.sql'])('may not be called %s', (file) => {
    writeFileSync(path.join(folder, file), '');
    expect(() => readMigrations(folder)).toThrow('a migration is named');
  });
});

/** Managed servers give no superuser: there the owner of the tables is held to the policies as well. */
describe('a database whose owner is no superuser', () => {
  const role = `openum_owner_${process.pid}`;
  let store: Store;
  let tenants = 0;
  const fresh = () => `tenant-${++tenants}`;

  const asServer = async (...statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    try {
      for (const s of statements) await client.query(s);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    url = await ensureDatabase(serverUrl, `${name}_owned`);
    await asServer(
      `create role ${role} login password 'only-here' nosuperuser nocreaterole`,
      `grant openum_app, openum_lookup, openum_worker to ${role}`,
      `alter database ${name}_owned owner to ${role}`,
    );
    const asOwner = new URL(url);
    asOwner.username = role;
    asOwner.password = 'only-here';
    await migrate(asOwner.toString());
    store = createStore(asOwner.toString());
  });
  afterAll(async () => {
    await store?.close();
    await dropDatabase(serverUrl, `${name}_owned`);
    await asServer(`drop role ${role}`);
  });

  identityContract('an owner without privileges', () => store.identity, fresh);
  outboxContract('an owner without privileges', () => store, fresh);
  tenantContract('an owner without privileges', () => store, fresh);
});

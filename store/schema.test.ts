import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeSchema } from './migration/describe.ts';

let db: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await testDatabase();
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

const names = async (sql: string): Promise<string[]> =>
  (await client.query(sql)).rows.map((r) => String(r.name)).sort();

const tenantTables = `select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
  and c.relkind = 'r' and c.relname <> 'schema_migration'`;

describe('the schema', () => {
  test('is the one that stands in schema.sql', async () => {
    const committed = readFileSync(path.join(import.meta.dirname, 'schema.sql'), 'utf8');
    expect(await describeSchema(db.url)).toBe(committed);
  });

  test('holds every table to the tenant of the transaction, its owner too', async () => {
    expect(
      await names(`select relname as name from (${tenantTables}) t join pg_class c using (oid, relname)
        where not (c.relrowsecurity and c.relforcerowsecurity)`),
    ).toEqual([]);
    expect(
      await names(`select t.relname as name from (${tenantTables}) t where not exists (select 1 from pg_policies p
        where p.tablename = t.relname and p.policyname = 'tenant' and p.qual like '%tenant_id = current_setting(''openum.tenant''::text, true)%')`),
    ).toEqual([]);
  });

  test('has the tenant as the first column of every index, but for those that are asked before there is a tenant', async () => {
    const others =
      await names(`select i.indexrelid::regclass::text as name from pg_index i join (${tenantTables}) t on t.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where a.attname <> 'tenant_id'`);
    expect(others).toEqual([
      'api_client_token_everywhere',
      'app_user_email_everywhere',
      'guest_link_hash_everywhere',
      'outbox_due_everywhere',
      'portal_grant_practice_everywhere',
      'practice_grant_user_everywhere',
      'session_hash_everywhere',
    ]);
  });

  test('gives its roles no way to sign in, to rule, or to see rows of all tenants', async () => {
    expect(
      await names(`select rolname as name from pg_roles where rolname like 'openum\\_%' and
        (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) and rolname in ('openum_app', 'openum_lookup', 'openum_worker')`),
    ).toEqual([]);
  });

  test('lets the application add to the logs and never change them', async () => {
    const changeable = await names(`select distinct table_name as name from information_schema.role_table_grants
      where grantee = 'openum_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`);
    expect(changeable).toEqual([
      'case_appeal',
      'case_clock',
      'case_item',
      'case_row',
      'case_task',
      'document_reading',
      'episode_authorization',
      'episode_claim',
      'episode_facts',
      'episode_row',
      'guest_link',
      'member',
      'news_preference',
      'outbox',
      'page_picture',
      'partner_control',
      'portal_grant',
      'practice_clinician',
      'practice_import',
      'practice_patient',
      'practice_payer',
      'practice_programme',
      'practice_setting',
      'provider',
      'saved_filter',
      'service_page',
      'stay_row',
      'tenant',
      'visit',
    ]);
  });

  test('fixes the search path of every function that runs with the rights of its owner, whose role sees little', async () => {
    const { rows } = await client.query(`select proname, proowner::regrole::text as owner, proconfig from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef order by proname`);
    expect(rows.map((r) => r.proname)).toEqual([
      'all_tenants',
      'client_by_token',
      'close_session',
      'guest_link_by_hash',
      'outbox_take',
      'portal_of',
      'practice_grants_of',
      'user_for_sign_in',
      'user_of_session',
    ]);
    for (const r of rows) {
      expect(r.proconfig).toEqual(['search_path=pg_catalog, public, pg_temp']);
      expect(r.owner).toBe(r.proname === 'outbox_take' ? 'openum_worker' : 'openum_lookup');
    }
  });
});

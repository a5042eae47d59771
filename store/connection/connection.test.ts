import { type TestDatabase, testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, database } from './database.ts';
import { deadlock, retrying, StoreError, serializationFailure } from './error.ts';
import { createPool } from './pool.ts';
import { toInstantText } from './types.ts';

let db: TestDatabase;
let pool: pg.Pool;
let sut: Database;
const lost: Error[] = [];
const statement = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

beforeAll(async () => {
  db = await testDatabase();
  pool = createPool({ url: db.url, connections: 2, onConnectionLost: (e) => lost.push(e) });
  sut = database(pool);
});
afterAll(async () => {
  await pool.end();
  await db.drop();
});

describe('the connections of the store', () => {
  test('work with the rights of the application and speak of moments in UTC', async () => {
    const [row] = await sut.call(
      statement(`select current_user as role, timestamptz '2026-11-22 06:10:30.12-05' as at, date '2026-02-28' as day,
        12345678901::bigint as big, 1.5::numeric as number`),
    );
    expect(row).toEqual({
      role: 'openum_app',
      at: '2026-11-22T11:10:30.120Z',
      day: '2026-02-28',
      big: 12345678901,
      number: 1.5,
    });
  });

  test('refuse a URL that would set other options', () => {
    expect(() => createPool({ url: `${db.url}?options=-c%20role%3Dpostgres` })).toThrow('must not have `options`');
  });

  test('give a tenant to one transaction and forget it after', async () => {
    const which = statement("select current_setting('openum.tenant', true) as tenant");
    const tricky = "x'; drop table tenant; --";
    for (const tenantId of ['plan-1', tricky]) {
      const [[row] = []] = await sut.inTenant({ tenantId }, [which]);
      expect(row).toEqual({ tenant: tenantId });
    }
    const after = await Promise.all([sut.call(which), sut.call(which)]);
    for (const [row] of after) expect(row?.tenant ?? '').toBe('');
  });

  test('undo a transaction of which one statement fails, and go on working', async () => {
    const insert = statement(
      "insert into tenant (tenant_id, name, kind, zone, accreditations) values ('t1', 'x', 'plan', 'UTC', '{}')",
    );
    await expect(sut.inTenant({ tenantId: 't1' }, [insert, insert])).rejects.toThrow('tenant_pkey');
    const [rows] = await sut.inTenant({ tenantId: 't1' }, [statement('select 1 from tenant')]);
    expect(rows).toEqual([]);
  });

  test('say which rule was broken and nothing of the row', async () => {
    const secret = 'Jane-Doe-1951';
    const bad = statement(
      'insert into tenant (tenant_id, name, kind, zone, accreditations) values ($1, $2, $2, $2, $3)',
      't2',
      secret,
      [],
    );
    const error = await sut.inTenant({ tenantId: 't2' }, [bad]).catch((e) => e);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: '23514', constraint: 'tenant_kind_check' });
    expect(JSON.stringify({ ...error, message: error.message, cause: error.cause, stack: error.stack })).not.toContain(
      secret,
    );
    const noMoment = await sut.call(statement('select $1::timestamptz', secret)).catch((e) => e);
    expect(String(noMoment)).not.toContain(secret);
  });

  test('are made again after the server has ended them', async () => {
    await sut.call(statement('select 1'));
    const admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'openum' and datname = current_database()",
    );
    await admin.end();
    await expect.poll(() => lost.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await sut.call(statement('select 1 as x'))).toEqual([{ x: 1 }]);
  });

  test('end a statement that takes too long', async () => {
    const hasty = createPool({ url: db.url, statementTimeoutMs: 50 });
    await expect(database(hasty).call(statement('select pg_sleep(20)'))).rejects.toThrow('57014');
    await hasty.end();
  });
});

describe('a failure that passes', () => {
  const failing = (code: string, times: number) => {
    let left = times;
    return async () => {
      if (left-- > 0) throw new StoreError(code, undefined, undefined);
      return 'done';
    };
  };

  test.each([serializationFailure, deadlock])('%s is tried again', async (code) => {
    expect(await retrying(failing(code, 3))).toBe('done');
  });

  test('is not tried for ever', async () => {
    await expect(retrying(failing(deadlock, 100))).rejects.toThrow(deadlock);
  });

  test('is told apart from one that stays', async () => {
    await expect(retrying(failing('23514', 1))).rejects.toThrow('23514');
  });
});

describe('a moment of the database', () => {
  test.each([
    ['2026-11-22 06:10:30+00', '2026-11-22T06:10:30.000Z'],
    ['2026-11-22 06:10:30.1+00', '2026-11-22T06:10:30.100Z'],
    ['2026-11-22 06:10:30.123456+00', '2026-11-22T06:10:30.123Z'],
  ])('%s is %s', (text, expected) => {
    expect(toInstantText(text)).toBe(expected);
  });

  test.each(['2026-11-22 06:10:30-05', 'infinity', ''])('that is not one in UTC is refused: %j', (text) => {
    expect(() => toInstantText(text)).toThrow('not in UTC');
  });
});

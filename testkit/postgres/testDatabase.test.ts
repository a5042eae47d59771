import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './testDatabase.ts';

test('each test database is a database of its own with the schema in it', async () => {
  const [a, b] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    expect(a.url).not.toBe(b.url);
    const client = new pg.Client({ connectionString: a.url });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as n from schema_migration');
    await client.end();
    expect(rows[0].n).toBeGreaterThan(0);
  } finally {
    await Promise.all([a.drop(), b.drop()]);
  }
});

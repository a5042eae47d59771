import pg from 'pg';
import { type Migration, readMigrations } from './migrations.ts';

/** Any constant that nothing else in the database locks on. */
const lockKey = 7_308_615_022;

const history = `create table if not exists schema_migration (
	number int primary key,
	name text not null,
	checksum text not null,
	applied_at timestamptz not null default now()
)`;

const checkHistory = (
  done: readonly { number: number; name: string; checksum: string }[],
  known: readonly Migration[],
): void => {
  for (const row of done) {
    const migration = known[row.number - 1];
    if (!migration)
      throw new Error(
        `the database has migration ${row.name}, which this release does not know: start the newer release`,
      );
    if (migration.checksum !== row.checksum)
      throw new Error(`migration ${row.name} was changed after it had run: add a new one instead`);
  }
};

/**
 * Brings the database to the newest schema, in one transaction: all of it or nothing. Processes that start together wait for each
 * other. Returns the names of the migrations that ran.
 */
export const migrate = async (
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'openum-migrate',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(history);
    const { rows: done } = await client.query('select number, name, checksum from schema_migration order by number');
    checkHistory(done, migrations);
    const pending = migrations.slice(done.length);
    for (const m of pending) {
      await client.query(m.sql);
      await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
        m.number,
        m.name,
        m.checksum,
      ]);
    }
    await client.query('commit');
    return pending.map((m) => m.name);
  } finally {
    // Ends an open transaction as well.
    await client.end();
  }
};

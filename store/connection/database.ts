import type { Scope } from '@openum/casework/port/scope.ts';
import pg from 'pg';
import { toStoreError } from './error.ts';

export type Statement = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /**
   * Name under which a connection keeps the statement parsed and planned. For what every act asks, always in the same words, with a
   * plan that the parameters cannot change.
   */
  readonly prepared?: string;
};

/** A statement as the driver takes it. */
export const queryOf = ({ sql, parameters, prepared }: Statement): pg.QueryConfig => ({
  text: sql,
  values: [...parameters],
  ...(prepared ? { name: prepared } : {}),
});

export type Row = Readonly<Record<string, unknown>>;

/** The two ways into the database: as a tenant, or through a function that needs none. */
export type Database = {
  /** Statements of one transaction that sees and changes rows of this tenant only. */
  inTenant(scope: Scope, statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
  /** One statement on its own. Sees no rows of any tenant except through functions. */
  call(statement: Statement): Promise<readonly Row[]>;
};

export const database = (pool: pg.Pool): Database => ({
  call: async (statement) => {
    try {
      return (await pool.query(queryOf(statement))).rows;
    } catch (e) {
      throw toStoreError(e);
    }
  },
  inTenant: async (scope, statements) => {
    const client = await pool.connect();
    let lost: Error | undefined;
    const onError = (e: Error) => {
      lost = e;
    };
    client.on('error', onError);
    // All of it is sent before the first answer, in one write: each write by itself would wake the server. After a failed statement
    // the commit is a rollback.
    const { stream } = client.connection;
    stream.cork();
    const sending = [
      client.query(`begin; select set_config('openum.tenant', ${pg.escapeLiteral(scope.tenantId)}, true)`),
      ...statements.map((s) => client.query(queryOf(s))),
      client.query('commit'),
    ];
    stream.uncork();
    const sent = await Promise.allSettled(sending);
    client.removeListener('error', onError);
    const failure = sent.find((r) => r.status === 'rejected');
    client.release(failure !== undefined && !(failure.reason instanceof pg.DatabaseError) ? true : lost);
    if (failure) throw toStoreError(failure.reason);
    return sent.slice(1, -1).map((r) => (r.status === 'fulfilled' ? r.value.rows : []));
  },
});

/** The rows of a transaction with one statement. */
export const rowsInTenant = async (db: Database, scope: Scope, statement: Statement): Promise<readonly Row[]> =>
  (await db.inTenant(scope, [statement]))[0] ?? [];

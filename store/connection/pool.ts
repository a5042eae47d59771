import pg from 'pg';
import { typeParsers } from './types.ts';

export type StoreOptions = {
  readonly url: string;
  readonly applicationName?: string;
  /** Most connections at once; 10 when absent. */
  readonly connections?: number;
  readonly statementTimeoutMs?: number;
  /** Told when an idle connection is lost. The pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
};

/** Session settings that nothing may override: least rights, and one form for moments. */
const sessionSettings = '-c role=openum_app -c timezone=UTC -c datestyle=ISO,YMD';

const refuseOptions = (url: string): void => {
  if (new URL(url).searchParams.has('options'))
    throw new Error('the database URL must not have `options`: they would replace the role of the application');
};

export const createPool = (options: StoreOptions): pg.Pool => {
  refuseOptions(options.url);
  const statementTimeout = options.statementTimeoutMs ?? 30_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName ?? 'openum',
    max: options.connections ?? 10,
    options: sessionSettings,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout * 2,
    connectionTimeoutMillis: 10_000,
    types: typeParsers,
    // Begin, query and commit go out together.
    pipeline: true,
  });
  // Without a listener a restart of the server would end the process.
  pool.on('error', (e) => options.onConnectionLost?.(e));
  return pool;
};

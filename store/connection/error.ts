import pg from 'pg';

/**
 * A refusal of the database. It names the rule and the table and leaves out what PostgreSQL adds to it, because those texts quote
 * rows and parameters.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, constraint: string | undefined, table: string | undefined) {
    super(
      `the database refused with ${code}${constraint ? `, rule ${constraint}` : ''}${table ? `, table ${table}` : ''}`,
    );
    this.code = code;
    this.constraint = constraint;
  }
}

export const toStoreError = (e: unknown): unknown =>
  e instanceof pg.DatabaseError ? new StoreError(e.code ?? 'unknown', e.constraint, e.table) : e;

export const serializationFailure = '40001';
export const deadlock = '40P01';
export const uniqueViolation = '23505';

export const isUniqueViolation = (e: unknown): boolean => e instanceof StoreError && e.code === uniqueViolation;

const attempts = 6;

/** Does it again when the database gave up on it for reasons that pass: nothing of a failed try has remained. */
export const retrying = async <T>(work: () => Promise<T>, alsoOn: readonly string[] = []): Promise<T> => {
  const passing = [serializationFailure, deadlock, ...alsoOn];
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (e) {
      if (!(e instanceof StoreError) || !passing.includes(e.code) || attempt === attempts) throw e;
    }
  }
};

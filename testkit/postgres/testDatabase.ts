import { randomBytes } from 'node:crypto';
import { dropDatabase, ensureDatabase } from '@openum/store/migration/database.ts';
import { inject } from 'vitest';

export type TestDatabase = {
  readonly url: string;
  /** Ends the connections that are left and deletes it. */
  drop(): Promise<void>;
};

/** A database of its own with the current schema and no rows. Make it in `beforeAll`, drop it in `afterAll`. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { serverUrl, template } = inject('postgres');
  const name = `openum_test_${randomBytes(8).toString('hex')}`;
  const url = await ensureDatabase(serverUrl, name, template);
  return { url, drop: () => dropDatabase(serverUrl, name) };
};

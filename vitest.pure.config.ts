import { defineConfig } from 'vitest/config';

/** For tests that need no database: `vitest run --config vitest.pure.config.ts domain`. */
export default defineConfig({
  test: { setupFiles: ['./testkit/property/seed.ts'], pool: 'forks', maxWorkers: 1, testTimeout: 20_000 },
});

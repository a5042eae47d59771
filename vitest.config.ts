import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,content,casework,store,fhir,x12,http,jobs,server,testkit,web,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: ['./testkit/property/seed.ts'],
    // Store and browser tests share one embedded PostgreSQL, started once for the run.
    globalSetup: ['./testkit/postgres/globalSetup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from 'vitest/config';

// Node projects share one module registry (isolate: false): no test may leave state behind in a module.
const project = (name: string, include: string[], testTimeout: number, globalSetup: string[] = []) => ({
  test: {
    name,
    include,
    globalSetup,
    testTimeout,
    hookTimeout: testTimeout,
    environment: 'node' as const,
    isolate: false,
  },
});

// A real PostgreSQL, started once for a run.
const postgres = ['test/support/postgres.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', ['test/*.test.ts', 'test/{scoring,commands,client}/**/*.test.ts'], 60_000),
      project('db', ['test/db/**/*.test.ts'], 120_000, postgres),
      project('server', ['test/server/**/*.test.ts'], 180_000, postgres),
      project('rigs', ['test/rigs/**/*.test.ts'], 300_000, postgres),
      project('browser', ['test/browser/**/*.test.ts'], 300_000, ['test/browser/support/filled-demo.ts']),
    ],
    coverage: {
      provider: 'v8',
      include: ['scoring/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});

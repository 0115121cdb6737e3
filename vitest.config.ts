import { defineConfig } from 'vitest/config'

/**
 * Files of a worker share its modules, and with them what is made once: the rule book, invented cities, a browser. On a loaded
 * machine a test may be slower than it allows for: it is tried once more, and `npm test` names it at the end.
 */
const shared = { testTimeout: 60_000, hookTimeout: 240_000, pool: 'forks' as const, isolate: false, retry: 1 }

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'], maxWorkers: 2 } },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['e2e/**/*.e2e.ts'],
          fileParallelism: false,
          globalSetup: 'e2e/workbench.ts',
        },
      },
    ],
  },
})

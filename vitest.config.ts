import { defineConfig } from 'vitest/config'

/** Files of a worker share its modules, and with them what is made once: the rule book, invented cities, a browser. */
const shared = { testTimeout: 60_000, hookTimeout: 240_000, pool: 'forks' as const, isolate: false }

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

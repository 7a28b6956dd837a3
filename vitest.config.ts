import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** One project per kind of world a test needs; `scripts/test.mjs` runs them all. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Of the two cores of a small machine one would be left idle otherwise.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{domain,protocol,exchange,sync,storage,remote,support}/**/*.test.ts', 'tests/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'ui', include: ['tests/ui/**/*.test.tsx', 'tests/browser/**/*.test.ts'], environment: 'jsdom', setupFiles: ['tests/support/dom.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/database/embeddedCluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server-pg15',
          include: process.env.SOTHON_TEST_PG15 ? ['tests/server/**/*.test.ts'] : [],
          environment: 'node',
          globalSetup: ['tests/support/database/systemCluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/browser/demoData.ts'],
          fileParallelism: false,
          // What a page comes to, however slow the machine: no test here is about time.
          expect: { poll: { timeout: 120_000 } },
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: { name: 'sim', include: ['tests/sim/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/database/systemCluster.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        // Measures and prints, never passes judgement: not part of `npm test` (`npm run bench`).
        test: { name: 'bench', include: ['bench/**/*.bench.ts'], environment: 'node', fileParallelism: false, testTimeout: 1_800_000, hookTimeout: 240_000 },
      },
    ],
  },
})

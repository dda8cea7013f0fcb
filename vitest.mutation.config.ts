import { defineConfig } from 'vitest/config';

/** What `npm run mutate` runs once a mutant: the tests of the engine and the rules, with few random cases and one seed. */
export default defineConfig({
  test: {
    include: ['src/engine/**/*.test.ts', 'src/rules/**/*.test.ts', 'test/meta/rules.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    runner: './test/support/mutation-runner.ts',
    setupFiles: ['test/support/one-seed.ts'],
    env: { RINGFENCE_RUNS_AT_MOST: '12' },
  },
});

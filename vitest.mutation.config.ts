import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests over random cases, slow beside the rest: most changes are noticed before they have to run. */
const random = /\/(properties|differential|decimal|liquidation-price)\.test\.ts$/;

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(random.test(a.moduleId)) - Number(random.test(b.moduleId)));
  }
}

/** What `npm run mutate` runs once a mutant: the tests of the engine and the rules, with few random cases and one seed. */
export default defineConfig({
  test: {
    include: ['src/engine/**/*.test.ts', 'src/rules/**/*.test.ts', 'test/meta/rules.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    runner: './test/support/mutation-runner.ts',
    setupFiles: ['test/support/one-seed.ts'],
    // A worker for each file would cost four times the time; the engine and the rules keep no state.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    env: { RINGFENCE_RUNS_AT_MOST: '12' },
  },
});

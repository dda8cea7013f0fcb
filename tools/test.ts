/**
 * `npm test`: everything the project holds itself to, on a machine that had nothing of ours. `--only NAME,NAME` runs
 * some steps; `--full` (`npm run test:full`) leaves nothing to a rotation and runs everything in both browsers. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensureScreenTools } from './install-browsers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  run(): Count;
}

const fromOutcome = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

function node(script: string, ...args: readonly string[]): boolean {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return run.status === 0;
}

/** A tool that says yes or no counts as one test. */
function tool(name: string, script: string, ...args: readonly string[]): Step {
  return { name, run: () => fromOutcome(node(script, ...args)) };
}

function vitest(project: string): Step {
  return {
    name: project,
    run: () => {
      const folder = mkdtempSync(join(tmpdir(), 'ringfence-test-'));
      const file = join(folder, 'result.json');
      const args = [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--slowTestThreshold=30000',
        '--reporter=json',
        `--outputFile=${file}`,
      ];
      const ok = node('vitest/vitest.mjs', ...args);
      const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      rmSync(folder, { recursive: true, force: true });
      if (result === undefined) return fromOutcome(false);
      const {
        numPassedTests: passed,
        numFailedTests: failed,
        numPendingTests: skipped,
        numTodoTests: todo,
      } = result;
      // A skipped test proves nothing, and a run can fail without a failing test (a file that does not load).
      const unproved = failed + skipped + todo;
      return { passed, failed: unproved === 0 && !ok ? 1 : unproved };
    },
  };
}

/** Biome colours letter by letter, even into a file, unless it is told not to. */
const colours = process.stdout.isTTY ? [] : ['--colors=off'];

const steps: readonly Step[] = [
  tool('lint', '@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...colours, '.'),
  tool('types', 'typescript-native/bin/tsc', '-p', 'tsconfig.json'),
  tool('types-pure', 'typescript-native/bin/tsc', '-p', 'tsconfig.pure.json'),
  tool('types-node', 'typescript-native/bin/tsc', '-p', 'tsconfig.node.json'),
  tool(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'tools',
    'test',
  ),
  tool('unused', 'knip/bin/knip.js'),
  vitest('unit'),
  tool('build-chrome', 'vite/bin/vite.js', 'build'),
  tool('build-firefox', 'vite/bin/vite.js', 'build', '--mode', 'firefox'),
  vitest('browser'),
  vitest('e2e'),
];

if (process.argv.includes('--full')) process.env.RINGFENCE_FULL = '1';
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : (process.argv[onlyAt + 1] ?? '').split(',');
const strangers = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (strangers.length > 0) {
  process.stderr.write(
    `test: no step called ${strangers.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

try {
  ensureBrowsers(['chromium', 'firefox']);
  ensureScreenTools();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
const summary: string[] = [];
for (const step of steps) {
  if (only !== undefined && !only.includes(step.name)) continue;
  process.stdout.write(`\n── ${step.name}\n`);
  const startedAt = Date.now();
  const count = step.run();
  passed += count.passed;
  failed += count.failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  summary.push(
    `${count.failed === 0 ? '✓' : '✕'} ${step.name.padEnd(14)} ${count.passed} passed, ${count.failed} failed  (${seconds} s)`,
  );
}

process.stdout.write(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

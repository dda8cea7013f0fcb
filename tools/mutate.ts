/**
 * `npm run mutate`: changes the engine and the rules in thousands of small ways and counts the changes that no test
 * notices. `--only src/rules` (a folder, a file, or several with commas) runs a part; results of the rest are kept. The
 * survivors are listed; which of them are as good as the original is told in docs/mutation.md. `--workers 4` changes four
 * at a time, `--force` takes no result from an earlier run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** Below this share of noticed changes the run fails. */
const goal = 0.9;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    force: { type: 'boolean' },
    workers: { type: 'string', default: '1' },
  },
});
const only = values.only?.split(',').map((path) => path.replace(/\/$/, ''));
const stranger = only?.find((path) => !existsSync(join(root, path)));
if (stranger !== undefined) {
  process.stderr.write(`mutate: no ${stranger} here\n`);
  process.exit(2);
}

const patterns = only?.map((path) => (statSync(join(root, path)).isDirectory() ? `${path}/**/*.ts` : path));
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    '--concurrency',
    values.workers,
    ...(patterns === undefined ? [] : ['--mutate', [...patterns, '!src/**/*.test.ts'].join(',')]),
    ...(values.force === true ? ['--force'] : []),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (run.status !== 0) process.exit(run.status ?? 1);

const { files } = JSON.parse(readFileSync(join(root, '.cache/mutation/report.json'), 'utf8')) as Report;
const noticed = (mutant: Mutant) => mutant.status === 'Killed' || mutant.status === 'Timeout';
const missed = (mutant: Mutant) => mutant.status === 'Survived' || mutant.status === 'NoCoverage';

let killed = 0;
let counted = 0;
const scores: string[] = [];
for (const [name, { source, mutants }] of Object.entries(files)) {
  if (only !== undefined && !only.some((path) => name === path || name.startsWith(`${path}/`))) continue;
  const lines = source.split('\n');
  for (const { location, mutatorName, replacement, status } of mutants.filter(missed)) {
    const { line, column } = location.start;
    process.stdout.write(
      `${name}:${line}:${column} ${status} ${mutatorName}\n  ${lines[line - 1]?.trim()}\n  → ${replacement?.replaceAll(/\s+/g, ' ')}\n`,
    );
  }
  const hits = mutants.filter(noticed).length;
  const all = hits + mutants.filter(missed).length;
  if (all === 0) continue;
  killed += hits;
  counted += all;
  scores.push(`${((100 * hits) / all).toFixed(1).padStart(6)} %  ${hits} of ${all}  ${name}`);
}
process.stdout.write(
  `\n${scores.join('\n')}\n\n${killed} of ${counted} noticed, ${((100 * killed) / counted).toFixed(1)} %\n`,
);
process.exitCode = killed >= goal * counted ? 0 : 1;

/**
 * `npm run bench`: every figure measured in this run, as a table and `bench.json`. `--only engine,page` runs some parts;
 * `--quick` makes the order-book storm a short one, whose figures are only a hint.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtEngineBench } from '../test/bench/built-engine.ts';
import { keepsLimit, type Measurement } from '../test/bench/measurement.ts';
import { memoryBench } from '../test/bench/memory.bench.ts';
import { pageBench } from '../test/bench/page.bench.ts';
import { readBench } from '../test/bench/read.bench.ts';
import { sizeBench } from '../test/bench/size.bench.ts';
import { quickStorm, stormBench, wholeStorm } from '../test/bench/storm.bench.ts';
import { buildExtension } from '../test/harness/extension-build.ts';
import { ensureBrowsers } from './install-browsers.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

const benches: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  engine: builtEngineBench,
  read: readBench,
  page: pageBench,
  storm: () => stormBench(values.quick ? quickStorm : wholeStorm),
  memory: memoryBench,
  size: async () => sizeBench(await buildExtension('chromium')),
};

const names = values.only?.split(',') ?? Object.keys(benches);
const stranger = names.find((name) => benches[name] === undefined);
if (stranger !== undefined) {
  process.stderr.write(`bench: no part called ${stranger}; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

ensureBrowsers(['chromium']);
const measured: Measurement[] = [];
for (const name of names) {
  process.stderr.write(`measuring ${name}…\n`);
  measured.push(...((await benches[name]?.()) ?? []));
}

const rows = measured.map((line) => {
  const sign = line.better === 'lower' ? '≤' : '≥';
  const mark = keepsLimit(line) ? '✓' : '✕';
  return `${mark} ${line.id.padEnd(20)} ${String(line.value).padStart(9)} ${line.unit.padEnd(8)} ${sign} ${line.limit}`;
});
process.stdout.write(`${rows.join('\n')}\n`);
writeFileSync(new URL('../bench.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
process.exitCode = measured.every(keepsLimit) ? 0 : 1;

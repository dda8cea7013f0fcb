/**
 * `npm run package`: what the stores take, into `release/`: a zip a browser, and one of the sources, from which anybody can
 * build the same bytes. `--check` builds them a second time elsewhere and compares.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildZips, targets } from './package/build-zips.ts';
import { sourceFiles, uncommitted } from './package/read-files.ts';
import { zipOf } from './package/zip.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');
const release = join(root, 'release');
const usage = 'package: use: npm run package [-- --check]';
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A flag misspelt would otherwise look like a check that was made. */
function isToBeChecked(): boolean {
  try {
    return parseArgs({ options: { check: { type: 'boolean', default: false } } }).values.check;
  } catch {
    process.stderr.write(`${usage}\n`);
    return process.exit(2);
  }
}

const checks = isToBeChecked();
const sources = await sourceFiles(root);
const changed = uncommitted(root);
if (changed.length > 0) process.stderr.write(`Not committed, packed as it stands:\n${changed.join('\n')}\n`);

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const zips = await buildZips(sources, packages).catch((error: unknown) => {
  process.stderr.write(`package: ${error instanceof Error ? error.message : String(error)}\n`);
  process.stderr.write('Only files under version control are packed: is one of them new?\n');
  process.exit(1);
});
await rm(release, { recursive: true, force: true });
await mkdir(release, { recursive: true });
for (const [name, bytes] of Object.entries({ ...zips, source: zipOf(sources) })) {
  const file = `ringfence-${version}-${name}.zip`;
  await writeFile(join(release, file), bytes);
  const size = (bytes.length / 1024).toFixed(1);
  process.stdout.write(`${sumOf(bytes)}  ${file.padEnd(32)} ${size.padStart(8)} kB\n`);
}
process.stdout.write(`In ${release}\n`);

if (checks) {
  const again = await buildZips(sources, packages);
  let isSame = true;
  for (const target of targets) {
    const same = sumOf(again[target]) === sumOf(zips[target]);
    process.stdout.write(`${same ? '✓ the same bytes' : '✕ other bytes'} when built again: ${target}\n`);
    isSame &&= same;
  }
  process.exit(isSame ? 0 : 1);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceFiles } from './read-files.ts';
import { zipOf } from './zip.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringfence-sources-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('packs an unpacked archive of the sources as the archive it came from', async () => {
  const files = ['package.json', 'src/engine/assess.ts', 'docs/pictures/hold.png'];
  for (const path of [...files, 'node_modules/vite/index.js', 'dist/chrome/manifest.json', '.cache/a']) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), path);
  }
  const found = await sourceFiles(folder);
  expect(Object.keys(found).sort()).toEqual([...files].sort());
  expect(Buffer.from(zipOf(found)).equals(Buffer.from(zipOf(await sourceFiles(folder))))).toBe(true);
});

it('holds what a build and its check need, and nothing that was made', async () => {
  const found = Object.keys(await sourceFiles(fileURLToPath(new URL('../..', import.meta.url))));
  for (const path of [
    'package.json',
    'package-lock.json',
    'manifest.json',
    'vite.config.ts',
    'LICENSE',
    'README.md',
  ]) {
    expect(found).toContain(path);
  }
  expect(found.filter((path) => /^(?:node_modules|dist|release|\.git)\//.test(path))).toEqual([]);
});

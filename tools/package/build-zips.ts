import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesIn } from './read-files.ts';
import { type Files, zipOf } from './zip.ts';

const modes = { chrome: 'production', firefox: 'firefox' } as const;
export type Target = keyof typeof modes;
export const targets = Object.keys(modes) as Target[];

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-package-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays sources out with the installed packages beside them, as an unpacked archive stands after `npm ci`. */
async function layOut(sources: Files, folder: string, packages: string): Promise<void> {
  for (const [path, bytes] of Object.entries(sources)) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  await symlink(packages, join(folder, 'node_modules'), 'junction');
}

function built(from: string, target: Target): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const vite = join(from, 'node_modules/vite/bin/vite.js');
    const args = ['build', '--mode', modes[target], '--outDir', folder, '--emptyOutDir'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [vite, ...args], {
      cwd: from,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (status !== 0) throw new Error(`the build for ${target} failed\n${stdout}\n${stderr}`);
    return zipOf(await filesIn(folder));
  });
}

/**
 * The zip for each browser, built in a folder of its own from these sources alone: nothing that merely lies about in the
 * working copy gets in.
 *
 * @param packages the folder of the installed packages
 */
export function buildZips(sources: Files, packages: string): Promise<Readonly<Record<Target, Uint8Array>>> {
  return inTemporaryFolder(async (folder) => {
    await layOut(sources, folder, packages);
    const zips = await Promise.all(targets.map(async (target) => [target, await built(folder, target)]));
    return Object.fromEntries(zips) as Record<Target, Uint8Array>;
  });
}

import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './find-browser.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const sources = ['src', '_locales', 'icons', 'manifest.json', 'vite.config.ts', 'package-lock.json'];
const folderOf: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };
/** A build takes a few seconds; a lock older than this was left behind by a process that was ended. */
const lockLifeMs = 120_000;

async function newestChange(path: string): Promise<number> {
  const entry = await stat(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = await readdir(path);
  const times = await Promise.all(inside.map((name) => newestChange(join(path, name))));
  return Math.max(entry.mtimeMs, ...times);
}

async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    (entry) => entry.mtimeMs,
    () => 0,
  );
}

async function isFresh(dist: string): Promise<boolean> {
  const built = await timeOf(join(dist, 'manifest.json'));
  if (built === 0) return false;
  const changed = await Promise.all(sources.map((name) => newestChange(join(projectRoot, name))));
  return changed.every((time) => time <= built);
}

async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const since = await timeOf(lock);
      if (since !== 0 && Date.now() - since > lockLifeMs) await rm(lock, { recursive: true, force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

function runVite(args: readonly string[]): Promise<void> {
  const program = join(projectRoot, 'node_modules/vite/bin/vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'build', ...args], {
      cwd: projectRoot,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`vite build failed\n${output.slice(-4_000)}`));
    });
  });
}

/**
 * The folder of the built extension for one browser, built anew when a source is newer than it. Safe to call from
 * several processes at once: the build happens beside the folder and takes its place when it is whole.
 */
export async function buildExtension(name: BrowserName): Promise<string> {
  const folder = folderOf[name];
  const dist = join(projectRoot, 'dist', folder);
  if (await isFresh(dist)) return dist;
  await withLock(join(projectRoot, '.cache', `build-${folder}.lock`), async () => {
    if (await isFresh(dist)) return;
    const startedAt = new Date();
    const beside = join(projectRoot, '.cache', `build-${folder}`);
    await rm(beside, { recursive: true, force: true });
    await runVite(['--mode', name === 'firefox' ? 'firefox' : 'production', '--outDir', beside]);
    // Dated at the start: a source that changed during the build makes the next call build again.
    await utimes(join(beside, 'manifest.json'), startedAt, startedAt);
    await rm(dist, { recursive: true, force: true });
    await mkdir(dirname(dist), { recursive: true });
    await rename(beside, dist);
  });
  return dist;
}

export interface CopiedExtension {
  readonly path: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  remove(): Promise<void>;
}

/**
 * A copy of an extension in which the given match patterns (`https://host/*`) are already granted. It stands for a user
 * who pressed "allow": the browser's own prompt cannot be answered by a test.
 */
export async function grantedCopy(dist: string, origins: readonly string[]): Promise<CopiedExtension> {
  const path = await mkdtemp(join(tmpdir(), 'ringfence-extension-'));
  await cp(dist, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const built = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const manifest = origins.length === 0 ? built : { ...built, host_permissions: origins };
  await writeFile(file, JSON.stringify(manifest, null, 2));
  return { path, manifest, remove: () => rm(path, { recursive: true, force: true }) };
}

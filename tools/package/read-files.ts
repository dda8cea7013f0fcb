import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Files } from './zip.ts';

async function read(root: string, paths: readonly string[]): Promise<Files> {
  const files = paths.map(async (path) => [path, new Uint8Array(await readFile(join(root, path)))] as const);
  return Object.fromEntries(await Promise.all(files));
}

/** What an unpacked archive of the sources has come by since. */
const made = /^(?:node_modules|dist|release|coverage|artifacts|\.cache)(?:\/|$)/;

/** Every file in a folder, but for those whose path `isLeftOut`. */
export async function filesIn(
  folder: string,
  isLeftOut: (path: string) => boolean = () => false,
): Promise<Files> {
  const paths: string[] = [];
  const visit = async (at: string): Promise<void> => {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      const place = join(at, entry.name);
      const path = relative(folder, place).split(sep).join('/');
      if (isLeftOut(path)) continue;
      if (entry.isDirectory()) await visit(place);
      else if (entry.isFile()) paths.push(path);
    }
  };
  await visit(folder);
  return read(folder, paths);
}

function git(root: string, ...args: readonly string[]): string | undefined {
  // A repository further up is none of ours.
  if (!existsSync(join(root, '.git'))) return undefined;
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout : undefined;
}

/**
 * The sources as they stand: every file under version control, or, where there is none, as in the unpacked archive of
 * the sources itself, every file that was not made since.
 */
export async function sourceFiles(root: string): Promise<Files> {
  const listed = git(root, 'ls-files', '-z');
  if (listed === undefined) return filesIn(root, (path) => made.test(path));
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  return read(root, paths);
}

/** Files under version control that differ from the last commit: what is packed should be what was committed. */
export function uncommitted(root: string): readonly string[] {
  const listed = git(root, 'status', '--porcelain', '--untracked-files=no') ?? '';
  return listed.split('\n').filter((line) => line !== '');
}

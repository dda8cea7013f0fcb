/**
 * `npm run release -- patch|minor|major`: the next version in package.json, its lock and manifest.json, and an entry in
 * CHANGELOG.md from the commits since the version was last changed. Commits nothing: read the entry and mend it first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryOf, withEntry } from './release/changelog.ts';
import { nextVersion, steps } from './release/next-version.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = (name: string): string => join(root, name);

function refuse(why: string): never {
  process.stderr.write(`release: ${why}\n`);
  process.exit(2);
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) refuse(`git ${args[0]} failed\n${stderr}`);
  return stdout.trim();
}

/** Changes the first lines that say `from`, and nothing else of the file. */
function setVersion(name: string, from: string, to: string, times: number): void {
  const text = readFileSync(path(name), 'utf8');
  let left = times;
  const changed = text.replaceAll(`"version": "${from}"`, (said) => {
    left -= 1;
    return left < 0 ? said : `"version": "${to}"`;
  });
  if (left > 0) refuse(`${name} does not say ${from}`);
  writeFileSync(path(name), changed);
}

const [asked, ...more] = process.argv.slice(2);
const step = steps.find((each) => each === asked);
if (step === undefined || more.length > 0) refuse(`use: npm run release -- ${steps.join('|')}`);

const files = ['package.json', 'package-lock.json', 'manifest.json', 'CHANGELOG.md'];
const touched = git('status', '--porcelain', '--untracked-files=no', '--', ...files);
if (touched !== '') refuse(`commit these first\n${touched}`);

const { version } = JSON.parse(readFileSync(path('manifest.json'), 'utf8')) as { version: string };
const next = nextVersion(version, step);
const last = git('log', '-1', '--format=%H', `-S"version": "${version}"`, '--', 'manifest.json');
const subjects = git('log', '--no-merges', '--format=%s', ...(last === '' ? [] : [`${last}..HEAD`])).split(
  '\n',
);

setVersion('package.json', version, next, 1);
// The lock says it of the project twice, before it comes to any package.
setVersion('package-lock.json', version, next, 2);
setVersion('manifest.json', version, next, 1);
const changelog = existsSync(path('CHANGELOG.md'))
  ? readFileSync(path('CHANGELOG.md'), 'utf8')
  : '# Changes\n';
const today = new Date().toISOString().slice(0, 10);
writeFileSync(path('CHANGELOG.md'), withEntry(changelog, entryOf(next, today, subjects)));

process.stdout.write(`${version} → ${next}, from ${subjects.length} commits. Next:
  read and mend the entry in CHANGELOG.md
  git commit -m "release: ${next}" -- ${files.join(' ')}
  git tag v${next}
  npm run package -- --check
`);

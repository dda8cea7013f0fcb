import { spawnSync } from 'node:child_process';
import { type BrowserName, findBrowser, howToGet } from '../test/harness/find-browser.ts';
import { findScreenTools, howToGetScreenTools } from '../test/harness/screen.ts';

/** Debian's names of the browsers. */
const packages: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

function apt(...args: readonly string[]): boolean {
  const options = {
    stdio: ['ignore', 2, 2] as ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  return spawnSync('apt-get', ['-qq', ...args], options).status === 0;
}

/** As root on a machine with apt-get; elsewhere nothing is installed. */
function install(names: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isRoot || !hasApt) return;
  process.stderr.write(`Installing ${names.join(' and ')}…\n`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...names);
}

/**
 * Makes sure that the browsers are there: finds them, or installs Debian's when that is possible (as root).
 * @throws with one line a person can act on when a browser is missing and cannot be installed.
 */
export function ensureBrowsers(names: readonly BrowserName[]): void {
  const missing = names.filter((name) => findBrowser(name) === undefined);
  if (missing.length === 0) return;
  install(missing.map((name) => packages[name]));
  const still = missing.find((name) => findBrowser(name) === undefined);
  if (still !== undefined) throw new Error(howToGet(still));
}

/**
 * The same for what draws a window nobody sees and presses its keys, which the browser's own prompts need.
 * @throws as `ensureBrowsers` does.
 */
export function ensureScreenTools(): void {
  if (findScreenTools() !== undefined) return;
  install(['xvfb', 'xdotool']);
  if (findScreenTools() === undefined) throw new Error(howToGetScreenTools);
}

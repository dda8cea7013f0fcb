// Starts one of our tools on a fresh clone: plain JavaScript, no dependency, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);
const tool = join(root, 'tools', `${name}.ts`);

if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(tool)) {
  process.stderr.write(`run: no tool called ${JSON.stringify(name ?? '')}\n`);
  process.exit(2);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Ringfence needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}

/** npm writes this file when an install has finished, so it tells a whole install from half of one. */
const stamp = join(root, 'node_modules', '.package-lock.json');
const isInstalled =
  existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;

if (!isInstalled) {
  process.stderr.write('Installing the packages Ringfence is built with…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    process.stderr.write('npm ci failed: see above. Nothing was started.\n');
    process.exit(install.status ?? 1);
  }
}

// Ctrl-C is the tool's to answer: it may have a browser to close. This process ends after it.
process.on('SIGINT', () => undefined);

// Paths on the command line are the caller's: the tool runs where it was called.
const run = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), tool, ...args], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exit(run.status ?? 1);

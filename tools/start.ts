/**
 * `npm start`: the practice exchange with the extension beside it, in a browser of its own. On a machine without a
 * display the same page is driven headless and the verdict printed. `--port N` fixes the address, `--headless` never
 * opens a window.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ChromiumBrowser } from '../test/harness/chromium.ts';
import { projectRoot } from '../test/harness/extension-build.ts';
import { launchGuarded, waitUntilGuarded } from '../test/harness/launch.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { type PracticeServer, startPracticeServer } from './practice/server.ts';
import { showWithoutDisplay } from './start/show-without-display.ts';

const grant = 'http://127.0.0.1/*';
const usage = 'start: use: npm start [-- --port N] [--headless]';

class BadCall extends Error {}

function parseCall(): { readonly port: number; readonly headless: boolean } {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, headless: { type: 'boolean', default: false } },
    });
    const port = Number(values.port ?? '0');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BadCall(usage);
    return { port, headless: values.headless || !hasDisplay() };
  } catch {
    throw new BadCall(usage);
  }
}

/** Windows and macOS always have a screen; on Linux a display server says so in the environment. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function serve(port: number): Promise<PracticeServer> {
  return startPracticeServer(port).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new BadCall(`start: port ${port} is taken; leave --port out`) : error;
  });
}

async function launch(headless: boolean): Promise<ChromiumBrowser> {
  const browser = await launchGuarded('chromium', {
    origins: [grant],
    headless,
    ...(headless ? {} : { viewport: 'window', web: 'open', args: ['--window-size=1600,1000'] }),
  });
  await waitUntilGuarded(browser, grant.replace('/*', ''));
  return browser;
}

async function showInWindow(browser: ChromiumBrowser, address: string): Promise<void> {
  // The empty tab a new profile opens with becomes the exchange, so that there is one tab and it is the right one.
  const [tab] = browser.context.pages();
  await tab?.goto(address);
  await tab?.bringToFront();
  process.stdout.write(
    [
      '',
      'The practice exchange is open with Ringfence beside the ticket. Nothing there is real. What to try:',
      '  1. Type a size such as 0.1. The line by the ticket says what you can lose: on Cross, the whole wallet.',
      '  2. Press Buy / Long. The order is held, and the checklist opens before the exchange has seen anything.',
      '  3. Go back, switch the ticket to Isolated and look again: the same order can lose its margin and no more.',
      '  4. Tick Reduce-only, or close a position: ways out are never held.',
      '',
      `${address}   Ctrl-C or closing the window ends it.`,
      '',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => {
    browser.context.once('close', () => resolve());
    tab?.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

async function main(): Promise<void> {
  const { port, headless } = parseCall();
  ensureBrowsers(['chromium']);
  process.stderr.write('Building the extension…\n');
  const browser = await launch(headless);
  let server: PracticeServer | undefined;
  try {
    server = await serve(port);
    const address = `${server.origin}/trade/BTCUSDT`;
    if (headless) {
      const folder = join(projectRoot, 'artifacts');
      await mkdir(folder, { recursive: true });
      process.stdout.write(await showWithoutDisplay(browser, address, join(folder, 'start.png')));
    } else {
      await showInWindow(browser, address);
    }
  } finally {
    await browser.close();
    await server?.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadCall ? 2 : 1;
});

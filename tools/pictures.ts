/** `npm run pictures`: the README's pictures, taken of the built extension in a real browser, into `docs/pictures/`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumBrowser } from '../test/harness/chromium.ts';
import type { ChromiumPage } from '../test/harness/chromium-page.ts';
import { projectRoot } from '../test/harness/extension-build.ts';
import type { HarnessPage } from '../test/harness/harness-page.ts';
import { launchGuarded, waitUntilGuarded } from '../test/harness/launch.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { startPracticeServer } from './practice/server.ts';

const folder = join(projectRoot, 'docs', 'pictures');
const origin = 'http://127.0.0.1';
const popupWidth = 372;
/** Surfaces fade in, and look at the page's theme once a second. */
const settleMs = 1_200;
/** Figures that move would make every picture a new one. */
const still = 'still=1&seed=3';

async function take(page: HarnessPage, name: string): Promise<void> {
  await sleep(settleMs);
  await page.screenshot(join(folder, `${name}.png`));
}

async function openTicket(browser: ChromiumBrowser, address: string): Promise<ChromiumPage> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSurface('[data-surface="strip"] [data-field="worst-loss"]');
  return page;
}

async function takeStripAndHold(browser: ChromiumBrowser, trade: string, theme: string): Promise<void> {
  const page = await openTicket(browser, `${trade}?${still}&size=0.1&theme=${theme}`);
  await take(page, `strip-${theme}`);
  await page.click('[data-place="wide"] [data-practice="submit-long"]');
  await page.waitForSurface('[data-surface="hold"]');
  await take(page, `hold-${theme}`);
  await page.close();
}

/** The popup's page at its full height: under the toolbar button the browser cuts it and lets it scroll. */
async function takePopup(browser: ChromiumBrowser, trade: string): Promise<void> {
  const page = await openTicket(browser, `${trade}?${still}&size=0.1`);
  const popup = await browser.extensionPage(`src/ui/popup/popup.html?tab=${await tabIdOf(browser, page)}`);
  await popup.waitFor(() => document.querySelector('[data-field="worst-loss"][data-value]') !== null);
  await popup.setViewport(popupWidth, 600);
  await popup.setViewport(popupWidth, await popup.evaluate(() => document.documentElement.scrollHeight));
  await take(popup, 'popup');
  await popup.close();
  await page.close();
}

async function tabIdOf(browser: ChromiumBrowser, page: ChromiumPage): Promise<number> {
  const own = await browser.extensionPage('src/ui/options/options.html');
  const id = await own.evaluate(async (url: string) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id;
  }, page.raw.url());
  await own.close();
  if (id === undefined) throw new Error('the practice page has no tab');
  return id;
}

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
}

async function takeOptions(browser: ChromiumBrowser): Promise<void> {
  const options = await browser.extensionPage('src/ui/options/options.html#venue=practice');
  await options.waitFor(() => document.querySelectorAll('input, button').length > 3, undefined, {
    what: 'the settings to load',
  });
  await take(options, 'options');
  await options.close();
}

/** The simulator on the first worked example, and the log of the holds these pictures were taken of. */
async function takePages(browser: ChromiumBrowser): Promise<void> {
  for (const name of ['simulator', 'log']) {
    const page = await browser.extensionPage(`src/ui/${name}/${name}.html`);
    await page.setViewport(1100, 760);
    await page.waitFor(() => document.querySelector('h1') !== null);
    await take(page, name);
    await page.close();
  }
}

ensureBrowsers(['chromium']);
await mkdir(folder, { recursive: true });
const server = await startPracticeServer();
const browser = await launchGuarded('chromium', {
  origins: [`${origin}/*`],
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
});
try {
  await waitUntilGuarded(browser, origin);
  const trade = `${server.origin}/trade/BTCUSDT`;
  for (const theme of ['dark', 'light']) await takeStripAndHold(browser, trade, theme);
  await takePopup(browser, trade);
  await takeOptions(browser);
  await takePages(browser);
  process.stdout.write(`Pictures are in ${folder}\n`);
} finally {
  await browser.close();
  await server.close();
}

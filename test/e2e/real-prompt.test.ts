import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { launchGuarded } from '../harness/launch.ts';
import { openScreen, type Screen } from '../harness/screen.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Api {
  readonly permissions: {
    request: (permissions: { readonly origins: readonly string[] }) => Promise<boolean>;
    getAll(): Promise<{ readonly origins?: readonly string[] }>;
    remove(permissions: { readonly origins: readonly string[] }): Promise<boolean>;
  };
}
declare const chrome: Api;

const strip = '[data-surface="strip"]';
const guard = 'button[aria-label^="Guard"]';
const venue = 'binance';

/** In a real window: a headless browser answers its own prompts by itself. */
describe('a host granted in the browser’s own prompt', () => {
  let screen: Screen;
  let browser: ChromiumBrowser;
  let settings: ChromiumPage;
  let exchange: ChromiumPage;

  beforeAll(async () => {
    screen = await openScreen();
    browser = await launchGuarded('chromium', {
      headless: false,
      display: screen.display,
      viewport: 'window',
      args: ['--window-size=1280,900', '--window-position=0,0'],
    });
    exchange = await browser.servePage(guardedUrl, guardPage());
    settings = await browser.extensionPage(`src/ui/options/options.html#venue=${venue}`);
    await settings.evaluate(() => {
      const { permissions } = chrome;
      const request = permissions.request.bind(permissions);
      permissions.request = (wanted) => {
        document.documentElement.dataset.asked = 'open';
        return request(wanted).finally(() => {
          document.documentElement.dataset.asked = 'answered';
        });
      };
    });
  });

  afterAll(async () => {
    await browser?.close();
    screen?.close();
  });

  const granted = () => settings.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
  /** What the page's own request for the host has come to; the prompt itself is drawn by the browser, out of reach. */
  const asked = () => settings.evaluate(() => document.documentElement.dataset.asked);
  async function ask(): Promise<void> {
    await settings.bringToFront();
    await settings.evaluate(() => {
      document.documentElement.dataset.asked = 'no';
    });
    await settings.click(guard);
    await settings.until(async () => (await asked()) === 'open', { what: 'the request' });
    // The prompt takes no key in its first moments, so that nobody answers it while typing. They are counted in answers of
    // the browser, which is as slow as its prompt.
    for (let moments = 0; moments < 15; moments += 1) {
      await sleep(100);
      expect(await granted()).toEqual([]);
    }
    expect(await asked()).toBe('open');
  }
  const answered = () =>
    settings.until(async () => (await asked()) === 'answered', { what: 'the answer to the prompt' });

  it('is not guarded while the prompt stands, nor after it was refused', async () => {
    expect(await granted()).toEqual([]);
    await ask();
    // Refusing is what the prompt offers first.
    screen.key('Return');
    await answered();
    expect(await granted()).toEqual([]);
    expect(await exchange.surface(strip)).toEqual([]);
  });

  it('is guarded as soon as it was granted, in the tab that is open already', async () => {
    await ask();
    screen.key('Tab');
    screen.key('Return');
    await answered();
    expect(await granted()).toEqual([`${guardedOrigin}/*`]);
    await exchange.bringToFront();
    await exchange.waitForSurface(strip);
  });

  it('is left without trace when the host is taken back', async () => {
    expect(await granted()).toEqual([`${guardedOrigin}/*`]);
    await settings.evaluate(
      async (origin: string) => chrome.permissions.remove({ origins: [origin] }),
      `${guardedOrigin}/*`,
    );
    expect(await granted()).toEqual([]);
    await exchange.waitForNoSurface(strip);
    await exchange.reload();
    expect(await exchange.evaluate(() => document.documentElement.children.length)).toBe(2);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded } from '../harness/launch.ts';

const mirror = fileURLToPath(new URL('../harness/fixtures/mirror', import.meta.url));
const address = 'https://mirror.example/trade/BTCUSDT';
const html = `<!doctype html><title>served</title><input id="size"><button id="buy">Buy</button>
<script>buy.onclick = (event) => { document.title = 'pressed, trusted ' + event.isTrusted; };</script>`;

describe.each(browsersUnderTest())('harness in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringfence-harness-'));
    browser = await launchGuarded(name, {
      extension: mirror,
      origins: ['https://mirror.example/*'],
      touch: true,
    });
    page = await browser.servePage(address, html);
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('serves a page at its real address, in a secure context, and nothing else', async () => {
    const seen = await page.evaluate(async () => ({
      href: location.href,
      secure: isSecureContext,
      elsewhere: (await fetch('/other')).status,
      language: navigator.language,
    }));
    expect(seen).toEqual({ href: address, secure: true, elsewhere: 404, language: 'en-US' });
    expect(browser.served.asked).toContain('https://mirror.example/other');
  });

  it('reads the closed shadow root of the extension', async () => {
    const figure = await page.waitForSurface('[data-field="worst-loss"]');
    expect(figure).toMatchObject({
      tag: 'b',
      text: 'can lose $303.00',
      attributes: { 'data-value': '303' },
      visible: true,
    });
    const [hidden] = await page.surface('p');
    expect(hidden?.visible).toBe(false);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot ?? null)).toBe(
      null,
    );
  });

  it('clicks, types and presses keys as a person does', async () => {
    await page.fill('#size', '0.25');
    await page.fill('#size', '0.5');
    expect((await page.find('#size'))[0]).toMatchObject({ value: '0.5', focused: true });
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor(() => document.title === 'pressed, trusted true');
    await page.fillSurface('input', '2,000');
    expect((await page.surface('input'))[0]?.value).toBe('2,000');
    await page.fillSurface('input', '');
    expect((await page.surface('input'))[0]?.value).toBe('');
  });

  it('sends real mouse and touch input into the shadow root', async () => {
    await page.clickSurface('button');
    const clicked = await page.waitForSurface('button', (node) => 'data-click-mouse' in node.attributes);
    expect(clicked.attributes['data-click-mouse']).toBe('true');
    await page.tapSurface('button');
    const tapped = await page.waitForSurface('button', (node) => 'data-touchstart' in node.attributes);
    expect(tapped.attributes).toMatchObject({ 'data-touchstart': 'true', 'data-pointerdown-touch': 'true' });
  });

  it('stops the background worker, which starts again when it is asked', async () => {
    const askAgain = async (before?: string) => {
      await page.clickSurface('button');
      const fresh = (value?: string) => value !== undefined && value !== before;
      const node = await page.waitForSurface('button', (each) => fresh(each.attributes['data-started-at']));
      return node.attributes['data-started-at'] ?? '';
    };
    const first = await askAgain();
    expect(await browser.workerIsRunning()).toBe(true);
    await browser.killWorker();
    expect(await browser.workerIsRunning()).toBe(false);
    const second = await askAgain(first);
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  it('opens a page of the extension, with the granted hosts in force', async () => {
    const own = await browser.extensionPage('manifest.json');
    expect(await own.evaluate(() => location.protocol)).toMatch(/-extension:$/);
    await own.close();
  });

  it('takes a picture', async () => {
    const path = join(folder, 'page.png');
    await page.setViewport(500, 300);
    await page.screenshot(path);
    const bytes = await readFile(path);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([500, 300]);
  });
});

it.each(browsersUnderTest())('loads the built extension in %s', async (name) => {
  const browser = await launchGuarded(name, { origins: ['https://www.binance.com/*'] });
  try {
    const options = await browser.extensionPage('src/ui/options/options.html');
    const granted = await options.evaluate(async () => {
      const api = globalThis as unknown as { chrome: { permissions: { getAll(): Promise<object> } } };
      return api.chrome.permissions.getAll();
    });
    expect(granted).toMatchObject({ origins: ['https://www.binance.com/*'] });
  } finally {
    await browser.close();
  }
});

it('opens the real popup under the toolbar button, in Chromium', async () => {
  const browser = await launchGuarded('chromium', { extension: mirror });
  try {
    const page = await browser.servePage(
      'https://elsewhere.example/',
      '<!doctype html><title>elsewhere</title>',
    );
    const popup = await browser.openPopup(page);
    const text = async () => (await popup.find('output'))[0]?.text;
    await popup.until(async () => (await text()) === 'https://elsewhere.example/', { what: 'activeTab' });
    await popup.click('button');
    await popup.until(async () => (await text()) === 'pressed, trusted true', { what: 'the press' });
    await popup.close();
  } finally {
    await browser.close();
  }
});

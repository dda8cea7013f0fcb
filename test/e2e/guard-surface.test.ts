import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { type GuardDesk, openGuarded, overlaps } from './guard-desk.ts';
import { type GuardPage, guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const patience = { timeout: 20_000, interval: 40 };
const fixture = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/venues/${path}`, import.meta.url)), 'utf8');

describe.each(browsersUnderTest('one'))('strip and hold on a page in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function show(html: string): Promise<void> {
    browser.served.put(guardedUrl, html);
    await page.goto(guardedUrl);
  }

  async function open(setting: GuardPage = {}): Promise<void> {
    await show(guardPage(setting));
    await page.fill('#size', '0.1');
    await desk.judged();
  }

  it('waits quietly for a size, then speaks', async () => {
    await show(guardPage());
    const waiting = await page.waitForSurface(`${strip}[data-state="waiting"]`);
    expect(waiting.attributes['data-level']).toBeUndefined();
    expect(waiting.text).toContain('Type a size');
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    const said = async () => (await page.surface(`${strip} [role="status"]`))[0]?.text;
    await expect.poll(said, patience).toContain('Danger. $1,698.80 of idle money stands behind this trade');
  });

  it('is written from left to right on a page that is not', async () => {
    await show(guardPage().replace('<html lang="en">', '<html lang="ar" dir="rtl">'));
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    const left = async (selector: string) => {
      const [node] = await page.surface(`${strip} ${selector}`);
      return node?.box.x ?? Number.NaN;
    };
    const parts = ['svg', '[data-field="worst-loss"]', '[data-field="idle-at-risk"]'];
    const lefts = await Promise.all(parts.map(left));
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  });

  it.each([
    [1600, 1000],
    [1280, 800],
    [390, 844],
  ])('covers no control of the ticket at %i x %i, open or not', async (width, height) => {
    await page.setViewport(width, height);
    try {
      await open();
      const controls = async () => {
        const found = await page.find('#ticket button, #ticket input');
        expect(found.length).toBeGreaterThan(6);
        return found.filter((node) => node.visible);
      };
      // Placed strips keep a margin; with the page's next beat at the latest it stands where it is to stand.
      const placed = () => page.waitForSurface(`${strip} .rf-strip-line`, ({ box: { x } }) => x > 0);
      const covered = async (box: SeenNode['box'], of: RegExp) =>
        (await controls())
          .filter((control) => of.test(control.text) && overlaps(control.box, box))
          .map(({ text, attributes }) => text || attributes.id);
      await expect.poll(async () => covered((await placed()).box, /^/), patience).toEqual([]);
      const line = await placed();
      expect(line.box.x).toBeGreaterThanOrEqual(0);
      expect(line.box.x + line.box.width).toBeLessThanOrEqual(width);
      await page.clickSurface(`${strip} .rf-strip-line`);
      const opened = () => page.waitForSurface(`${strip} .rf-panel`);
      await expect.poll(async () => covered((await opened()).box, /Buy|Sell/), patience).toEqual([]);
      const panel = await opened();
      expect(panel.box.y).toBeGreaterThanOrEqual(0);
      expect(panel.text).toContain('fields read');
      await page.clickSurface(`${strip} .rf-strip-line`);
      await page.waitForNoSurface(`${strip} .rf-panel`);
    } finally {
      await page.setViewport(1600, 1000);
    }
  });

  it('opens and closes its panel by keyboard', async () => {
    await open();
    await page.clickSurface(`${strip} .rf-strip-line`);
    await page.waitForSurface(`${strip} .rf-panel`);
    await page.press('Enter');
    await page.waitForNoSurface(`${strip} .rf-panel`);
    await page.press(' ');
    await page.waitForSurface(`${strip} .rf-panel`);
    await page.clickSurface(`${strip} [data-act="collapse"]`);
    await page.waitForSurface(`${strip}.rf-strip-small`);
    await page.press('Tab');
    await page.clickSurface(`${strip} .rf-strip-line`);
    await page.waitForNoSurface(`${strip}.rf-strip-small`);
  });

  it('holds the focus in the hold, and gives it back', async () => {
    await open();
    await page.evaluate(() => (document.getElementById('buy') as HTMLElement).focus());
    await page.press('Enter');
    await desk.hold();
    const back = async () => (await page.surface('[data-surface="hold"] [data-act="back"]'))[0]?.focused;
    await expect.poll(back, patience).toBe(true);
    const focused = async () =>
      (await page.surface('[data-surface="hold"] :is(button, input)')).find((node) => node.focused)
        ?.attributes.class;
    await page.press('Tab');
    // The field for the amount, the one stop without a class.
    const field = async () => (await page.surface('[data-surface="hold"] input'))[0]?.focused;
    await expect.poll(field, patience).toBe(true);
    expect(await focused()).toBeUndefined();
    await page.evaluate(() => {
      (window as unknown as { seen: string[] }).seen = [];
    });
    await page.typeText('12');
    const typed = async () => (await page.surface('[data-surface="hold"] input'))[0];
    await expect.poll(typed, patience).toMatchObject({ focused: true, value: '12' });
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    await page.press('Escape');
    await desk.holdIsGone();
    await page.waitFor(() => document.activeElement?.id === 'buy');
    expect(await desk.sent()).toEqual([]);
  });

  it('does not act on a key that is still down from the press', async () => {
    await open();
    await page.evaluate(() => (document.getElementById('buy') as HTMLElement).focus());
    await page.press(' ');
    await desk.hold();
    await sleep(100);
    await desk.hold();
  });

  it('comes back when the page removes it, and cannot be hidden by its styles', async () => {
    await open();
    await page.evaluate(() => document.querySelector('html > div')?.remove());
    await page.waitForSurface(strip);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent =
        'html > div { display: none !important; opacity: 0 !important; visibility: hidden !important }';
      document.head.append(style);
      const host = document.querySelector<HTMLElement>('html > div');
      host?.style.setProperty('display', 'none', 'important');
      host?.setAttribute('hidden', '');
    });
    // What the page took away it takes away for good, or it is put back by now.
    await sleep(400);
    await page.waitForSurface(strip, ({ box }) => box.width > 200);
    await page.click('#buy');
    await desk.hold();
    await page.evaluate(() => document.querySelector('html > div')?.remove());
    await sleep(400);
    await desk.hold();
    await desk.override();
    await page.click('#buy');
    expect(await desk.sentAll(1)).toHaveLength(1);
  });

  it('keeps its styles under a policy that allows none, and its root closed', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'">`;
    await show(guardPage().replace('<meta charset', `${policy}<meta charset`));
    const waiting = await page.waitForSurface(`${strip} .rf-strip-line`);
    expect(waiting.box.height).toBe(38);
    const leaks = await page.evaluate(() =>
      [...document.querySelectorAll('html > div')].map((host) => host.shadowRoot === null),
    );
    expect(leaks).toEqual([true]);
  });

  it.each(['light', 'dark'] as const)('follows the %s theme of the page', async (theme) => {
    await open({ theme });
    const style = async () => (await page.surface('.rf-strip-layer'))[0]?.attributes.style;
    await expect.poll(style, patience).toContain(`color-scheme: ${theme}`);
  });

  it('guards once when its script is run twice', async () => {
    await open();
    const extension = await browser.extensionPage('src/ui/options/options.html');
    await extension.evaluate(async () => {
      interface Api {
        tabs: { query(filter: object): Promise<readonly { id: number; url?: string }[]> };
        scripting: {
          getRegisteredContentScripts(): Promise<readonly { js: string[] }[]>;
          executeScript(injection: object): Promise<unknown>;
        };
      }
      const api = (globalThis as unknown as { chrome: Api }).chrome;
      const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('/futures/BTCUSDT'));
      const [script] = await api.scripting.getRegisteredContentScripts();
      await api.scripting.executeScript({ target: { tabId: tab?.id }, files: script?.js });
    });
    await extension.close();
    await page.bringToFront();
    await sleep(300);
    expect((await page.surface(strip)).length).toBe(1);
    await page.click('#buy');
    await desk.hold();
    expect(await page.surface('[data-surface="hold"]')).toHaveLength(1);
  });

  it('reads and holds the written order screen of a venue', async () => {
    const counting = `<script>window.sent=[];addEventListener('click',e=>{if(e.target.closest('.bn-button'))sent.push('click')},true)</script>`;
    // With 9,000 USDT free instead of 1,800, most of it idle behind the order.
    const rich = fixture('binance/cross-one-way-by-cost-line.html').replace('1,800.00 USDT', '9,000.00 USDT');
    await show(rich.replace('</body>', `${counting}</body>`));
    const judged = await desk.judged('danger');
    const button = judged.text.includes('Sell') ? '.bn-button__sell' : '.bn-button__buy';
    await page.click(button);
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await page.click(button);
    expect(await desk.sentAll(1)).toEqual(['click']);
  });

  it('never holds a ticket that closes', async () => {
    const counting = `<script>window.sent=[];addEventListener('click',e=>{if(e.target.closest('.bn-button'))sent.push('click')},true)</script>`;
    await show(fixture('binance/hedge-close.html').replace('</body>', `${counting}</body>`));
    await page.waitForSurface(`${strip}[data-state="way-out"]`);
    await page.click('.bn-button__buy');
    await page.click('.bn-button__sell');
    expect(await desk.sentAll(2)).toEqual(['click', 'click']);
    await desk.noHold();
  });
});

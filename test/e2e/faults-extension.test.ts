import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildExtension, grantedCopy } from '../harness/extension-build.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { itWhere } from '../support/where.ts';
import { loadBeside, toExtension } from './extension-deeds.ts';
import { holdDialog, strip } from './faults-desk.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Api {
  readonly tabs: { query(of: object): Promise<readonly { readonly id: number }[]> };
  readonly scripting: {
    getRegisteredContentScripts(): Promise<readonly { readonly js: readonly string[] }[]>;
    executeScript(injection: object): Promise<unknown>;
  };
}
declare const chrome: Api;

/** What takes long runs with the whole of the tests. */
const isWhole = process.env.RINGFENCE_FULL !== undefined;

describe.each(browsersUnderTest('one'))('under an open ticket in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    browser.served.put(guardedUrl, guardPage());
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    ({ page, desk } = await open());
  });
  afterEach(() => page.close());

  async function open() {
    const opened = await browser.newPage();
    await opened.goto(guardedUrl);
    await opened.fill('#size', '0.1');
    const desk = new GuardDesk(opened);
    await desk.judged('danger');
    return { page: opened, desk };
  }

  const hosts = (of: HarnessPage) => of.evaluate(() => document.querySelectorAll('html > div').length);

  it('an extension that was updated guards on, with one strip and one hold, in tabs behind as well', async () => {
    const behind = await open();
    await page.bringToFront();
    await page.click('#buy');
    await desk.hold();
    await toExtension(browser, 'update');
    await page.bringToFront();
    // The hold was the old version's: it goes with it, and the order is not sent.
    await desk.holdIsGone();
    await sleep(1_500);
    await desk.judged('danger');
    expect(await page.surface(strip)).toHaveLength(1);
    expect(await hosts(page)).toBe(1);
    expect(await desk.sent()).toEqual([]);
    await page.click('#buy');
    await desk.hold();
    expect(await page.surface(holdDialog)).toHaveLength(1);
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await page.click('#buy');
    expect(await desk.sent()).toEqual(['buy 0.1 click']);

    await behind.page.bringToFront();
    await behind.desk.judged('danger');
    await sleep(1_200);
    expect(await hosts(behind.page)).toBe(1);
    await behind.page.click('#buy');
    await behind.desk.hold();
    expect(await behind.page.surface(holdDialog)).toHaveLength(1);
    expect(await behind.desk.sent()).toEqual([]);
    await behind.page.close();
  });

  it('a page that got the scripts over and over has one strip and one hold', async () => {
    const own = await browser.extensionPage('src/ui/glossary/glossary.html');
    try {
      await own.evaluate(async (origin: string) => {
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        const files = scripts.flatMap(({ js }) => js);
        const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
        const target = { tabId: tab?.id ?? -1 };
        const all = [...files, ...files].map((file) => ({ target, files: [file] }));
        await Promise.all(all.map((one) => chrome.scripting.executeScript(one)));
      }, guardedOrigin);
    } finally {
      await own.close();
    }
    await page.bringToFront();
    await sleep(1_200);
    expect(await page.surface(strip)).toHaveLength(1);
    expect(await hosts(page)).toBe(1);
    await page.click('#buy');
    await desk.hold();
    expect(await page.surface(holdDialog)).toHaveLength(1);
    await desk.override();
    await page.click('#buy');
    expect(await desk.sent()).toEqual(['buy 0.1 click']);
  });

  itWhere(isWhole, 'two copies of it say so, and let no order out unheld', async () => {
    const copy = await grantedCopy(await buildExtension(name), [`${guardedOrigin}/*`]);
    const unload = await loadBeside(browser, copy);
    try {
      await page.reload();
      await page.bringToFront();
      await page.fill('#size', '0.1');
      const said = await desk.news('rival');
      expect(said.text).toContain('Two copies of Ringfence guard this page');
      await page.click('#buy');
      await desk.hold();
      expect(await desk.sent()).toEqual([]);
      // A way out is none of either's business.
      await page.press('Escape');
      await page.press('Escape');
      await desk.holdIsGone();
      await page.click('#reduce');
      await page.click('#sell');
      expect(await desk.sent()).toEqual(['sell 0.1 click']);
    } finally {
      await unload();
      await copy.remove();
    }
  });

  it('an extension that was disabled takes strip and hold away, and guards again when it is back', async () => {
    await page.click('#buy');
    await desk.hold();
    await toExtension(browser, 'disable');
    await page.bringToFront();
    if (name === 'firefox') {
      // Firefox tears the script down before it can close anything. The way back needs none.
      expect((await desk.hold()).visible).toBe(true);
      await page.clickSurface(`${holdDialog} [data-act="back"]`);
    }
    await page.waitForNoSurface(holdDialog);
    await page.waitForNoSurface(strip);
    if (name === 'chromium') expect(await hosts(page)).toBe(0);
    await page.click('#buy');
    expect(await desk.sent()).toEqual(['buy 0.1 click']);
    await toExtension(browser, 'enable');
    await page.bringToFront();
    await desk.judged('danger');
    expect(await page.surface(strip)).toHaveLength(1);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(1);
  });

  it('a host that was taken back takes strip, hold and guard along at once', async () => {
    await page.click('#buy');
    await desk.hold();
    await toExtension(browser, 'take the host back');
    await page.bringToFront();
    await page.waitForNoSurface(holdDialog);
    await page.waitForNoSurface(strip);
    await page.click('#buy');
    expect(await desk.sent()).toEqual(['buy 0.1 click']);
    await page.reload();
    await sleep(500);
    expect(await hosts(page)).toBe(0);
  });
});

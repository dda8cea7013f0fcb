import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { holdDialog, onExtensionsPage, strip, updateExtension } from './faults-desk.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

describe('under an open ticket', () => {
  let browser: ChromiumBrowser;
  let page: ChromiumPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    browser = await launchGuarded('chromium', { origins: [`${guardedOrigin}/*`] });
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

  const hosts = (of: ChromiumPage) => of.evaluate(() => document.querySelectorAll('html > div').length);

  const enable = (isEnabled: boolean) =>
    onExtensionsPage(browser, (api, id, to: boolean) => api.management.setEnabled(id, to), isEnabled);

  it('an extension that was updated guards on, with one strip and one hold, in tabs behind as well', async () => {
    const behind = await open();
    await page.bringToFront();
    await page.click('#buy');
    await desk.hold();
    await updateExtension(browser);
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

  it('an extension that was disabled takes strip and hold away, and guards again when it is back', async () => {
    await page.click('#buy');
    await desk.hold();
    await enable(false);
    await page.bringToFront();
    await page.waitForNoSurface(holdDialog);
    await page.waitForNoSurface(strip);
    expect(await hosts(page)).toBe(0);
    await page.click('#buy');
    expect(await desk.sent()).toEqual(['buy 0.1 click']);
    await enable(true);
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
    await onExtensionsPage(
      browser,
      (api, extensionId) =>
        api.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
      null,
    );
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { strip } from './faults-desk.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

const tabs = process.env.RINGFENCE_FULL === undefined ? 8 : 50;

/** Worst on cross: the wallet of 2,000 less the opening fee of 0.02 % of 60,000 a coin. */
const sizes = [
  ['0.1', '1998.8'],
  ['0.2', '1997.6'],
  ['0.3', '1996.4'],
] as const;

describe.each(browsersUnderTest('one'))('many tickets at once in %s', (name) => {
  let browser: HarnessBrowser;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    browser.served.put(guardedUrl, guardPage());
  });
  afterAll(() => browser?.close());

  it(`in ${tabs} tabs have each their own verdict and their own hold`, {
    timeout: 30_000 + tabs * 8_000,
  }, async () => {
    const desks: GuardDesk[] = [];
    for (let tab = 0; tab < tabs; tab += 1) {
      const page = await browser.newPage();
      await page.goto(guardedUrl);
      await page.fill('#size', sizes[tab % sizes.length]?.[0] ?? '');
      const desk = new GuardDesk(page);
      await desk.judged('danger');
      desks.push(desk);
    }
    await browser.killWorker();
    for (const [tab, desk] of desks.entries()) {
      const { page } = desk;
      const [size, worst] = sizes[tab % sizes.length] ?? sizes[0];
      await page.bringToFront();
      await desk.figure('worst-loss', worst);
      await page.click('#buy');
      expect((await desk.hold()).text).toContain(`Buy ${size} BTCUSDT`);
      expect(await page.surface(strip)).toHaveLength(1);
      expect(await desk.sent()).toEqual([]);
      if (tab === 0) {
        await desk.override();
        continue;
      }
      await desk.goBack();
    }
    // The pass of the first tab is none in another one.
    const [first, second] = desks;
    if (first === undefined || second === undefined) throw new Error('no tabs');
    await second.page.bringToFront();
    await second.page.click('#buy');
    await second.hold();
    expect(await second.sent()).toEqual([]);
    expect(await first.sent()).toEqual([]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersUnderTest } from '../harness/launch.ts';
import { itWhere } from '../support/where.ts';
import { FirefoxTabs } from './firefox-tabs.ts';
import { type GuardedTab, type GuardedTabs, RealTabs, shows } from './real-tabs.ts';

const count = process.env.RINGFENCE_FULL === undefined ? 8 : 50;

/** Worst on cross: the wallet of 2,000 less the opening fee of 0.02 % of 60,000 a coin. */
const sizes = [
  { size: '0.1', worst: '1998.8' },
  { size: '0.2', worst: '1997.6' },
  { size: '0.3', worst: '1996.4' },
] as const;
const ticketOf = (tab: number) => sizes[tab % sizes.length] ?? sizes[0];

describe.each(browsersUnderTest('one'))('tabs as they are in %s', (name) => {
  let tabs: GuardedTabs;

  beforeAll(async () => {
    tabs = await (name === 'chromium' ? RealTabs.launch() : FirefoxTabs.launch());
  });
  afterAll(() => tabs?.close());

  it(`${count} of them have each their own verdict and their own hold`, {
    timeout: 30_000 + count * 6_000,
  }, async () => {
    const open: GuardedTab[] = [];
    for (let tab = 0; tab < count; tab += 1) {
      const one = await tabs.open();
      await one.type('#size', ticketOf(tab).size);
      const worst = `data-value="${ticketOf(tab).worst}"`;
      expect(await shows(one, worst), `the verdict of tab ${tab}`).toBe(true);
      open.push(one);
    }
    for (const [tab, one] of open.entries()) {
      if (tab < count - 1) expect(await one.isHidden()).toBe(true);
      await one.toFront();
      // At once: the verdict from when it was left has long been too old to decide anything.
      await one.click('#buy');
      expect(await shows(one, 'data-hold="type-amount"'), `the hold of tab ${tab}`).toBe(true);
      expect(await shows(one, `data-value="${ticketOf(tab).worst}"`)).toBe(true);
      const drawn = await one.drawn();
      expect(drawn.filter((each) => each === 'data-surface="strip"')).toHaveLength(1);
      expect(drawn.filter((each) => each === 'data-surface="hold"')).toHaveLength(1);
      expect(await one.sent()).toEqual([]);
    }
  });

  // Firefox freezes no tab: one stands still in its history alone, which `faults-history` has in both.
  itWhere(
    name === 'chromium',
    'one that the browser froze holds nothing open from before, and its next press',
    async () => {
      if (!(tabs instanceof RealTabs)) throw new Error('only Chromium freezes tabs');
      const tab = await tabs.open();
      const { page, session } = tab;
      await page.type('#size', '0.1');
      expect(await shows(tab, 'data-level="danger"')).toBe(true);
      await page.click('#buy');
      expect(await shows(tab, 'data-surface="hold"')).toBe(true);
      await page.evaluate(`document.addEventListener('resume', () => { window.wentOn = true; })`);

      const other = await tabs.browser.newPage();
      await other.bringToFront();
      await page.waitForFunction('document.hidden', { polling: 100 });
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await sleep(2_000);
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await page.bringToFront();
      await page.waitForFunction('window.wentOn === true && !document.hidden', { polling: 50 });

      expect((await tab.drawn()).filter((each) => each === 'data-surface="hold"')).toEqual([]);
      await page.click('#buy');
      expect(await shows(tab, 'data-hold="type-amount"')).toBe(true);
      expect(await tab.sent()).toEqual([]);
    },
  );
});

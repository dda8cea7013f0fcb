import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { ChromiumBrowser } from '../harness/chromium.ts';
import { ChromiumPage } from '../harness/chromium-page.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { accessibilityFindings } from '../support/axe.ts';

interface Tab {
  readonly id: number;
  readonly url?: string;
}
interface Api {
  readonly tabs: { query(what: object): Promise<readonly Tab[]> };
  readonly storage: { readonly local: { set(items: object): Promise<void>; clear(): Promise<void> } };
}
declare const chrome: Api;

const path = 'src/ui/popup/popup.html';

/** Wallet 2,000, buy 0.1 BTC at 60,000 with 20x on cross; maker 0.02 % in, taker 0.05 % out, maintenance 0.4 %. */
const ticket = 'trade/BTCUSDT?still=1&seed=1&size=0.1&limit=60000';

/** Isolated in hedge mode: 20x for a long, 10x for a short. */
const hedged = {
  url: 'https://www.mexc.com/fa-IR/futures/ETH_USDT',
  page: new URL('../fixtures/venues/mexc/fa-two-leverages-older-layout.html', import.meta.url),
};

describe.each(browsersUnderTest('one'))('the popup in %s', (name) => {
  let server: PracticeServer;
  let harness: HarnessBrowser;
  let exchange: HarnessPage;
  let popup: HarnessPage;

  beforeAll(async () => {
    server = await startPracticeServer();
    harness = await launchGuarded(name, { origins: ['http://127.0.0.1/*', 'https://www.mexc.com/*'] });
    await waitUntilGuarded(harness, 'http://127.0.0.1');
    exchange = await harness.newPage();
    await exchange.goto(`${server.origin}/${ticket}`);
    popup = await popupOf(server.origin);
    await view(popup, 'ticket');
  });

  afterAll(async () => {
    await harness?.close();
    await server?.close();
  });

  /** The popup as a page of its own, looking at the tab with this address. */
  async function popupOf(origin: string): Promise<HarnessPage> {
    const finder = await harness.extensionPage('src/ui/options/options.html');
    const tab = await finder.evaluate(async (start) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find(({ url }) => url?.startsWith(start as string))?.id ?? -1;
    }, origin);
    await finder.close();
    const page = await harness.extensionPage(`${path}?tab=${tab}`);
    await page.setViewport(360, 600);
    return page;
  }
  const view = (page: HarnessPage, kind: string) =>
    page.until(async () => (await page.find('[data-surface="popup"]'))[0]?.attributes['data-view'] === kind, {
      what: `the popup to show: ${kind}`,
    });
  const values = async (field: string) =>
    (await popup.find(`[data-field="${field}"]`)).map(({ attributes }) => attributes['data-value']);
  const value = async (field: string) => (await values(field))[0];

  it('copies a report on how the page is read, without a figure', async () => {
    await popup.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        Object.assign(globalThis, { copied: text });
      };
    });
    await popup.click('[data-act="copy-report"]');
    await popup.waitFor(
      () => document.querySelector('.popup-report')?.textContent?.includes('Copied') === true,
    );
    const report = await popup.evaluate(() => (globalThis as unknown as { copied: string }).copied);
    expect(report).toMatch(/^Ringfence \d+\.\d+\.\d+\npage: 127\.0\.0\.1/);
    expect(report).toContain('venue: practice, read by recipe, tickets: ticket');
    const [, outline = ''] = report.split('\nticket:\n');
    expect(outline).toContain('data-practice');
    // A heading's tag is no figure.
    expect(outline.replace(/^\s*h[1-6]\b/gm, '')).not.toMatch(/\d/);
  });

  it('shows the ticket of the tab with its figures', async () => {
    expect(await value('venue')).toBe('practice');
    expect(await value('symbol')).toBe('BTCUSDT');
    expect(await value('level')).toBe('danger');
    expect(await value('margin-mode')).toBe('cross');
    expect(await value('leverage')).toBe('20');
    expect(Number(await value('wallet-balance'))).toBe(2000);
    // Equity after the opening fee of 6,000 x 0.02 %; margin 300 of it is the order's own.
    expect(new Set(await values('worst-loss'))).toEqual(new Set(['1998.8']));
    expect(new Set(await values('idle-at-risk'))).toEqual(new Set(['1698.8']));
    expect(await value('idle-balance')).toBe('1698.8');
    // 6,000 x (0.02 % + 0.05 %), and three fundings of 0.01 %.
    expect(await value('fees')).toBe('4.2');
    expect(await value('funding')).toBe('1.8');
    expect(await value('loss-at-stop')).toBeUndefined();
    // (6,000 - 1,998.8) / (0.1 x 0.996) and (6,000 - 300) / (0.1 x 0.996).
    expect(Number(await value('liquidation-price'))).toBeCloseTo(40172.690763, 5);
    expect(await value('other-mode-worst-loss')).toBe('301.2');
    expect(Number(await value('other-mode-liquidation-price'))).toBeCloseTo(57228.915662, 5);
    const findings = await popup.find('[data-finding]');
    expect(findings.map(({ attributes }) => attributes['data-finding'])).toContain('cross-idle-exposed');
    expect((await popup.find('[data-check]')).length).toBe(6);
  });

  it('shows the same figures as the strip on the page, in the chart and the joint moves too', async () => {
    const strip = async (field: string) => {
      const [seen] = await exchange.surface(`[data-surface="strip"] [data-field="${field}"]`);
      return { text: seen?.text, value: seen?.attributes['data-value'] };
    };
    const inPopup = async (field: string) => {
      const [seen] = await popup.find(`[data-field="${field}"]`);
      return { text: seen?.text, value: seen?.attributes['data-value'] };
    };
    await exchange.waitForSurface('[data-surface="strip"][data-state="checked"]');
    for (const field of ['worst-loss', 'liquidation-price']) {
      expect(await strip(field), field).toEqual(await inPopup(field));
    }
    // The chart's mark is the same figure as the one under "at liquidation".
    const atLiquidation = await values('loss-at-liquidation');
    expect(atLiquidation.length).toBe(2);
    expect(new Set(atLiquidation).size).toBe(1);
    const rows = await popup.find('[data-chart-table] [data-price]');
    const prices = rows.map(({ attributes }) => Number(attributes['data-price']));
    expect(prices[0]).toBe(60000);
    expect(prices.at(-1)).toBeCloseTo(40172.690763, 5);
    const [losses] = await popup.find('[data-chart-table] [data-price="54000"] td');
    // 0.1 x 6,000.
    expect(Number(losses?.attributes['data-value'])).toBe(600);
    // 1,998.8 after the fee; 6,000 x 10 % on cross, the whole 300 on isolated.
    const left = async (move: string, mode: string) =>
      (await popup.find(`[data-shock="${move}"] [data-mode="${mode}"] [data-field="shock-equity"]`))[0]
        ?.attributes['data-value'];
    expect(await left('0.1', 'cross')).toBe('1398.8');
    expect(await left('0.1', 'isolated')).toBe('1698.8');
    const gone = await popup.find('[data-shock="0.1"] [data-mode="isolated"] [data-liquidated]');
    expect(gone[0]?.attributes['data-liquidated']).toBe('BTCUSDT long');
    expect((await popup.find('[data-shock="0.1"] [data-mode="cross"] [data-liquidated]')).length).toBe(0);
  });

  it('explains a word on focus, and Escape takes the explanation away', async () => {
    const tip = async () => (await popup.find('[role="tooltip"]')).find(({ visible }) => visible)?.text;
    await popup.evaluate(() => document.querySelector<HTMLElement>('[data-term="idle_balance"]')?.focus());
    await popup.until(async () => (await tip())?.includes('stands behind your trades'));
    await popup.press('Escape');
    await popup.until(async () => (await tip()) === undefined);
  });

  it('leads from a finding to its threshold, and from the ticket to the simulator', async () => {
    const opened = async (part: string) => {
      const tabs = await popup.evaluate(() => chrome.tabs.query({}));
      return tabs.find(({ url }) => url?.includes(part));
    };
    await popup.click('[data-finding="cross-idle-exposed"] [data-rule]');
    await popup.until(async () => opened('options.html#rule/cross-idle-exposed'), { what: 'the settings' });
    await popup.bringToFront();
    await popup.click('[data-act="simulate-ticket"]');
    await popup.until(async () => opened('simulator.html#tab='), { what: 'the simulator' });
    await popup.bringToFront();
  });

  it('turns to the other side of the ticket', async () => {
    await popup.click('input[name="side"][value="short"]');
    // (6,000 + 1,998.8) / (0.1 x 1.004).
    await popup.until(
      async () => Math.abs(Number(await value('liquidation-price')) - 79669.322709) < 0.00001,
    );
    await popup.click('input[name="side"][value="long"]');
    await popup.until(
      async () => Math.abs(Number(await value('liquidation-price')) - 40172.690763) < 0.00001,
    );
  });

  it('takes a leverage a side for the side it is of, before a button is pressed', async () => {
    harness.served.put(hedged.url, readFileSync(hedged.page, 'utf8'));
    const page = await harness.newPage();
    await page.goto(hedged.url);
    await page.waitForSurface('[data-surface="strip"][data-state="checked"]');
    expect(await page.surface('[data-finding="ticket-unread"]')).toEqual([]);
    const mexc = await popupOf('https://www.mexc.com/');
    const leverage = (value: string) =>
      mexc.until(
        async () => (await mexc.find(`[data-field="leverage"][data-value="${value}"]`)).length === 1,
        {
          what: `${value}x on the order`,
        },
      );
    await mexc.click('input[name="side"][value="short"]');
    await leverage('10');
    await mexc.click('input[name="side"][value="long"]');
    await leverage('20');
    await mexc.click('summary');
    const [row] = await mexc.find('[data-read-field="leverage"] dd');
    expect(row?.text).toContain('Buy 20x · Sell 10x');
    await mexc.close();
    await page.close();
  });

  it('lists what was read and from where, and what was not and why', async () => {
    await popup.click('summary');
    const [leverage] = await popup.find('[data-read-field="leverage"] dd');
    expect(leverage?.text).toContain('20x recipe [data-practice="leverage"]');
    const [mode] = await popup.find('[data-read-field="positionMode"] dd');
    expect(mode?.text).toMatch(/^not on this page since \d/);
    const rows = await popup.find('[data-read-field]');
    const known = rows.filter(({ attributes }) => attributes['data-known'] === 'true');
    expect((await popup.find('[data-health]'))[0]?.attributes['data-health']).toBe(
      `${known.length}/${rows.length}`,
    );
    await popup.click('summary');
  });

  it('follows the ticket while it is open', async () => {
    await exchange.bringToFront();
    await exchange.fill('[data-place="wide"] [data-practice="size"]', '0.2');
    await popup.until(async () => (await value('order-margin')) === '600', { what: 'the new margin' });
    await exchange.fill('[data-place="wide"] [data-practice="size"]', '0.1');
    await popup.until(async () => (await value('order-margin')) === '300', { what: 'the old margin' });
  });

  it('goes on after the worker was stopped', async () => {
    await harness.killWorker();
    await exchange.bringToFront();
    await exchange.fill('[data-place="wide"] [data-practice="size"]', '0.15');
    await popup.until(async () => (await value('order-margin')) === '450', { what: 'the new margin' });
    await exchange.fill('[data-place="wide"] [data-practice="size"]', '0.1');
    await popup.until(async () => (await value('order-margin')) === '300');
  });

  it('judges by what the trader set on the settings page', async () => {
    expect((await popup.find('[data-finding="margin-mode-not-intended"]')).length).toBe(0);
    const settings = await harness.extensionPage('src/ui/options/options.html#venue=practice');
    await settings.click('[data-setting="venues.practice.intendedMode"] input[value="isolated"]');
    await settings.fill('[id="venues.practice.maxLossQuote"]', '150');
    await settings.press('Enter');
    await popup.until(async () => (await popup.find('[data-finding="loss-over-limit"]')).length === 1, {
      what: 'the finding of the limit just set',
    });
    await popup.until(
      async () =>
        (await popup.find('[data-finding="margin-mode-not-intended"][data-level="warning"]')).length === 1,
      { what: 'the finding of the mode just set' },
    );
    await settings.close();
    await popup.evaluate(() => chrome.storage.local.clear());
    await popup.until(async () => (await popup.find('[data-finding="loss-over-limit"]')).length === 0);
  });

  it('says which settings had to be reset until that was seen', async () => {
    await popup.evaluate(() =>
      chrome.storage.local.set({ settings: { version: 1, venues: { practice: { leverageCap: 'ten' } } } }),
    );
    await popup.reload();
    await popup.until(async () => (await popup.find('[data-repair]')).length === 1);
    await popup.click('[data-notice="repairs"] button');
    await popup.until(async () => (await popup.find('[data-repair]')).length === 0);
    await popup.reload();
    await view(popup, 'ticket');
    expect((await popup.find('[data-repair]')).length).toBe(0);
    await popup.evaluate(() => chrome.storage.local.clear());
  });

  it('has nothing to say about a page of the browser', async () => {
    const page = await harness.extensionPage(`${path}?tab=999999`);
    await view(page, 'no-access');
    expect((await page.find('button')).map(({ text }) => text)).toEqual([
      'Exchanges and settings',
      'Type a ticket in',
      'Glossary',
    ]);
    await page.close();
  });

  if (name === 'chromium') {
    it('opens under the toolbar button on the active tab, as wide as drawn', async () => {
      const real = await openPopup(exchange);
      await view(real, 'ticket');
      const [fields] = await real.find('[data-field="worst-loss"]');
      expect(fields?.attributes['data-value']).toBe('1998.8');
      const [seen, needed] = await real.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect([seen, needed]).toEqual([360, 360]);
    });

    it('offers to guard a site that is not granted, and asks for its host alone', async () => {
      const page = await harness.servePage('https://www.okx.com/trade-swap/btc-usdt-swap', '<h1>OKX</h1>');
      const real = await openPopup(page);
      await view(real, 'not-granted');
      expect((await real.find('h2'))[0]?.text).toBe('OKX is not guarded yet');
      const [note] = await real.find('.popup-small');
      expect(note?.text).toContain('Your browser will ask for www.okx.com and nothing else.');
      expect((await real.find('.rf-button-main'))[0]?.text).toBe('Guard this site');
      await page.close();
    });

    it('has nothing the accessibility checker finds, in either theme', async () => {
      if (!(popup instanceof ChromiumPage)) throw new Error('asked of Chromium only');
      for (const theme of ['light', 'dark']) {
        await popup.evaluate(
          (chosen) => chrome.storage.local.set({ settings: { version: 1, general: { theme: chosen } } }),
          theme,
        );
        await popup.reload();
        await view(popup, 'ticket');
        await popup.click('summary');
        expect(await accessibilityFindings(popup), theme).toEqual([]);
      }
    });
  }

  async function openPopup(page: HarnessPage): Promise<HarnessPage> {
    if (!(harness instanceof ChromiumBrowser) || !(page instanceof ChromiumPage)) {
      throw new Error('only Chromium opens a popup for a test');
    }
    return harness.openPopup(page);
  }
});

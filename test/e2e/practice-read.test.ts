import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askExtension } from '../../tools/ask-extension.ts';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { compareReading, type Expected } from '../browser/reader/compare-reading.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';

const ticket = {
  venue: 'practice',
  symbol: 'BTCUSDT',
  marginMode: 'cross',
  leverage: '20',
  orderType: 'limit',
  price: '60000',
  size: '0.1',
  sizeUnit: 'base',
  sizeBase: '0.1',
  effect: 'open',
  reduceOnly: 'false',
  stopLoss: 'unknown',
  takeProfit: 'unknown',
  walletBalance: '2000',
  equity: '2000',
  available: '2000',
  markPrice: '60000',
  lastPrice: '60000',
  positions: [],
} satisfies Expected;

const long = {
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'cross',
  leverage: '20',
  size: '0.2',
  entryPrice: '59500',
  markPrice: '60000',
  // (11,900 - (2,000 - 305)) / (0.2 x 0.996): the isolated margin beside it is no collateral.
  liquidationPrice: '51229.9',
  unrealisedPnl: '100',
};
const short = {
  symbol: 'ETHUSDT',
  side: 'short',
  marginMode: 'isolated',
  leverage: '10',
  size: '1',
  entryPrice: '3050',
  markPrice: '3000',
  liquidationPrice: '3341.63',
  margin: '305',
  unrealisedPnl: '50',
};

interface Practice {
  rebuildTickets(): void;
}

describe.each(browsersUnderTest('one'))('the practice exchange, read by the extension in %s', (name) => {
  let server: PracticeServer;
  let browser: HarnessBrowser;
  let page: HarnessPage;

  beforeAll(async () => {
    server = await startPracticeServer();
    browser = await launchGuarded(name, { origins: ['http://127.0.0.1/*'] });
    await waitUntilGuarded(browser, 'http://127.0.0.1');
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = (query: string) => page.goto(`${server.origin}/trade/BTCUSDT?still=1&seed=1&${query}`);

  async function expectReading(expected: Expected): Promise<void> {
    const { reading } = await askExtension(browser, page);
    const amiss = compareReading(reading, expected).filter(
      ({ outcome, present }) => outcome === 'wrong' || (present && outcome !== 'read'),
    );
    expect(amiss).toEqual([]);
  }

  it('a limit order on cross', async () => {
    await open('size=0.1');
    await expectReading(ticket);
  });

  it('a market order in USDT on isolated, with a stop', async () => {
    await open('size=6000&unit=USDT&type=market&mode=isolated&leverage=7&sl=58000&tp=65000');
    await expectReading({
      ...ticket,
      marginMode: 'isolated',
      leverage: '7',
      orderType: 'market',
      price: 'unknown',
      size: '6000',
      sizeUnit: 'quote',
      sizeBase: '0.1',
      stopLoss: '58000',
      takeProfit: '65000',
    });
  });

  it('an order beside open positions', async () => {
    await open('size=0.1&positions=BTCUSDT:long:0.2:59500:cross:20;ETHUSDT:short:1:3050:isolated:10');
    await expectReading({ ...ticket, equity: '2150', available: '1195', positions: [long, short] });
  });

  it('a reduce-only order', async () => {
    await open('size=0.1&reduce=1&positions=BTCUSDT:long:0.2:59500:cross:20');
    const { reading } = await askExtension(browser, page);
    expect(reading.reduceOnly).toMatchObject({ known: true, value: true });
    expect(reading.effect).toMatchObject({ known: true, value: 'reduce' });
  });

  it('what is applied, not what an open dialog shows', async () => {
    await open('size=0.1');
    await page.click('[data-place="wide"] [data-practice="margin-mode"]');
    await page.click('#mode-dialog [value="isolated"]');
    await expectReading(ticket);
    await page.click('#mode-dialog [data-act="cancel"]');
    await page.click('[data-place="wide"] [data-practice="leverage"]');
    await page.fill('#leverage-dialog [name="number"]', '50');
    await page.press('Tab');
    await expectReading(ticket);
  });

  it('another contract, swapped in without a load', async () => {
    await open('size=0.1');
    await page.click('.symbols [data-symbol="ETHUSDT"]');
    await page.waitFor(() => location.pathname === '/trade/ETHUSDT');
    await expectReading({
      ...ticket,
      symbol: 'ETHUSDT',
      price: '3000',
      markPrice: '3000',
      lastPrice: '3000',
      size: 'unknown',
      sizeUnit: 'unknown',
      sizeBase: 'unknown',
    });
    await page.fill('[data-place="wide"] [data-practice="size"]', '2');
    await expectReading({
      ...ticket,
      symbol: 'ETHUSDT',
      price: '3000',
      markPrice: '3000',
      lastPrice: '3000',
      size: '2',
      sizeBase: '2',
    });
  });

  it('a form that was built anew', async () => {
    await open('size=0.1');
    await page.evaluate(() => (window as unknown as { practice: Practice }).practice.rebuildTickets());
    await expectReading(ticket);
  });

  it('the form on the screen, not its hidden twin, at phone width', async () => {
    await page.setViewport(390, 844);
    await open('size=0.1');
    await expectReading(ticket);
    await page.setViewport(1600, 1000);
    await expectReading({ ...ticket, size: 'unknown', sizeBase: 'unknown', sizeUnit: 'unknown' });
  });

  it('every field again and again while the price moves', async () => {
    await page.goto(`${server.origin}/trade/BTCUSDT?seed=5&size=0.1&limit=60000`);
    const { markPrice: _, lastPrice: __, ...rest } = ticket;
    for (let count = 0; count < 6; count++) await expectReading(rest);
    const { reading } = await askExtension(browser, page);
    expect([reading.markPrice.known, reading.lastPrice.known]).toEqual([true, true]);
  });
});

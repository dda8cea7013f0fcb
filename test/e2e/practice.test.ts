import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded } from '../harness/launch.ts';

/** Any extension will do: this is about the page alone. */
const mirror = fileURLToPath(new URL('../harness/fixtures/mirror', import.meta.url));

interface Practice {
  readonly orders: readonly { readonly side: string; readonly size: number; readonly state: string }[];
  readonly account: { readonly wallet: number };
  rebuildTickets(): void;
  setPrice(price: number): void;
  walk(seed: number, moves: number): number;
}

const hook = (name: string) => `[data-place="wide"] [data-practice="${name}"]`;

describe.each(browsersUnderTest('one'))('practice exchange in %s', (name) => {
  let server: PracticeServer;
  let browser: HarnessBrowser;
  let page: HarnessPage;

  beforeAll(async () => {
    server = await startPracticeServer();
    browser = await launchGuarded(name, { extension: mirror });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = (query: string) => page.goto(`${server.origin}/trade/BTCUSDT?still=1&seed=1&${query}`);
  const text = async (selector: string) => (await page.find(selector))[0]?.text;
  const texts = async (selector: string) => (await page.find(selector)).map((each) => each.text);
  const orders = () =>
    page.evaluate(() =>
      (window as unknown as { practice: Practice }).practice.orders.map((each) => ({ ...each })),
    );
  /** The dialog is gone from sight a moment before the page hears of its answer. */
  const answered = (count: number) =>
    page.waitFor((to: number) => {
      const orders = (window as unknown as { practice: Practice }).practice.orders;
      return orders.length === to && orders.every((each) => each.state !== 'received');
    }, count);
  const setPrice = (price: number) =>
    page.evaluate((to: number) => (window as unknown as { practice: Practice }).practice.setPrice(to), price);
  const wallet = () =>
    page.evaluate(() => (window as unknown as { practice: Practice }).practice.account.wallet);

  it('shows what an order costs and where it is liquidated, on both modes', async () => {
    await open('size=0.1');
    // Hand-solved: (6,000 - 2,000) / (0.1 x 0.996) and (6,000 + 2,000) / (0.1 x 1.004).
    expect(await text(hook('liquidation-long'))).toBe('40,160.6');
    expect(await text(hook('liquidation-short'))).toBe('79,681.3');
    expect(await text(hook('cost-long'))).toBe('300.00 USDT');
    await open('size=0.1&mode=isolated');
    expect(await text(hook('liquidation-long'))).toBe('57,228.9');
    expect(await text(hook('margin-mode'))).toBe('Isolated');
    expect(await text(hook('available'))).toBe('2,000.00 USDT');
  });

  it('fills a market order at the ask, takes the fee and shows the position', async () => {
    await open('size=0.1&type=market&confirm=0');
    await page.click(hook('submit-long'));
    expect(await orders()).toMatchObject([{ side: 'long', size: 0.1, state: 'placed' }]);
    // 0.1 x 60,000.1 x 0.05 %.
    expect(await wallet()).toBeCloseTo(2_000 - 3.000005, 8);
    const [row] = await texts('[data-practice="positions"] tbody tr');
    expect(row).toContain('BTCUSDT Long Cross 20x 0.100 BTC 60,000.1 60,000.0');
    expect(await text('[data-tab="positions"]')).toBe('Positions (1)');
    await page.click('[data-practice="close-position"]');
    expect(await text('[data-pane="positions"] .empty')).toBe('No open positions');
    // Closed at the bid: 0.02 lost on the spread, 2.999995 more in fees.
    expect(await wallet()).toBeCloseTo(2_000 - 3.000005 - 2.999995 - 0.02, 8);
  });

  it('loses the whole margin of an isolated position at its liquidation, and no more', async () => {
    await open('size=0.1&type=market&confirm=0&mode=isolated');
    await page.click(hook('submit-long'));
    await setPrice(57_300);
    expect(await texts('[data-practice="positions"] tbody tr')).toHaveLength(1);
    await setPrice(57_200);
    expect(await texts('[data-practice="positions"] tbody tr')).toHaveLength(0);
    expect(await wallet()).toBeCloseTo(2_000 - 3.000005 - 300.0005, 6);
  });

  it('loses the whole wallet of a cross position', async () => {
    await open('positions=BTCUSDT:long:0.1:60000:cross:20');
    await setPrice(40_200);
    expect(await texts('[data-practice="positions"] tbody tr')).toHaveLength(1);
    await setPrice(40_100);
    expect(await wallet()).toBe(0);
  });

  it('lets a limit order rest and fills it as maker when the price comes', async () => {
    await open('size=0.1&limit=59000&confirm=0&sl=58500&tp=61000');
    await page.click(hook('submit-long'));
    expect(await text('[data-tab="orders"]')).toBe('Open orders (1)');
    expect(await text(hook('available'))).toBe('1,705.00 USDT');
    await setPrice(58_990);
    expect(await text('[data-tab="orders"]')).toBe('Open orders (0)');
    // 0.1 x 59,000 x 0.02 %.
    expect(await wallet()).toBeCloseTo(2_000 - 1.18, 8);
    await setPrice(58_480);
    // The stop closes at the mark as taker: 52 lost and 2.924 in fees.
    expect(await wallet()).toBeCloseTo(2_000 - 1.18 - 52 - 2.924, 8);
  });

  it('nets an opposite order, flips past it, and reduces only when asked', async () => {
    await open('positions=BTCUSDT:long:0.1:60000:cross:20&size=0.15&type=market&confirm=0');
    await page.click(hook('reduce-only'));
    expect(await text(hook('cost-short'))).toBe('0.00 USDT');
    await page.click(hook('submit-short'));
    expect((await orders()).at(-1)?.state).toBe('refused');
    await page.click(hook('reduce-only'));
    await page.click(hook('submit-short'));
    const [row] = await texts('[data-practice="positions"] tbody tr');
    expect(row).toContain('BTCUSDT Short Cross 20x 0.050 BTC 59,999.9');
  });

  it('asks once more before an order, until it is told not to', async () => {
    await open('size=0.1');
    await page.click(hook('submit-long'));
    expect(await text('#confirm-dialog h2')).toBe('Buy / Long BTCUSDT');
    expect((await orders())[0]?.state).toBe('received');
    await page.click('#confirm-dialog [data-act="cancel"]');
    await answered(1);
    expect(await page.find('dialog[open]')).toHaveLength(0);
    expect((await orders())[0]?.state).toBe('cancelled');
    await page.click(hook('submit-long'));
    await page.click('#confirm-dialog [name="never"]');
    await page.click('#confirm-dialog .go');
    await answered(2);
    await page.click(hook('submit-long'));
    await answered(3);
    expect((await orders()).map((each) => each.state)).toEqual(['cancelled', 'placed', 'placed']);
  });

  it('takes Enter in a field as a press of the first button', async () => {
    await open('confirm=0');
    await page.fill(hook('size'), '0.01');
    await page.press('Enter');
    expect(await orders()).toMatchObject([{ side: 'long', size: 0.01 }]);
  });

  it('changes mode and leverage through their dialogs, and refuses a mode change under a position', async () => {
    await open('size=0.1&confirm=0&type=market');
    await page.click(hook('margin-mode'));
    await page.click('#mode-dialog [value="isolated"]');
    await page.click('#mode-dialog .go');
    await page.click(hook('leverage'));
    await page.fill('#leverage-dialog [name="number"]', '10');
    await page.press('Tab');
    await page.click('#leverage-dialog .go');
    await page.waitFor(
      (selector: string) => document.querySelector(selector)?.textContent === '10x',
      hook('leverage'),
    );
    expect(await page.find('dialog[open]')).toHaveLength(0);
    expect(await texts(`${hook('margin-mode')}, ${hook('leverage')}`)).toEqual(['Isolated', '10x']);
    expect(await text(hook('cost-long'))).toBe('600.00 USDT');
    await page.click(hook('submit-long'));
    await page.click(hook('margin-mode'));
    await page.click('#mode-dialog [value="cross"]');
    await page.click('#mode-dialog .go');
    expect(await text('#mode-dialog .refusal')).toContain('cannot be changed');
  });

  it('takes a size in USDT and shares of the largest size', async () => {
    await open('unit=USDT&size=6000');
    expect(await text(hook('cost-long'))).toBe('300.00 USDT');
    await open('confirm=0');
    await page.click('[data-place="wide"] [data-share="50"]');
    // Half of floor(2,000 / (60,000 x (1/20 + 0.0005))) = 0.660.
    expect((await page.find(hook('size')))[0]?.value).toBe('0.330');
  });

  it('swaps the contract without a load and forgets what was typed', async () => {
    await open('size=0.1');
    await page.evaluate(() => {
      (window as unknown as { stayed: boolean }).stayed = true;
    });
    await page.click('.symbols [data-symbol="ETHUSDT"]');
    await page.waitFor(() => location.pathname === '/trade/ETHUSDT');
    expect(await text(hook('symbol'))).toBe('ETHUSDT');
    expect(await text(hook('mark-price'))).toBe('3,000.00');
    expect((await page.find(hook('size')))[0]?.value).toBe('');
    expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true);
  });

  it('keeps what was typed when it builds the form anew', async () => {
    await open('size=0.1');
    await page.fill(hook('size'), '0.25');
    await page.evaluate(() => (window as unknown as { practice: Practice }).practice.rebuildTickets());
    expect((await page.find(hook('size')))[0]?.value).toBe('0.25');
  });

  it('has two forms in the page and one on the screen, at either width', async () => {
    const shown = async () => (await page.find('form[data-practice="ticket"]')).map((each) => each.visible);
    await open('size=0.1');
    expect(await shown()).toEqual([true, false]);
    await page.setViewport(390, 844);
    await open('size=0.1');
    expect(await shown()).toEqual([false, true]);
    expect((await page.find('[data-practice="size"]')).map((each) => each.value)).toEqual(['', '0.1']);
    const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(sideways)).toBe(0);
    await page.setViewport(1600, 1000);
  });

  it('gives the same prices for the same seed, and others for another', async () => {
    await open('');
    const walks = await page.evaluate(() => {
      const { walk } = (window as unknown as { practice: Practice }).practice;
      return [7, 7, 8].map((seed) => walk(seed, 500));
    });
    expect(walks[0]).toBe(walks[1]);
    expect(walks[0]).not.toBe(walks[2]);
    expect(Math.abs((walks[0] ?? 0) / 60_000 - 1)).toBeLessThan(0.01);
  });
});

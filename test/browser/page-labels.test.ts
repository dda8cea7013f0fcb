import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import type { Anchor, Recipe, RecipeField } from '../../src/reader/recipe.ts';
import { bundleForPage, launchChromium, openPage } from './reader/reader-page.ts';

const ticket = `
  <form style="width:320px">
    <div><button type="button">Cross</button> <button type="button">20x</button></div>
    <label>Price (USDT) <input value="62,500.0"></label><label>Size (BTC) <input value="0.25"></label>
    <p><span>Available</span> <span>1,204.55 USDT</span></p>
    <button>Buy / Long</button> <button>Sell / Short</button>
  </form>`;
const panel = `
  <aside class="assets">
    <p><span>Wallet balance</span> <span>2,000.00 USDT</span></p><p><span>Margin balance</span> <span>2,100.00 USDT</span></p>
    <p><span>Est. liq. price</span> <span>31,004.3</span></p><p><span>Cost</span> <span>781.25 USDT</span></p>
  </aside>`;
const table = `
  <table>
    <tr><th>Symbol</th><th>Size</th><th>Entry price</th><th>Mark price</th><th>Liq. price</th></tr>
    <tr><td>BTCUSDT Cross 25x Long</td><td>0.1 BTC</td><td>62,000.5</td><td>63,000.5</td><td>28,004.3</td></tr>
  </table>`;
/** A position as a card says what it costs and where it ends; that is no word on the ticket or the account. */
const card = `
  <div class="card"><p><span>BTCUSDT</span></p><p><span>Entry price</span> <span>62,000.5</span></p>
  <p><span>Wallet balance</span> <span>610.00 USDT</span></p><p><span>Liq. price</span> <span>28,004.3</span></p></div>`;

describe('a recipe that points to a label outside the ticket', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([
      launchChromium(),
      bundleForPage(fileURLToPath(new URL('./page-labels/page-labels-entry.ts', import.meta.url))),
    ]);
  });
  afterAll(() => browser.close());

  const read = async (around: string, fields: Partial<Record<RecipeField, readonly Anchor[]>>) => {
    const url = 'https://www.vortex.example/en/futures/BTCUSDT';
    const html = `<!doctype html><html lang="en"><body><p>BTCUSDT</p>${ticket}${around}</body></html>`;
    const recipe: Recipe = {
      venue: 'generic',
      evidence: 'made up',
      pages: [{ host: 'www\\.vortex\\.example', path: '/futures/(?<symbol>(?<base>BTC)(?<quote>USDT))' }],
      fields,
      submit: [],
    };
    const { page, close } = await openPage(browser, script, { html, url });
    try {
      const state: TicketState = await page.evaluate(`readWith(${JSON.stringify(recipe)})`);
      return state.reading;
    } finally {
      await close();
    }
  };
  const value = (field: { known: boolean; value?: unknown; why?: unknown }) =>
    field.known ? field.value : field.why;
  const at = (label: 'walletBalance' | 'equity' | 'liquidationPrice' | 'cost', inside?: string) => [
    { layout: 'all', label, where: 'page', ...(inside === undefined ? {} : { in: inside }) } as const,
  ];

  it.each([
    ['with a table of positions beside it', `${panel}${table}`],
    ['with a table of positions before it', `${table}${panel}`],
    ['with the card of a position beside it', `${panel}${card}`],
    ['wrapped together with the table', `<section><div>${panel}${table}</div></section>`],
    ['alone', panel],
  ])('finds a wallet balance in the panel it names, %s', async (_, around) => {
    const reading = await read(around, { walletBalance: at('walletBalance', '.assets p') });
    expect(value(reading.walletBalance)).toBe('2000.00');
  });

  it.each([
    ['beside a table', `${panel}${table}`],
    ['alone', panel],
  ])('finds a wallet balance anywhere where it names no panel, %s', async (_, around) => {
    const reading = await read(around, { walletBalance: at('walletBalance') });
    expect(value(reading.walletBalance)).toBe('2000.00');
  });

  it('finds whatever label it names', async () => {
    const reading = await read(`${panel}${table}`, {
      equity: at('equity', '.assets'),
      pageLiquidationPrice: at('liquidationPrice', '.assets'),
      pageCost: at('cost', '.assets'),
    });
    const { equity, pageLiquidationPrice, pageCost } = reading;
    expect([equity, pageLiquidationPrice, pageCost].map(value)).toEqual(['2100.00', '31004.3', '781.25']);
  });

  it('takes nothing from the card or the table of a position', async () => {
    const reading = await read(`${card}${table}`, {
      walletBalance: at('walletBalance'),
      pageLiquidationPrice: at('liquidationPrice'),
    });
    expect([reading.walletBalance, reading.pageLiquidationPrice].map(value)).toEqual([
      'not-on-page',
      'not-on-page',
    ]);
  });

  it('reads nothing outside the ticket that it does not name', async () => {
    const reading = await read(`${panel}${table}`, {});
    expect([reading.walletBalance, reading.equity, reading.pageCost].map(value)).toEqual([
      'not-on-page',
      'not-on-page',
      'not-on-page',
    ]);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import { compareReading, type Expected, type FieldOutcome } from './reader/compare-reading.ts';
import { bundleReader, launchChromium, openReaderPage } from './reader/reader-page.ts';

/**
 * One plain ticket with one thing as exchanges have it: another list on show, a chooser open, a switch that is off. What
 * stands in `expected` is what a person reads there; `unknown` where a person is not told either, or might be misled.
 */

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
});
afterAll(() => browser?.close());

interface Parts {
  readonly header?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly money?: string;
  readonly price?: string;
  readonly size?: string;
  readonly stops?: string;
  readonly lists?: string;
}

const plain: Required<Parts> = {
  header:
    '<b>BTCUSDT</b><p class="r"><span>Mark price</span><span>64,151.1</span></p><p class="r"><span>Last price</span><span>64,139.0</span></p>',
  mode: '<div class="r"><button type="button">Isolated</button><button type="button">10x</button></div>',
  type: '<div role="tablist" class="r"><button type="button" role="tab" aria-selected="true">Limit</button><button type="button" role="tab" aria-selected="false">Market</button></div>',
  money: '<p class="r"><span>Available</span><span>1,204.55 USDT</span></p>',
  price: '<div><label for="p">Price (USDT)</label><input id="p" value="64,000.0"></div>',
  size: '<div><label for="s">Size (BTC)</label><input id="s" value="0.05"></div>',
  stops: '',
  lists: '<p>Positions (0)</p><p>No open positions</p>',
};

function ticket(change: Parts): string {
  const { header, mode, type, money, price, size, stops, lists } = { ...plain, ...change };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trade</title><style>
    body { margin: 0; font: 14px/1.4 sans-serif; } .page { display: flex; gap: 16px; align-items: flex-start; }
    form { width: 320px; padding: 8px; } .r { display: flex; justify-content: space-between; gap: 8px; }
    th, td { padding: 4px 12px; text-align: left; } .active { color: #c60; font-weight: 700; }
    .switch { display: inline-block; width: 28px; height: 14px; background: #ccc; }
  </style></head><body><header class="r">${header}</header><div class="page"><section>${lists}</section><form>
    ${mode}${type}${money}${price}${size}${stops}
    <label><input type="checkbox"> Reduce only</label>
    <div class="r"><button>Buy / Long</button><button>Sell / Short</button></div>
  </form></div></body></html>`;
}

function tabs(chosen: string, ...names: readonly string[]): string {
  const each = names.map((name) => `<button role="tab" aria-selected="${name === chosen}">${name}</button>`);
  return `<div role="tablist">${each.join('')}</div>`;
}

function list(headers: string, ...rows: readonly string[]): string {
  const line = (text: string, cell: string) =>
    `<tr>${text
      .split('|')
      .map((part) => `<${cell}>${part}</${cell}>`)
      .join('')}</tr>`;
  return `<table>${line(headers, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`;
}

const address = 'https://newdex.example/futures/BTCUSDT';

async function outcomes(change: Parts, expected: Expected, url: string): Promise<readonly FieldOutcome[]> {
  const open = await openReaderPage(browser, script, { html: ticket(change), url });
  try {
    const { reading }: TicketState = await open.read();
    return compareReading(reading, expected);
  } finally {
    await open.close();
  }
}

async function expectReading(change: Parts, expected: Expected, url = address): Promise<void> {
  const faults = (await outcomes(change, expected, url)).filter(
    ({ outcome, present }) => outcome === 'wrong' || (present && outcome !== 'read'),
  );
  expect(faults).toEqual([]);
}

/** Of a field a person can read and the reader need not: it may only not be wrong. */
async function expectNotWrong(change: Parts, expected: Expected): Promise<void> {
  const wrong = (await outcomes(change, expected, address)).filter(({ outcome }) => outcome === 'wrong');
  expect(wrong).toEqual([]);
}

it('reads the ticket as it is', async () => {
  await expectReading(
    {},
    {
      marginMode: 'isolated',
      leverage: '10',
      orderType: 'limit',
      price: '64000',
      size: '0.05',
      available: '1204.55',
      markPrice: '64151.1',
      positions: [],
      complete: 'true',
    },
  );
});

describe('a list beside the ticket that is none of open positions', () => {
  const closed = list(
    'Contract|Closing direction|Qty|Entry price|Exit price|Closed P&L',
    'BTCUSDT|Sell|0.5 BTC|62,000.0|63,000.0|+500.00 USDT',
  );
  it.each([
    ['closed ones', tabs('Closed P&L', 'Positions (0)', 'Closed P&L') + closed],
    ['closed ones, without tabs', `<h3>History</h3>${closed}`],
    [
      'closed ones with their profit, by the price they were closed at',
      `<h3>History</h3>${list(
        'Contract|Side|Size|Entry price|Exit price|PnL',
        'ETHUSDT|Long|3 ETH|3,300.0|3,400.0|+300.00 USDT',
      )}`,
    ],
    [
      'those of a bot, where the page says that there are none',
      `<p>Positions (0)</p><p>No open positions</p><h3>Bots</h3>${list(
        'Contract|Side|Size|Entry price|Mark price',
        'ETHUSDT|Long|3 ETH|3,300.0|3,400.0',
      )}`,
    ],
    [
      'closed ones with their profit, by the tabs',
      tabs('Position history', 'Positions (1)', 'Position history') +
        list(
          'Contract|Side|Size|Entry price|Close price|PnL',
          'ETHUSDT|Long|3 ETH|3,300.0|3,400.0|+300.00 USDT',
        ),
    ],
    [
      'closed ones with their profit, by a class of the tabs',
      `<div class="r"><div>Positions(1)</div><div class="active">Position history</div></div>${list(
        'Contract|Side|Size|Entry price|PnL',
        'ETHUSDT|Long|3 ETH|3,300.0|+300.00 USDT',
      )}`,
    ],
    [
      'orders with the price they were filled at',
      `<h3>Orders</h3>${list(
        'Time|Symbol|Type|Side|Price|Avg. price|Amount|Status',
        '11-20 10:00|BTCUSDT|Limit|Buy|62,000.0|61,990.0|0.5 BTC|Filled',
      )}`,
    ],
    [
      'closed ones as cards',
      '<div><b>BTCUSDT</b> <span>Long</span><p class="r"><span>Size</span><span>0.5 BTC</span></p><p class="r"><span>Entry price</span><span>62,000.0</span></p><p class="r"><span>Exit price</span><span>63,000.0</span></p></div>',
    ],
    ['none shown where the tab counts two', '<p>Positions (2)</p><p>No open positions</p>'],
  ])('%s', async (_, lists) => {
    await expectReading({ lists }, { positions: 'unknown', complete: 'unknown' });
  });

  it('open ones are still read', async () => {
    const lists =
      tabs('Positions (1)', 'Positions (1)', 'Position history') +
      list(
        'Contract|Side|Size|Entry price|Mark price|Liq. price',
        'ETHUSDT|Long|3 ETH|3,300.0|3,400.0|2,900.0',
      );
    const positions = [
      {
        symbol: 'ETHUSDT',
        side: 'long',
        size: '3',
        entryPrice: '3300',
        markPrice: '3400',
        liquidationPrice: '2900',
      },
    ];
    await expectReading({ lists }, { positions, complete: 'true' });
  });
});

describe('a mode that is not in force', () => {
  const button = '<div class="r"><button type="button">10x</button></div>';
  const chosen =
    '<div class="r"><button type="button">Isolated</button><button type="button">10x</button></div>';
  it.each([
    [
      'a switch that is off',
      `<div class="r"><span>Isolated margin</span><span role="switch" aria-checked="false" class="switch"></span></div>${button}`,
    ],
    [
      'a box that is not ticked',
      `<div class="r"><span>Cross</span><span class="switch"><input type="checkbox"></span></div>${button}`,
    ],
    [
      'a sum of money that is on it',
      `${button}<p class="r"><span>Isolated margin</span><span>200.00 USDT</span></p>`,
    ],
    ['a sum behind its word', `${button}<p>Cross margin: 1,204.55 USDT</p>`],
    [
      'chosen in a chooser that is open in the ticket',
      `${chosen}<div><button type="button" aria-pressed="true">Cross</button><button type="button" aria-pressed="false">Isolated</button><button type="button">Confirm</button></div>`,
    ],
    [
      'chosen there by a class',
      `${chosen}<div><div class="active">Cross</div><div>Isolated</div><button type="button">Confirm</button></div>`,
    ],
  ])('%s', async (_, mode) => {
    await expectReading({ mode }, { marginMode: 'unknown' });
  });

  it('is told from one whose switch is on', async () => {
    const mode = `<div class="r"><span>Isolated margin</span><span role="switch" aria-checked="true" class="switch"></span></div>${button}`;
    await expectReading({ mode }, { marginMode: 'isolated', leverage: '10' });
  });
});

it.each([
  ['typed', '<div><label for="l">Leverage</label><input id="l" value="50"></div>'],
  ['shown', '<div class="r"><span>Leverage</span><span>50x</span></div>'],
])('takes no leverage %s in a chooser for the one in force', async (_, chooser) => {
  await expectReading(
    { mode: `${plain.mode}<div>${chooser}<button type="button">Confirm</button></div>` },
    { leverage: 'unknown', marginMode: 'isolated' },
  );
});

describe('a type of order that the dictionary does not know', () => {
  it.each([
    ['chosen by a class', '<span>Limit</span><span>Market</span><span class="active">Peg to the book</span>'],
    ['drawn as chosen', '<span>Limit</span><span>Market</span><span style="color: red">Peg</span>'],
  ])('%s', async (_, types) => {
    await expectReading({ type: `<div class="r">${types}</div>` }, { orderType: 'unknown' });
  });

  it('a switch for market orders that is off', async () => {
    const type =
      '<div class="r"><span>Market order</span><span role="switch" aria-checked="false" class="switch"></span></div>';
    await expectReading({ type }, { orderType: 'unknown', price: '64000' });
  });
});

describe('inputs that are switched off', () => {
  const stops = (box: string, more: string) =>
    `<div><label><input type="checkbox" ${box}> TP/SL</label><p><label for="t">Take profit</label><input id="t" ${more} value="70,000.0"></p><p><label for="l">Stop loss</label><input id="l" ${more} value="60,000.0"></p></div>`;
  it.each([
    ['disabled', stops('', 'disabled')],
    ['to be read only, their box not ticked', stops('', 'readonly')],
  ])('stops: %s', async (_, html) => {
    await expectReading({ stops: html }, { stopLoss: 'unknown', takeProfit: 'unknown' });
  });

  it('stops that are on are read', async () => {
    await expectReading({ stops: stops('checked', 'readonly') }, { stopLoss: '60000', takeProfit: '70000' });
  });

  it('a price that the best one of the book stands in for', async () => {
    const price =
      '<div><label for="p">Price (USDT)</label><input id="p" disabled value="64,000.0"><button type="button" aria-pressed="true">BBO</button></div>';
    await expectReading({ price }, { price: 'unknown', orderType: 'limit' });
  });
});

describe('figures behind their captions', () => {
  it.each([
    ['an abbreviation of its own', '<p>Available: 1.2<small>K</small> USDT</p>'],
    ['a fraction of its own', '<p>Available: 120<small>.55</small> USDT</p>'],
    ['a percent sign of its own', '<p>Available: 25<small>%</small></p>'],
  ])('%s', async (_, money) => {
    await expectReading({ money }, { available: 'unknown' });
  });

  it('zeros counted in small figures', async () => {
    const header = '<b>BTCUSDT</b><p>Mark: 0.0<sub>4</sub>1234</p><p>Last: 0.0<sub>4</sub>1230</p>';
    await expectReading({ header }, { markPrice: 'unknown', lastPrice: 'unknown' });
  });

  it.each([
    [
      'another dollar than the contract settles in',
      '<p class="r"><span>Available</span><span>500.00 USDC</span></p>',
    ],
    [
      'its name in an element of its own',
      '<p class="r"><span>Available</span><b>500.00</b><span>USDC</span></p>',
    ],
    [
      'that of the caption to the left',
      '<div style="display: grid; grid-template-columns: 1fr 1fr"><span>Equity</span><span>Available</span><span>2,000.00</span><span>1,204.55</span></div>',
    ],
    [
      'that of a caption that is not known',
      '<div style="display: grid; grid-template-columns: 1fr 1fr"><span>Bonus</span><span>Available</span><span>100.00</span><span>1,204.55</span></div>',
    ],
  ])('%s', async (_, money) => {
    await expectNotWrong({ money }, { available: money.includes('1,204.55') ? '1204.55' : 'unknown' });
  });

  it('the coin the contract settles in, in an element of its own', async () => {
    const money = '<p class="r"><span>Available</span><b>500.00</b><span>USDT</span></p>';
    await expectReading({ money }, { available: '500', currency: 'USDT' });
  });

  it.each([
    ['one of each direction behind it', '<span>Liq. price</span><span>58,000.0</span><span>70,000.0</span>'],
    ['one of each direction around it', '<span>58,000.0</span><span>Liq. price</span><span>70,000.0</span>'],
  ])('a liquidation price, %s', async (_, row) => {
    await expectReading({ stops: `<p class="r">${row}</p>` }, { pageLiquidationPrice: 'unknown' });
  });

  it('figures that stand above their captions', async () => {
    const money =
      '<div style="display: flex; flex-direction: column"><b>1,204.55 USDT</b><small>Available</small><b>2,000.00 USDT</b><small>Equity</small></div>';
    await expectReading({ money }, { available: '1204.55', equity: '2000' });
  });
});

describe('a page on its way to another contract', () => {
  const url = 'https://newdex.example/futures/ETHUSDT';
  const unknown = { symbol: 'unknown', markPrice: 'unknown', price: 'unknown', leverage: 'unknown' };
  it('is of neither while its header names the one before', async () => {
    const size = '<div><label for="s">Size (USDT)</label><input id="s" value="3,200.00"></div>';
    await expectReading({ size }, unknown, url);
  });

  it('is not taken for one by a name whose text is in pieces', async () => {
    const header =
      '<b>1000BO<!-- -->NKUSDT</b><p class="r"><span>Mark price</span><span>0.021</span></p><script>{const b = document.querySelector("b"); b.childNodes[1].remove();}</script>';
    const price = '<div><label for="p">Price (USDT)</label><input id="p" value="0.0205"></div>';
    const size = '<div><label for="s">Size (USDT)</label><input id="s" value="3,200.00"></div>';
    const bonk = 'https://newdex.example/futures/1000BONKUSDT';
    await expectReading({ header, price, size }, { symbol: '1000BONKUSDT', price: '0.0205' }, bonk);
  });

  it('is not taken for one by the card of a position', async () => {
    const header =
      '<b>ETHUSDT perpetual contract</b><p class="r"><span>Mark price</span><span>3,422.48</span></p>';
    const lists =
      '<p>Positions (1)</p><div><b>BTCUSDT</b> <span>Long</span><p class="r"><span>Size</span><span>0.5 BTC</span></p><p class="r"><span>Entry price</span><span>62,000.0</span></p><p class="r"><span>Mark price</span><span>64,151.1</span></p></div>';
    const price = '<div><label for="p">Price (USDT)</label><input id="p" value="3,400.00"></div>';
    await expectReading(
      { header, lists, price, size: '<div><label for="s">Size (ETH)</label><input id="s" value="2"></div>' },
      { marginMode: 'isolated', leverage: '10', price: '3400' },
      url,
    );
  });
});

describe('buttons that name the coin of a contract nobody else names', () => {
  it.each([
    ['#buy', 'long'],
    ['#sell', 'short'],
  ])('%s is one', async (button, side) => {
    const html = ticket({ header: '<b>Solana perpetual</b>' })
      .replace('<button>Buy / Long<', '<button id="buy">Buy SOL<')
      .replace('<button>Sell / Short<', '<button id="sell">Sell SOL<');
    const open = await openReaderPage(browser, script, { html, url: 'https://newdex.example/trade' });
    try {
      expect((await open.read()).health.scope).toBe('ticket');
      const pressed = await open.press(button);
      expect(pressed?.reading.side).toMatchObject({ known: true, value: side });
      expect(pressed?.reading.symbol).toMatchObject({ known: false });
    } finally {
      await open.close();
    }
  });
});

describe('a contract whose name says no coin that it settles in', () => {
  const header =
    '<b>SOL-PERP</b><p class="r"><span>Mark price</span><span>151.639</span></p><p class="r"><span>Last price</span><span>151.600</span></p>';
  const money = '<p class="r"><span>Available</span><span>1,204.55 USDC</span></p>';
  const price = '<div><label for="p">Price</label><input id="p" value="150.25"></div>';
  const size = '<div><label for="s">Size (SOL)</label><input id="s" value="2"></div>';
  const lists =
    tabs('Positions (2)', 'Positions (2)', 'Orders (0)') +
    list(
      'Market|Side|Size|Entry price|Mark price|Liq. price',
      'SOL-PERP|Long|12 SOL|150.000|151.639|136.512',
      'ETH-PERP|Short|3.5 ETH|3,500.00|3,422.48|4,174.95',
    );

  it('is named by the address', async () => {
    await expectReading(
      { header, money, price, size, lists },
      {
        symbol: 'SOL-PERP',
        size: '2',
        sizeUnit: 'base',
        sizeBase: '2',
        available: '1204.55',
        currency: 'USDC',
        markPrice: '151.639',
        positions: [
          {
            symbol: 'SOL-PERP',
            side: 'long',
            size: '12',
            entryPrice: '150',
            markPrice: '151.639',
            liquidationPrice: '136.512',
          },
          {
            symbol: 'ETH-PERP',
            side: 'short',
            size: '3.5',
            entryPrice: '3500',
            markPrice: '3422.48',
            liquidationPrice: '4174.95',
          },
        ],
      },
      'https://newdex.example/SOL-PERP',
    );
  });

  it.each(['trade-perp', 'TRADE-PERP', 'SOL-PERP/ETH-PERP', 'SOLPERP', 'perp/SOL'])(
    'is not by %s',
    async (path) => {
      const nameless = header.replace('SOL-PERP', 'Solana');
      await expectReading(
        { header: nameless, money, price, size },
        { symbol: 'unknown' },
        `https://newdex.example/${path}`,
      );
    },
  );

  it.each([
    ['as it is', '<b>SOL-PERP</b>', 'SOL-PERP'],
    ['in words', '<b>SOL Perpetual</b>', 'SOL-PERP'],
    ['with its quote beside it', '<b>SOL-PERP</b> <i>SOL-USDC</i>', 'SOLUSDC'],
    ['beside another one', '<b>SOL-PERP</b> <i>ETH-PERP</i>', 'unknown'],
    ['in a sentence', '<b>SOL perpetual contract</b>', 'unknown'],
  ])('is named by the header, %s', async (_, name, symbol) => {
    await expectReading(
      { header: header.replace('<b>SOL-PERP</b>', name), money, price, size },
      { symbol, ...(symbol === 'unknown' ? {} : { sizeBase: '2' }) },
      'https://newdex.example/perpetual/sol',
    );
  });

  it('is not told while address and header name two', async () => {
    await expectReading(
      { header, money, price, size },
      { symbol: 'unknown', markPrice: 'unknown', price: 'unknown' },
      'https://newdex.example/ETH-PERP',
    );
  });

  const row = (text: string) => `<p class="r"><span>Available</span><span>${text}</span></p>`;
  it.each([
    ['coins of the contract', row('8.03 SOL')],
    ['dollars that are none of a coin', row('1,204.55 USD')],
    ['a sign', row('$1,204.55')],
    ['another coin', row('0.35 ETH')],
    ['two coins', `${row('1,204.55 USDC')}<p class="r"><span>Equity</span><span>8.03 SOL</span></p>`],
    ['nothing', ''],
  ])('is not settled by a ticket whose money is in %s', async (_, paid) => {
    await expectReading(
      { header, money: paid, price, size, lists },
      { symbol: 'SOL-PERP', size: '2', sizeUnit: 'base', sizeBase: 'unknown', positions: 'unknown' },
      'https://newdex.example/SOL-PERP',
    );
  });

  it('is settled by it as much where it is called a dollar', async () => {
    const url = 'https://newdex.example/trade/SOL-USD';
    const named = header.replace('SOL-PERP', 'SOL-USD');
    const said = { symbol: 'SOL-USD', size: '2', sizeUnit: 'base' };
    await expectReading({ header: named, money, price, size }, { ...said, sizeBase: '2' }, url);
    const paid = row('8.03 SOL');
    await expectReading({ header: named, money: paid, price, size }, { ...said, sizeBase: 'unknown' }, url);
  });
});

describe('reduce-only as one of two to choose from', () => {
  const native = (open: string, reduce: string) =>
    `<div class="r"><label><input type="radio" name="e" ${open}> Open</label><label><input type="radio" name="e" ${reduce}> Reduce only</label></div>`;
  const drawn = (open: boolean) =>
    `<div role="radiogroup" class="r"><div role="radio" aria-checked="${open}"><span>Open</span></div><div role="radio" aria-checked="${!open}"><span>Reduce only</span></div></div>`;

  it.each([
    ['chosen', native('', 'checked'), 'true'],
    ['not chosen', native('checked', ''), 'false'],
    ['chosen, drawn by the page', drawn(false), 'true'],
    ['not chosen, drawn by the page', drawn(true), 'false'],
  ])('%s', async (_, radios, reduceOnly) => {
    const html = ticket({ stops: radios }).replace('<label><input type="checkbox"> Reduce only</label>', '');
    const open = await openReaderPage(browser, script, { html, url: address });
    try {
      const { reading } = await open.read();
      expect(compareReading(reading, { reduceOnly })).toMatchObject([{ outcome: 'read' }]);
    } finally {
      await open.close();
    }
  });
});

it.each(['Review order', 'Create limit order', 'Open position', 'Place trade'])(
  'takes %s below the size for the order button, and the buttons above it for its sides',
  async (text) => {
    const sides =
      '<div class="r"><button type="button" class="active">Buy</button><button type="button">Sell</button></div>';
    const html = ticket({ mode: `${sides}${plain.mode}` })
      .replace('<button>Buy / Long<', `<button id="send">${text}<`)
      .replace('<button>Sell / Short</button>', '');
    const open = await openReaderPage(browser, script, { html, url: address });
    try {
      const pressed = await open.press('#send');
      expect(pressed?.reading.side).toMatchObject({ known: true, value: 'long' });
      expect(pressed?.reading.effect).toMatchObject({ known: true, value: 'open' });
      expect(await open.press('form > div button')).toBeNull();
    } finally {
      await open.close();
    }
  },
);

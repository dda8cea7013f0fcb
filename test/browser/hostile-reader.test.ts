import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import type { TicketFieldName } from '../../src/domain/ticket-reading.ts';
import { guardedUrl, guardPage } from '../e2e/guard-page.ts';
import { bundleReader, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';

/** Pages that want to be misread. A field may come out unknown; what differs from what a person sees there may not. */

let browser: Browser;
let open: ReaderPage;

beforeAll(async () => {
  const [started, script] = await Promise.all([launchChromium(), bundleReader()]);
  browser = started;
  open = await openReaderPage(browser, script, { html: '', url: guardedUrl });
});
afterAll(() => browser?.close());

interface Timed {
  readonly state: TicketState;
  readonly pressed: TicketState | null;
  /** Milliseconds of the quickest of five reads, of twenty where those were slow: a pause of the machine is not the reader's. */
  readonly ms: number;
}

const capMs = 50;
const typed = guardPage().replace('name="unitAmount"', 'name="unitAmount" value="0.1"');

/** Draws a page in the one document there is, changes it, reads it and presses its button. */
async function read(
  html: string,
  { url = guardedUrl, change }: { readonly url?: string; readonly change?: () => void } = {},
): Promise<Timed> {
  await open.page.evaluate(
    ([text, address]) => {
      const { readMutated } = globalThis as unknown as {
        readMutated(html: string, url: string, name: string, language: string, price: string): unknown;
      };
      readMutated(text, address, '', 'en', '');
    },
    [html, url] as const,
  );
  if (change !== undefined) await open.page.evaluate(change);
  return open.page.evaluate((cap) => {
    const call = globalThis as unknown as {
      readTicket(): TicketState;
      pressTicket(selector: string): TicketState | null;
    };
    let ms = Number.POSITIVE_INFINITY;
    let state = call.readTicket();
    for (let round = 0; round < 5 || (round < 20 && ms >= cap); round += 1) {
      const start = performance.now();
      state = call.readTicket();
      ms = Math.min(ms, performance.now() - start);
    }
    return { state, pressed: call.pressTicket('#buy'), ms };
  }, capMs);
}

async function field(html: string, name: TicketFieldName, url?: string): Promise<string> {
  const { state } = await read(html, url === undefined ? {} : { url });
  const found = state.reading[name];
  return found.known ? String(found.value) : `unknown: ${found.why}`;
}

const withText = (from: string, to: string) => {
  expect(typed).toContain(from);
  return typed.replaceAll(from, to);
};

it('reads the page that the others are made of', async () => {
  const { state, pressed } = await read(typed);
  const { symbol, marginMode, leverage, size, available } = state.reading;
  expect([symbol, marginMode, leverage, size, available].map((each) => each.known && each.value)).toEqual([
    'BTCUSDT',
    'cross',
    '20',
    '0.1',
    '2000.00',
  ]);
  expect(pressed?.reading.side).toMatchObject({ known: true, value: 'long' });
});

describe('a figure that is drawn otherwise than it is written', () => {
  // 2,000.00 as written; what a person sees is on the right.
  it.each([
    ['an override to the left', '\u202e00.000,2\u202c'],
    ['an override to the left of a figure that reads either way', '\u202e1,000.00\u202c'],
    ['an override left open', '\u202e2,000.00'],
    ['a <bdo> around it', '<bdo dir="rtl">2,000.00</bdo>'],
    ['a style that turns it', '<b style="unicode-bidi:bidi-override;direction:rtl">2,000.00</b>'],
    ['digits struck through', '2\u0336,000.00'],
    ['digits in circles', '②,000.00'],
    ['a digit of another script', '2,০০0.00'],
    ['a filler that takes room', '2\u3164000.00'],
    ['a figure in pieces', '<i>2</i>,<i>000.00</i>'],
    ['markup', '&lt;img src=x onerror=alert(1)&gt;2,000.00'],
  ])('is not taken for an amount: %s', async (_, text) => {
    expect(await field(withText('2,000.00 USDT', `${text} USDT`), 'available')).toMatch(/^unknown/);
  });

  it.each([
    ['a space of no width', '2,\u200b000.00'],
    ['a joiner', '2\u2060,000.00'],
    ['marks of direction around it', '\u200e2,000.00\u200e'],
    ['digits of full width', '２,000.00'],
  ])('is read where it looks as it is written: %s', async (_, text) => {
    expect(await field(withText('2,000.00 USDT', `${text} USDT`), 'available')).toBe('2000.00');
  });

  it.each(['\u202e1.0', '\u202d0.1', '0.1\u0336', '0.\u06601', '0,1.0', '１.১'])(
    'is not taken for a typed size: %j',
    async (value) => {
      const size = await field(withText('value="0.1"', `value="${value}"`), 'size');
      expect(size === '0.01' || size.startsWith('unknown')).toBe(true);
    },
  );

  it('is no leverage, nor a price, under an override', async () => {
    expect(await field(withText('>20x<', '>\u202e02x<'), 'leverage')).toMatch(/^unknown/);
    expect(await field(withText('>20x<', '><bdo dir="rtl">02x</bdo><'), 'leverage')).toMatch(/^unknown/);
    expect(
      await field(
        withText('value="60000"', 'value="60000" style="unicode-bidi:bidi-override;direction:rtl"'),
        'price',
      ),
    ).toMatch(/^unknown/);
  });
});

describe('the margin mode', () => {
  it.each([
    ['with a Cyrillic С', 'Сross'],
    ['with a Greek omicron', 'Crοss'],
    ['turned round', '\u202essorC'],
    ['turned round and spelt right', '\u202eCross'],
    ['turned by an element', '<bdo dir="rtl">Cross</bdo>'],
    ['with marks over it', 'Cr\u0336oss'],
    ['as markup', '&lt;b&gt;Cross&lt;/b&gt;'],
    ['in pieces', '<i>Cro</i><i>ss</i>'],
  ])('is not known %s', async (_, text) => {
    expect(await field(withText('>Cross<', `>${text}<`), 'marginMode')).toMatch(/^unknown/);
  });

  it.each(['#000', 'rgb(255 0 0)', 'rgba(0,0,0,.5)', 'white'])(
    'is known in the colour %s',
    async (colour) => {
      const html = withText('id="mode"', `id="mode" style="color:${colour}"`);
      expect(await field(html, 'marginMode')).toBe('cross');
    },
  );

  it('is known where only what nobody sees is between its letters', async () => {
    expect(await field(withText('>Cross<', '>Cr\u200boss<'), 'marginMode')).toBe('cross');
  });

  it.each([
    [
      'beside it',
      (html: string) => html.replace('>Cross<', '>Cross<!-- --></button><button type="button">Isolated<'),
    ],
    [
      'in another row of the ticket',
      (html: string) =>
        html.replace(
          '<div class="pair"><span>Wallet',
          '<div class="pair"><span>Margin Mode</span><span>Isolated</span></div><div class="pair"><span>Wallet',
        ),
    ],
    [
      'above the ticket',
      (html: string) =>
        html.replace(
          '<div class="row"><button type="button" id="mode">',
          '<p>Isolated</p><div class="row"><button type="button" id="mode">',
        ),
    ],
    [
      'in a label of the button',
      (html: string) => html.replace('id="mode">Cross', 'id="mode">Cross <span>Isolated</span>'),
    ],
  ])('is not known where the page says another one %s', async (_, change) => {
    const html = change(typed);
    expect(html).not.toBe(typed);
    expect(await field(html, 'marginMode')).toBe('unknown: ambiguous');
  });

  it.each([
    ['display:none'],
    ['opacity:0'],
    ['position:absolute;left:-9999px'],
    ['width:0;height:0;overflow:hidden;position:absolute'],
    ['clip-path:inset(50%);position:absolute'],
    ['font-size:0;position:absolute'],
    ['transform:scale(0);position:absolute'],
    ['color:transparent;position:absolute'],
  ])('is never the word that is hidden by %s', async (style) => {
    const html = withText('id="mode">Cross', `id="mode">Сross<span style="${style}">Isolated</span>`);
    expect(await field(html, 'marginMode')).toMatch(/^unknown/);
  });
});

describe('a text that is shown as where a field was read from', () => {
  it.each([
    ['Avbl', 'Av\u200bbl'],
    ['Avbl', '\u2067Avbl\u2069'],
  ])('is %j for %j', async (shown, text) => {
    const { state } = await read(withText('<span>Avbl</span>', `<span>${text}</span>`));
    expect(state.reading.available).toMatchObject({ known: true, from: { how: 'label', anchor: shown } });
  });
});

describe('a name', () => {
  const url = (name: string) => `https://dydx.trade/trade/${encodeURIComponent(name)}-USD`;

  it('of a contract is one', async () => {
    expect(await field(typed, 'symbol', url('BTC'))).toBe('BTC-USD');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '\u202eCTB',
    'BT\u200bC',
    'B'.repeat(200),
    'BTC"onload="',
    'BTC\nETH',
    'ВТС',
  ])('in the address is not taken over, whatever the page shows: %j', async (name) => {
    expect(await field(typed, 'symbol', url(name))).toMatch(/^(?:unknown|BTC$)/);
  });
});

const million = 1_000_000;

describe(`a text of a million characters costs less than ${capMs} ms`, () => {
  const big: Readonly<Record<string, () => void>> = {
    'in the label of a field': () => {
      const label = document.querySelector('label.field span');
      if (label !== null) label.textContent = `Price ${'9'.repeat(1_000_000)}`;
    },
    'of spaces in a label': () => {
      const label = document.querySelector('label.field span');
      if (label !== null) label.textContent = `Price${' '.repeat(1_000_000)}x`;
    },
    'in a figure': () => {
      const figure = document.querySelector('.pair span:last-child');
      if (figure !== null) figure.textContent = `${'1,'.repeat(500_000)}000.00 USDT`;
    },
    'of brackets': () => {
      const label = document.querySelector('.pair span');
      if (label !== null) label.textContent = `Avbl ${'('.repeat(1_000_000)}`;
    },
    'in the field itself': () => {
      const size = document.querySelector<HTMLInputElement>('#size');
      if (size !== null) size.value = `0.${'1 '.repeat(500_000)}`;
    },
    'on an order button': () => {
      const button = document.querySelector('#sell');
      if (button !== null) button.textContent = `Sell ${'short '.repeat(170_000)}`;
    },
    'in the title': () => {
      document.title = `${'A1'.repeat(500_000)} | ${'BTC-USDT '.repeat(100)}`;
    },
    'in attributes': () => {
      const size = document.querySelector('#size');
      for (const name of ['class', 'aria-label', 'placeholder', 'aria-labelledby', 'step', 'data-state'])
        size?.setAttribute(name, 'not-active '.repeat(90_000));
      document.querySelector('#mode')?.setAttribute('class', 'x-active '.repeat(110_000));
    },
    'in the table of positions': () => {
      const body = document.querySelector('tbody');
      const row = body?.appendChild(document.createElement('tr'));
      for (let cell = 0; cell < 5; cell += 1)
        row?.appendChild(document.createElement('td')).append('BTCUSDT 1,000 '.repeat(15_000));
    },
    'in a header of the table': () => {
      const header = document.querySelector('th');
      if (header !== null) header.textContent = `Symbol ${'/ '.repeat(500_000)}`;
    },
    'anywhere on the page': () => {
      document.body.append('Mark Price '.repeat(90_000));
    },
    'of emoji and marks': () => {
      document.querySelector('#ticket')?.prepend('e\u0301\u{1f600}\u200d'.repeat(20_000));
    },
  };

  it.each(Object.keys(big))('%s', async (name) => {
    const { ms, state } = await read(typed, { change: big[name] as () => void });
    expect(ms).toBeLessThan(capMs);
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });

  it('in the address', async () => {
    const { ms, state } = await read(typed, { url: `${guardedUrl}?${'x=BTCUSDT/'.repeat(million / 500)}` });
    expect(ms).toBeLessThan(capMs);
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });
});

describe('names of the page that stand for members of its objects', () => {
  const members =
    'parentElement parentNode children childNodes localName nodeName nodeType getAttribute hasAttribute matches closest contains querySelector querySelectorAll getElementsByTagName getBoundingClientRect checkVisibility ownerDocument getRootNode shadowRoot textContent attributes classList compareDocumentPosition isConnected nextElementSibling previousElementSibling'.split(
      ' ',
    );

  it.each(members)('%s in a form', async (name) => {
    const html = guardPage({ kind: 'form' })
      .replace('name="unitAmount"', 'name="unitAmount" value="0.1"')
      .replace(
        '<label class="field"><span>Price',
        `<input name="${name}" type="hidden"><label class="field"><span>Price`,
      );
    const { state, pressed } = await read(html);
    for (const field of [state.reading.marginMode, state.reading.size, state.reading.symbol])
      expect(field).toMatchObject({ known: false, why: 'ambiguous' });
    expect(state.health.scope).toBe('ticket');
    // A press is still one, and opens for all that is known of it.
    expect(pressed?.reading.effect).toMatchObject({ known: true, value: 'open' });
  });
});

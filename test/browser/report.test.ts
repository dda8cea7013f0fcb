import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePages } from './reader/corpus.ts';
import { bundleForPage, launchChromium, openPage } from './reader/reader-page.ts';

let browser: Browser;
let script: string;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./reader/report-entry.ts', import.meta.url));
  [browser, script] = await Promise.all([launchChromium(), bundleForPage(entry)]);
});
afterAll(() => browser.close());

async function reportOf(html: string, url: string): Promise<string> {
  const open = await openPage(browser, script, { html, url });
  try {
    return await open.page.evaluate('report()');
  } finally {
    await open.close();
  }
}

const url = 'https://newex.example/futures/BTCUSDT?uid=998877';

describe('the report a trader can paste into an issue', () => {
  it('tells the build of the ticket and how each field was read', async () => {
    const page = new URL('../fixtures/venues/okx/hedge-isolated-two-leverages.html', import.meta.url);
    const text = await reportOf(readFileSync(page, 'utf8'), 'https://www.okx.com/trade-swap/btc-usdt-swap');
    expect(text).toContain('venue: okx, read by recipe, tickets: ticket');
    expect(text).toContain('  size: recipe .size-input input.okui-input-input:not([type=hidden])');
    expect(text).toContain('  leverage: ambiguous');
    expect(text).toMatch(/div role="tab" data-pane-id="open" aria-selected="true"\n\s+"Open"/);
    expect(text).toMatch(/button class="okui-btn okui-positivebutton"\n\s+"Open long"/);
    expect(text).toContain('placeholder="Single contract value # BTC"');
  });

  it('holds no figure and no word of the account', async () => {
    const html = `<!doctype html><html lang="en"><body>
      <form data-owner="jane"><p>jane.doe@mail.example UID 99887766</p><p>Welcome back, Jane</p>
      <button type="button">Isolated</button><button type="button">12x</button>
      <p><span>Available</span><span>4,321.09 USDT</span></p>
      <label for="p7">Price (USDT)</label><input id="p7" value="62,500.5" title="Jane's price">
      <label for="s">Size (BTC)</label><input id="s" value="0.5" placeholder="Min 0.001">
      <button>Buy / Long</button><button>Sell / Short</button><b class="css-1a2b3c plain">١٬٢٠٤</b></form></body></html>`;
    const text = await reportOf(html, url);
    const ticket = text.slice(text.indexOf('ticket:\n'));
    expect(ticket.length).toBeGreaterThan(200);
    expect(ticket).not.toMatch(/\p{Nd}/u);
    expect(text).not.toMatch(/jane|doe|mail|welcome|998877|css-/i);
    expect(text).toContain('label for="p#"');
    expect(text).toContain('"Price (USDT)"');
  });

  it('takes neither capitals nor what stands in brackets for words of the screen', async () => {
    const html = `<!doctype html><html lang="en"><body>
      <form data-name="Jane Doe" aria-label="Order form of JANE DOE" name='{"nick":"jane"}'><p>JANEDOE</p><p>JANE DOE 5 USDT</p>
      <button type="button">Isolated</button><button type="button">12x</button>
      <p><span>Available (JANE)</span><span>4,321.09 USDT</span></p><p>Amount (Jane Doe)</p>
      <label for="p">Price (USDT)</label><input id="p" value="62,500.5">
      <label for="s">Size (PENGU)</label><input id="s" value="0.5"><p>5 PENGU</p>
      <button>Buy / Long</button><button>Sell / Short</button></form></body></html>`;
    const text = await reportOf(html, 'https://newex.example/futures/PENGUUSDT');
    expect(text).toContain('tickets: ticket');
    expect(text).not.toMatch(/jane|doe/i);
    expect(text).toContain('"# PENGU"');
    expect(text).toContain('"Available (…)"');
  });

  it('shows the forms of a page on which no ticket was made out', async () => {
    const html = `<!doctype html><html><body><nav><input type="search"><button>Go</button></nav>
      <div id="ticket"><div><input name="kiasi" value="5"></div><div><button>Nunua</button></div></div></body></html>`;
    const text = await reportOf(html, url);
    expect(text).toContain('tickets: none');
    expect(text).toMatch(/div id="ticket"[\s\S]*input name="kiasi"[\s\S]*"Nunua"/);
  });

  it('stays short on every page of the corpus', async () => {
    const open = await openPage(browser, script, { html: '<!doctype html><body></body>', url });
    for (const { html, name } of fixturePages().slice(0, 40)) {
      const text: string = await open.page.evaluate(
        `document.open(); document.write(${JSON.stringify(html)}); document.close(); report()`,
      );
      expect(text.length, name).toBeLessThan(40_000);
      expect(text.split('ticket:\n')[1] ?? '', name).not.toMatch(/\p{Nd}/u);
    }
    await open.close();
  });
});

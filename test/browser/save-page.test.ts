import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scrubbed } from '../../tools/save-page/page-entry.ts';
import { bundleForPage, launchChromium, openPage } from './reader/reader-page.ts';

let browser: Browser;
let script: string;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../tools/save-page/page-entry.ts', import.meta.url));
  [browser, script] = await Promise.all([launchChromium(), bundleForPage(entry)]);
});
afterAll(() => browser.close());

const url = 'https://newex.example/futures/BTCUSDT';

/** A screen with all that must not leave the machine of whoever saved it. */
const saved = `<!doctype html><html lang="en"><head><title>jane</title><style>
  .row { display: flex; gap: 8px } .ticket { width: 320px } .gone { display: none }
  i.sr { position: absolute; width: 1px; height: 1px; overflow: hidden }
</style><script>window.account = 'secret-script'</script></head>
<body>
<header class="row"><b>BTCUSDT</b><span>Mark price</span><span>63,123.5</span><a href="/u/jane.doe" title="Jane Doe">Jane Doe</a>
<img src="https://newex.example/avatar/998877" alt="Jane Doe"><span data-user='{"uid":99887766}'>UID 99887766</span></header>
<form class="ticket" id="unitForm-225" data-order="20261121998877" onclick="send('jane')">
  <div class="row"><button type="button">Isolated</button><button type="button">12x</button></div>
  <p class="row"><span>Available</span><span>4,321.09 USDT</span></p>
  <label for="p">Price (USDT)</label><input id="p" name="price">
  <label for="s">Size (BTC)</label><input id="s" value="0.5">
  <div class="gone"><label for="s2">Size (BTC)</label><input id="s2" value="0.9"></div>
  <label><input id="only" type="checkbox"> Reduce only</label>
  <p>Wonderslip protection</p>
  <input type="password" value="hunter22">
  <div class="row"><button>Buy / Long</button><button>Sell / Short</button></div>
</form>
<table><tr><th>Symbol</th><th>Frobnication</th></tr><tr><td>BTCUSDT</td><td>0x12ab34cd…ef56 jane@mail.example</td></tr></table>
</body></html>`;

describe('a saved page, scrubbed', () => {
  let scrubbed: Scrubbed;
  let before: unknown;

  beforeAll(async () => {
    const open = await openPage(browser, script, { html: saved, url });
    // Typed and ticked by hand: neither stands in the page's own markup.
    await open.page.fill('#p', '62,500.5');
    await open.page.check('#only');
    before = await open.page.evaluate('howRead()');
    scrubbed = await open.page.evaluate(`scrubPage(['BTCUSDT'])`);
    await open.close();
  });

  it('holds no figure, name, id, address or script of the page', () => {
    const secrets =
      /jane|doe|hunter22|secret|99887766|998877|4,321|4321\.09|62,500|63,123|12ab34|mail\.example|avatar|onclick|<script|<style|src=/i;
    expect(scrubbed.html.match(secrets)).toBeNull();
  });

  it('keeps words, attributes, states and what is hidden', () => {
    expect(scrubbed.html).toMatch(/<button type="button"[^>]*>Isolated<\/button>/);
    expect(scrubbed.html).toContain('>12x<');
    expect(scrubbed.html).toContain('id="unitForm-225"');
    expect(scrubbed.html).toMatch(/<div class="gone" style="display:none">/);
    expect(scrubbed.html).toMatch(/<input id="only" type="checkbox" checked=""/);
    expect(scrubbed.html).toMatch(/<input id="p" name="price" value="\d\d,\d{3}\.\d"/);
  });

  it('is read from the same places as before', async () => {
    const open = await openPage(browser, script, { html: scrubbed.html, url });
    expect(await open.page.evaluate('howRead()')).toEqual(before);
    expect(before).toMatchObject({
      marginMode: 'label',
      available: 'label',
      size: 'label',
      reduceOnly: 'label',
    });
    await open.close();
  });

  it('names the words a person has to look through', () => {
    expect([...scrubbed.unfamiliar].sort()).toEqual(['Frobnication', 'Wonderslip protection']);
  });
});

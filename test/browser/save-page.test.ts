import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      tickets: 'ticket',
      fields: { marginMode: 'label', available: 'label', size: 'label', reduceOnly: 'label' },
    });
    await open.close();
  });

  it('names the words a person has to look through, and nothing else', () => {
    expect([...scrubbed.unfamiliar].sort()).toEqual(['Frobnication', 'Wonderslip protection']);
    expect(scrubbed.names).toEqual(['attribute: data-user']);
    expect(scrubbed.kept).toEqual(['BTCUSDT', 'BTC', 'USDT']);
  });
});

/** Everything by which a person or an account could be known, wherever a page can write it. */
const hostile = `<!doctype html><html lang="jane-doe"><head><title>Jane</title><style>
  .grid { display: grid; grid-template-columns: [janeline] 100px [doeline] 100px }
  .pic { clip-path: url(#janeclip) }
</style></head>
<body data-name="Jane Doe" data-nick="janedoe" data-balance="18734.56" data-state='{"bal":18734.56,"nick":"jane"}'>
<jane-card uid-48213="x" data-doe-flag><p>x</p></jane-card>
<header class="grid pic"><b>BTCUSDT</b><span>Mark price</span><span>63,123.5</span>
  <p>JANEDOE</p><p>Referral JANEDOE77</p><p>LONGJANE77</p><p>Nickname: JANE DOE</p><p>JD</p><p>JANEUSDT</p>
  <p>Amount (Jane Doe)</p><p>Available: 5 Jane Doe</p><p>Position -- Jane</p><p>user id-99887</p><p>99887x</p><p>王</p>
  <p>Ⓙⓐⓝⓔ</p><p>🦄👑</p><p>Mark Long</p><p contenteditable="true">note to Jane</p><textarea>Jane's note</textarea>
  <p role="janedoe" lang="jane" tabindex="48213" aria-level="48213" aria-roledescription="Jane">Perpetual</p>
  <a rel="jane" href="/u/jane" download="jane.csv" hx-vals="Jane">Perp</a><time datetime="jane">永续</time>
  <progress max="18734.56" value="3"></progress><div role="slider" aria-valuenow="18734.56" aria-valuemax="18735"></div>
  <p id="user-janedoe" class="acct-jane-doe css-j4n3 row" name="Jane Doe" data-testid="uid-48213 balance-18.734">x</p></header>
<form class="ticket" id="unitForm-225" data-owner="Jane" aria-label="Order form of Jane Doe">
  <div><button type="button">Isolated</button><button type="button">12x</button></div>
  <p><span>Available</span><span>18,734.56 USDT</span></p><p>JANEDOE</p><p>Amount (JANE)</p><p>🦄 King</p>
  <label for="p">Price (USDT)</label><input id="p" name="price" value="62500" min="18734.56" max="18734.56" step="0.1">
  <label for="s">Size (BTC)</label><input id="s" value="0.5" list="jane-list" pattern="Jane" title="Jane's">
  <textarea>Jane's own note</textarea><select><option selected>Jane main</option></select>
  <div><button>Buy / Long</button><button>Sell / Short</button></div>
</form></body></html>`;

describe('a page that writes an account wherever it can', () => {
  let scrubbed: Scrubbed;

  beforeAll(async () => {
    const open = await openPage(browser, script, { html: hostile, url: `${url}?nick=JANEUSDT` });
    scrubbed = await open.page.evaluate('scrubPage([])');
    await open.close();
  });

  it('loses every figure, number and picture of it', () => {
    const found = /18,?734|18\.734|48213|99887|j4n3|🦄👑|Ⓙ|王|62500/u;
    expect(scrubbed.html.replace(/ style="[^"]*"/g, '').match(found)).toBeNull();
  });

  it('holds a name only where it is listed', () => {
    const tokens = new Set(scrubbed.html.match(/[^\s"'<>=/]*(?:jane|doe)[^\s"'<>=/]*/gi));
    const listed = [...scrubbed.unfamiliar, ...scrubbed.names].join(' ');
    expect([...tokens].filter((token) => !listed.includes(token))).toEqual([]);
  });

  it('holds names only in ids, classes, tags, attribute names and the words of the ticket', () => {
    expect(scrubbed.names.map((line) => line.replace(/\d+/g, '#')).sort()).toEqual(
      [
        'attribute: data-doe-flag data-nick data-owner hx-vals uid-#',
        'class: acct-jane-doe pic',
        'element: jane-card',
        'id: user-janedoe',
        'list: jane-list',
        'name: Doe Jane',
        'data-testid: uid-#',
      ].sort(),
    );
    expect([...scrubbed.unfamiliar].sort()).toEqual(
      [
        'Mark Long',
        'Order form of Jane Doe',
        'JANEDOE',
        'Amount (JANE)',
        '🦄 King',
        "Jane's",
        'Jane main',
      ].sort(),
    );
    expect(scrubbed.html).toContain('>Perpetual<');
    expect(scrubbed.html).toContain('>永续<');
    expect(scrubbed.html).toContain('step="0.1"');
    // Two pairs in the address settle no contract; what stands in its query is nobody's contract.
    expect(scrubbed.kept).toEqual(['BTCUSDT']);
  });
});

it('names the contract in the title where the address does not', async () => {
  const html =
    '<!doctype html><html><head><title>$1 | ETH USD | Jane</title></head><body><b>ETH/USD</b></body></html>';
  const open = await openPage(browser, script, { html, url: 'https://app.gmx.io/#/trade' });
  const { html: plain }: Scrubbed = await open.page.evaluate('scrubPage([])');
  await open.close();
  expect(plain).toContain('<title>Trade | ETH/USD</title>');
});

it('keeps the whole name of a contract with a date', async () => {
  const address = 'https://www.binance.com/en/futures/BTCUSDT_260925';
  const html = '<!doctype html><html><body><h1>BTCUSDT_260925</h1><p>BTCUSDT 260925 Perp</p></body></html>';
  const open = await openPage(browser, script, { html, url: address });
  const { html: plain }: Scrubbed = await open.page.evaluate('scrubPage([])');
  await open.close();
  expect(plain).toMatch(/<h1[^>]*>BTCUSDT_260925<\/h1>/);
  expect(plain).not.toContain('BTCUSDT 260925');
});

describe('npm run save-page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'save-page-'));
  const source = join(folder, 'page.html');
  const out = join(folder, 'out.html');
  const tool = fileURLToPath(new URL('../../tools/save-page.ts', import.meta.url));
  const call = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', tool, ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  beforeAll(() => writeFileSync(source, hostile));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says what it kept, and for what to look', () => {
    const { status, stdout } = call(source, '--url', url, '--out', out);
    expect(status).toBe(0);
    expect(stdout).toContain('The same fields are known');
    expect(stdout).toContain('Kept wherever they stand: BTCUSDT, BTC, USDT');
    expect(stdout).toContain('  Order form of Jane Doe\n');
    expect(stdout).toContain('  id: user-janedoe\n');
    expect(readFileSync(out, 'utf8')).not.toContain('18,734');
  });

  it('never writes over the saved page, and over another file only when asked', () => {
    expect(call(source, '--url', url, '--out', source, '--force')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is the saved page itself'),
    });
    writeFileSync(out, 'mine');
    expect(call(source, '--url', url, '--out', out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--force'),
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(readFileSync(source, 'utf8')).toBe(hostile);
    expect(call(source, '--url', url, '--out', out, '--force').status).toBe(0);
  });

  it('does not speak of success where no ticket was found', () => {
    const empty = join(folder, 'empty.html');
    writeFileSync(empty, '<!doctype html><html><body><h1>Wallet</h1></body></html>');
    const { stdout } = call(empty, '--url', url, '--out', join(folder, 'none.html'));
    expect(stdout).toContain("No ticket was found: is --url the order screen's?");
    expect(stdout).not.toContain('same fields');
    const spot = call(
      source,
      '--url',
      'https://www.binance.com/en/trade/BTC_USDT',
      '--out',
      join(folder, 'spot.html'),
    );
    expect(spot.stdout).toContain('has no order ticket that is read');
  });
});

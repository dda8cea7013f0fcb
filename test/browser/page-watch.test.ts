import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleForPage, launchChromium } from './reader/reader-page.ts';

let browser: Browser;
let page: Page;
let script: string;

const html = `<!doctype html><html lang="en"><head><title>64,151.1 BTCUSDT</title>
<style>#fading{transition:opacity .05s}#fading.gone{opacity:0}#scrolled{height:40px;overflow:auto}</style></head><body>
<p id="mode">Cross</p>
<div id="book"><ul><li style="--share:10%"><span>64,151.1</span><span>0.532</span></li><li><span>64,151.0</span><span>1.2</span></li></ul></div>
<table id="positions"><tr><td>BTCUSDT</td><td id="held">0.5</td></tr></table>
<div id="fading">Isolated</div><div id="scrolled"><p>One</p><p>Two</p><p>Three</p><p>Four</p></div>
<div id="widget"></div>
<form id="ticket"><label>Size <input id="size" value="0.1"></label><input id="only" type="checkbox">
<select id="type"><option>Limit</option><option>Market</option></select><span id="cost">Cost 320.75</span><button type="button">Buy</button></form>
</body></html>`;

beforeAll(async () => {
  [browser, script] = await Promise.all([
    launchChromium(),
    bundleForPage(fileURLToPath(new URL('./reader/watch-entry.ts', import.meta.url))),
  ]);
  page = await browser.newPage();
});
afterAll(() => browser.close());
beforeEach(async () => {
  await page.setContent(html);
  await page.evaluate(
    `document.querySelector('#widget').attachShadow({mode: 'open'}).innerHTML = '<b>Cross</b>'`,
  );
  await page.evaluate(script);
  await page.evaluate('begin()');
});

/** Asked in the very task of the change, before any observer was told. */
function sameAfter(change: string): Promise<boolean> {
  return page.evaluate(`(() => { ${change}; return isUnchanged(); })()`);
}

const patience = { timeout: 20_000 };

const text = (selector: string) => `document.querySelector('${selector}').firstChild`;
const one = (selector: string) => `document.querySelector('${selector}')`;

describe('a page that was looked at', () => {
  it.each([
    ['nothing happened', ''],
    ['a price moved in the order book', `${text('#book span')}.data = '64,200.5'`],
    [
      'a row of the book was made anew',
      `${one('#book li')}.innerHTML = '<span>64,150.9</span><span>0.7</span>'`,
    ],
    ['a bar of the book got longer', `${one('#book li')}.style.setProperty('--share', '70%')`],
    ['the price in its title moved', `document.title = '64,160.0 BTCUSDT'`],
    ['an attribute was set to what it was', `${one('#positions')}.id = 'positions'`],
    ['an input was given the value it had', `${one('#size')}.value = '0.1'`],
  ])('is the same when %s', async (_, change) => {
    expect(await sameAfter(change)).toBe(true);
    expect(await page.evaluate('told()')).toBe(0);
  });

  it.each([
    ['a word outside the ticket changed', `${text('#mode')}.data = 'Isolated'`],
    ['a word took the place of another by markup', `${one('#mode')}.innerHTML = 'Isolated'`],
    ['a word was hidden', `${one('#mode')}.hidden = true`],
    ['a class of the whole page changed', `document.body.className = 'pro'`],
    ['a figure of the ticket moved', `${text('#cost')}.data = 'Cost 321.00'`],
    ['a value was typed', `${one('#size')}.value = '0.2'`],
    ['a box was ticked', `${one('#only')}.checked = true`],
    ['another one was chosen', `${one('#type')}.selectedIndex = 1`],
    ['the ticket was taken away', `${one('#ticket')}.remove()`],
    ['a row of positions was taken away', `${one('#positions tr')}.remove()`],
    ['a control came into the book', `${one('#book li')}.innerHTML = '<input value="1">'`],
    [
      'a word in a widget of its own tree changed',
      `${one('#widget')}.shadowRoot.firstChild.firstChild.data = 'Isolated'`,
    ],
    ['its address changed', `history.replaceState(null, '', '#ETHUSDT')`],
    [
      'much was put where figures stood',
      `${one('#book ul')}.append(...Array.from({length: 20}, () => document.createElement('li')))`,
    ],
    [
      'a form answers for its own members',
      `{ const form = document.createElement('form'); form.innerHTML = '<input name="matches"><input name="querySelector">'; ${one('#book')}.append(form); }`,
    ],
  ])('is another one when %s', async (_, change) => {
    expect(await sameAfter(change)).toBe(false);
    expect(await page.evaluate('told()')).toBe(1);
  });

  it('is another one once something fades', async () => {
    await page.evaluate(`${one('#fading')}.className`);
    expect(await sameAfter('')).toBe(true);
    // In one task: it must not have faded before it is watched.
    await page.evaluate(
      `${one('#fading')}.style.opacity = '0'; getComputedStyle(${one('#fading')}).opacity; begin()`,
    );
    await expect.poll(() => page.evaluate('isUnchanged()'), patience).toBe(false);
  });

  it('is another one once something was scrolled, or the window is another size', async () => {
    await page.evaluate(`${one('#scrolled')}.scrollTop = 20`);
    await expect.poll(() => page.evaluate('isUnchanged()'), patience).toBe(false);
    await page.evaluate('begin()');
    expect(await sameAfter('')).toBe(true);
    await page.setViewportSize({ width: 800, height: 600 });
    await expect.poll(() => page.evaluate('isUnchanged()'), patience).toBe(false);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('is never known to be the same while a frame of its own stands in it', async () => {
    await page.evaluate(`document.body.append(document.createElement('iframe'))`);
    await page.evaluate('begin()');
    expect(await sameAfter('')).toBe(false);
  });

  it('is watched anew from each beginning, and says each change once', async () => {
    expect(await sameAfter(`${text('#mode')}.data = 'Isolated'`)).toBe(false);
    expect(await sameAfter(`${text('#mode')}.data = 'Cross'`)).toBe(false);
    expect(await page.evaluate('told()')).toBe(1);
    await page.evaluate('begin()');
    expect(await sameAfter('')).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { type GuardDesk, openGuarded } from './guard-desk.ts';
import { type GuardPage, guardedUrl, guardPage } from './guard-page.ts';

const hold = '[data-surface="hold"]';
const strip = '[data-surface="strip"]';

interface Logged {
  readonly entries: readonly {
    readonly outcome: string;
    readonly side: string;
    readonly worstLoss: string;
  }[];
  readonly presses: readonly { readonly held: boolean; readonly side: string; readonly size: string }[];
}

describe.each(browsersUnderTest('one'))('the hold in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** 0.1 BTC on cross at 20x with 2,000 USDT: 1,998.80 at worst, and the amount has to be typed. */
  async function open(setting: GuardPage = {}, html = guardPage(setting)): Promise<void> {
    browser.served.put(guardedUrl, html);
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged();
  }

  /** 0.1 BTC on isolated at 3x, bought 16.7 % over the mark: one press lets it pass. */
  async function openFarPrice(): Promise<void> {
    await open({}, guardPage({ mode: 'Isolated', leverage: '3' }).replace('value="60000"', 'value="70000"'));
  }

  /** Runs in one of the extension's own pages, and comes back to the exchange. */
  async function inExtension<R>(work: () => Promise<R>): Promise<R> {
    const extension = await browser.extensionPage('src/ui/options/options.html');
    const result = await extension.evaluate(work);
    await extension.close();
    await page.bringToFront();
    return result;
  }

  const logged = () =>
    inExtension(async (): Promise<Logged> => {
      interface Api {
        storage: {
          local: { get(keys: string[]): Promise<Record<string, { items: unknown[] } | undefined>> };
        };
      }
      const api = (globalThis as unknown as { chrome: Api }).chrome;
      const { log, presses } = await api.storage.local.get(['log', 'presses']);
      return { entries: log?.items ?? [], presses: presses?.items ?? [] } as unknown as Logged;
    });

  const forget = () =>
    inExtension(async () => {
      interface Api {
        storage: { local: { remove(keys: string[]): Promise<void> } };
      }
      await (globalThis as unknown as { chrome: Api }).chrome.storage.local.remove([
        'log',
        'presses',
        'snoozes',
      ]);
    });

  const focused = async () =>
    (await page.surface(`${hold} :is(button, input, select)`)).find((node) => node.focused);

  const panel = `${strip} .rf-panel`;
  const farPrice = `${strip} [data-finding="price-far-from-mark"]`;

  async function togglePanel(isOpen: boolean): Promise<void> {
    await page.clickSurface(`${strip} .rf-strip-line`);
    if (isOpen) await page.waitForSurface(panel);
    else await page.waitForNoSurface(panel);
  }

  /** The verdict of now puts the far price off no more. */
  async function isHeldAgain(): Promise<void> {
    await togglePanel(true);
    await page.waitForSurface(`${farPrice}:not(:has([data-snoozed]))`);
    await togglePanel(false);
  }

  const isSame = (a: SeenNode | undefined, b: SeenNode | undefined) =>
    a?.tag === b?.tag && a?.text === b?.text && a?.attributes['data-act'] === b?.attributes['data-act'];

  async function tabTo(tag: string): Promise<void> {
    for (let presses = 0; presses < 12; presses += 1) {
      const before = await focused();
      if (before?.tag === tag) return;
      await page.press('Tab');
      await page.until(async () => !isSame(await focused(), before), { what: 'the focus to move on' });
    }
    throw new Error(`no ${tag} by Tab`);
  }

  it.each([
    [1280, 800],
    [390, 844],
  ])('is gone through by keyboard alone at %i x %i', async (width, height) => {
    await page.setViewport(width, height);
    try {
      await open();
      await page.evaluate(() => (document.getElementById('buy') as HTMLElement).focus());
      await page.press('Enter');
      const shown = await desk.hold();
      expect(shown.box.x).toBeGreaterThanOrEqual(0);
      expect(shown.box.x + shown.box.width).toBeLessThanOrEqual(width);
      expect(shown.box.y + shown.box.height).toBeLessThanOrEqual(height);
      expect((await focused())?.attributes['data-act']).toBe('back');
      for (const id of ['CK-1', 'CK-2', 'CK-3', 'CK-4', 'CK-5', 'CK-6']) {
        expect((await page.surface(`${hold} [data-check="${id}"]`))[0]?.text.length).toBeGreaterThan(10);
      }
      for (const field of ['loss-at-stop', 'loss-at-liquidation', 'worst-loss', 'other-mode-worst-loss']) {
        expect(await page.surface(`${hold} [data-field="${field}"]`), field).not.toHaveLength(0);
      }

      await desk.holdIsReady();
      await tabTo('input');
      await page.typeText('199');
      await page.press('Enter');
      const field = await page.waitForSurface(`${hold} input[aria-invalid="true"]`);
      expect(field.focused).toBe(true);
      expect(await desk.sent()).toEqual([]);
      await page.typeText('1,998.7');
      await page.press('Enter');
      expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
      await page.press('a', 'Control');
      await page.typeText('1 998.80');
      await page.press('Enter');
      await desk.holdIsGone();
      await page.waitFor(() => document.activeElement?.id === 'buy');
      await page.press('Enter');
      expect(await desk.sentAll(1)).toEqual(['buy 0.1 click']);
    } finally {
      await page.setViewport(1600, 1000);
    }
  });

  it('keeps the focus through every stop of it, both ways round', async () => {
    await open();
    await page.click('#buy');
    await desk.hold();
    const stops = new Set<string | undefined>();
    for (const shift of [false, true]) {
      for (let presses = 0; presses < 9; presses += 1) {
        await (shift ? page.press('Tab', 'Shift') : page.press('Tab'));
        stops.add((await focused())?.tag);
        const onPage = await page.evaluate(
          () => document.activeElement?.closest('#ticket, main, header')?.id,
        );
        expect(onPage ?? undefined).toBeUndefined();
      }
    }
    expect([...stops]).toEqual(expect.arrayContaining(['button', 'input', 'select']));
    await page.press('Escape');
    await desk.holdIsGone();
    expect(await desk.sent()).toEqual([]);
  });

  it('looks another way for another finding', async () => {
    const order = async () =>
      (await page.surface(`${hold} .rf-hold-columns > div:first-child > *`)).map(
        ({ attributes }) => (attributes.class ?? '').split(' ')[0],
      );
    await open();
    await page.click('#buy');
    await desk.hold();
    const idle = await order();
    const [figure] = await page.surface(`${hold} h2 b`);
    expect(figure?.text).toBe('$1,698.80');
    await desk.goBack();
    await openFarPrice();
    await page.click('#buy');
    expect((await desk.hold()).attributes['data-hold']).toBe('acknowledge');
    expect(await order()).not.toEqual(idle);
    expect((await order())[0]).toBe('rf-findings');
    await desk.goBack();
  });

  it.each([
    ['#mode', 'the mode'],
    ['#leverage', 'the leverage'],
    ['#price', 'the price'],
  ])('lets nothing pass once %s changed', async (selector) => {
    const html = guardPage().replace(
      '</body>',
      `<script>document.getElementById('leverage').onclick=e=>{e.target.textContent='25x'};</script></body>`,
    );
    if (selector === '#mode') await openFarPrice();
    else await open({}, html);
    await page.click('#buy');
    await desk.override();
    if (selector === '#price') await page.fill('#price', '60100');
    else await page.click(selector);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('holds an Enter that the page itself takes for the order, and lets one through after the override', async () => {
    const html = guardPage().replace(
      '</body>',
      `<script>document.getElementById('size').addEventListener('keydown',e=>{if(e.key==='Enter')sent.push('by Enter')});</script></body>`,
    );
    await open({}, html);
    await page.press('Enter');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await page.evaluate(() => document.getElementById('size')?.focus());
    await page.press('Enter');
    await desk.sentAll(1);
    await page.press('Enter');
    await desk.hold();
    expect(await desk.sent()).toEqual(['by Enter']);
    await desk.goBack();
  });

  it('lapses 20 seconds after it was overridden', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    const news = `${strip} [data-news="press-again"]`;
    const wait = { timeoutMs: 30_000 };
    await page.waitForSurface(news, ({ text }) => /within [1-5] s/.test(text), wait);
    await page.waitForNoSurface(news, wait);
    expect(await desk.sent()).toEqual([]);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('is put off for an hour with the override, and dies with another mode', async () => {
    await forget();
    await open();
    await page.click('#buy');
    await desk.holdIsReady();
    await tabTo('select');
    await page.press('ArrowDown');
    expect((await page.surface(`${hold} label`)).at(-1)?.text).toBe(
      'Buy BTCUSDT on www.binance.com, the next time:',
    );
    await desk.override();
    // Until the worker has it, a second order would be held once more.
    await desk.news('snoozed');
    for (const count of [1, 2, 3]) {
      await desk.send('#buy', async () => (await desk.sent()).length === count, `order ${count}`);
    }
    await desk.noHold();

    await page.click('#sell');
    await desk.hold();
    await desk.goBack();

    await togglePanel(true);
    await togglePanel(false);

    await page.click('#mode');
    await page.waitForSurface(`${strip}:not([data-level="danger"])`);
    await desk.judged();
    await page.click('#mode');
    await desk.judged('danger');
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(3);
    await desk.goBack();
  });

  it('is put off for the one order only until that is sent', async () => {
    await forget();
    await openFarPrice();
    await page.click('#buy');
    await desk.holdIsReady();
    await tabTo('select');
    for (let steps = 0; steps < 3; steps += 1) await page.press('ArrowDown');
    await desk.override();
    await togglePanel(true);
    await page.waitForSurface(`${farPrice} [data-snoozed]`);
    await togglePanel(false);
    await page.click('#buy');
    await desk.sentAll(1);
    await isHeldAgain();
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(1);
    await desk.goBack();
  });

  it('is put off and back on from the panel, where one press passes it', async () => {
    await forget();
    await openFarPrice();
    await togglePanel(true);
    await page.clickSurface(`${farPrice} summary`);
    await page.clickSurface(`${farPrice} [data-act="snooze:price-far-from-mark:1h"]`);
    const said = await page.waitForSurface(`${strip} [data-snoozed="price-far-from-mark"]`);
    expect(said.text).toMatch(/Not held until .*\d:\d\d.*, for Buy BTCUSDT on www\.binance\.com\./);
    await togglePanel(false);
    await desk.send('#buy', async () => (await desk.sent()).length === 1, 'the order');
    await page.until(async () => (await logged()).presses.some(({ held }) => !held), {
      what: 'the order on record',
    });

    await togglePanel(true);
    await page.clickSurface(`${strip} [data-act="snooze:price-far-from-mark:end"]`);
    await page.waitForSurface(`${farPrice}:not(:has([data-snoozed]))`);
    await togglePanel(false);
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(1);
    await desk.goBack();
  });

  it('opens the settings of the rule a finding is of', async () => {
    await openFarPrice();
    await page.clickSurface(`${strip} .rf-strip-line`);
    await page.clickSurface(`${strip} [data-act="rule:price-far-from-mark"]`);
    const opened = await page.until(
      () =>
        inExtension(async () => {
          interface Api {
            tabs: {
              query(filter: object): Promise<readonly { url?: string; id: number }[]>;
              remove(id: number): void;
            };
          }
          const api = (globalThis as unknown as { chrome: Api }).chrome;
          const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('#rule/'));
          if (tab !== undefined) api.tabs.remove(tab.id);
          return tab?.url ?? null;
        }),
      { what: 'the settings page' },
    );
    expect(opened).toMatch(/options\.html#rule\/price-far-from-mark$/);
    await page.bringToFront();
  });

  it('leaves in the log what became of it: overridden, changed, left', async () => {
    await forget();
    await open();
    await page.click('#buy');
    await desk.override();
    await page.click('#buy');
    await desk.sentAll(1);
    await page.click('#sell');
    await desk.hold();
    await desk.goBack();
    await page.fill('#size', '0.05');
    await desk.judged();
    await page.click('#buy');
    await desk.hold();
    await desk.goBack();
    // What a stopping worker loses is told again, so the last word on each may take a moment.
    const outcomes = async () => (await logged()).entries.map(({ outcome, side }) => `${side} ${outcome}`);
    await expect
      .poll(outcomes, { timeout: 20_000 })
      .toEqual(['long overridden', 'short changed', 'long left']);
    const log = await logged();
    expect(log.entries[0]?.worstLoss).toBe('1998.8');
    expect(log.presses.map(({ held, side, size }) => `${held ? 'held' : 'sent'} ${side} ${size}`)).toEqual([
      'held long 0.1',
      'sent long 0.1',
      'held short 0.1',
      'held long 0.05',
    ]);
  });
});

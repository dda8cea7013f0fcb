import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { type GuardDesk, openGuarded } from './guard-desk.ts';
import { type GuardPage, guardedUrl, guardPage } from './guard-page.ts';

describe.each(browsersUnderTest())('a press on a guarded exchange in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** A fresh page life with a ticket of 0.1 BTC on it, judged. 2,000 USDT on cross at 20x is dangerous. */
  async function open(setting: GuardPage = {}, size = '0.1', level = 'danger'): Promise<void> {
    browser.served.put(guardedUrl, guardPage(setting));
    await page.goto(guardedUrl);
    await page.fill('#size', size);
    await desk.judged(level);
    await desk.seenOn('buy');
  }

  it('says within ten seconds that the exchange changed its page, and not before', async () => {
    const words = async () => (await page.surface('[data-surface="strip"]'))[0]?.text ?? '';
    const isSaid = async () => (await words()).includes('page changed');
    /** Milliseconds of this page's life. */
    const age = () => page.evaluate(() => performance.now());
    browser.served.put(guardedUrl, guardPage({ isRebuilt: true }));
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    let lastUnsaid = 0;
    await page.until(
      async () => {
        const before = await age();
        if (await isSaid()) return true;
        lastUnsaid = before;
        return false;
      },
      { what: 'word of the change' },
    );
    expect(lastUnsaid).toBeLessThan(10_000);
    // What is still missing after four seconds of a page's life is not on its way; sooner it may be.
    expect(await age()).toBeGreaterThan(4_000);
    await desk.judged('danger');
    await open({});
    await page.fill('#size', '0.1');
    await desk.judged('danger');
    expect(await words()).not.toContain('page changed');
  });

  it('is held before the page sees it, and reaches the page exactly once after the override', async () => {
    await open();
    // Worst on cross: the wallet less the opening fee, 2,000 - 0.1 x 60,000 x 0.02 %.
    await desk.figure('worst-loss', '1998.8');
    await desk.figure('idle-at-risk', '1698.8');
    expect((await desk.figure('margin-mode')).text).toBe('Cross');
    await page.click('#buy');
    const hold = await desk.hold();
    expect(hold.attributes).toMatchObject({ 'data-level': 'danger', 'data-hold': 'type-amount' });
    expect(hold.text).toContain('$1,698.80 of idle money stands behind this trade');
    expect(await desk.seenOn('buy')).toEqual([]);

    await desk.holdIsReady();
    await page.fillSurface('[data-surface="hold"] input', '1000');
    await page.clickSurface('[data-surface="hold"] button[data-act="override"]');
    await page.waitForSurface('[data-surface="hold"] [role="status"]', (node) =>
      node.text.includes('1,998.80'),
    );
    await desk.override();
    expect((await desk.news('press-again')).text).toContain('Press Buy again');
    expect(await desk.sent()).toEqual([]);

    await page.click('#buy');
    expect(await desk.sentAll(1)).toEqual(['buy 0.1 click']);
    await desk.noHold();
    expect(await desk.seenOn('buy')).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);

    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toHaveLength(1);
    await desk.goBack();
  });

  it('is held again when the size changed after the override', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await page.fill('#size', '0.12');
    await desk.judged();
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
  });

  it('is held again when the size changed and was changed back', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await page.fill('#size', '0.2');
    // The wallet less the opening fee of this size, 2,000 - 0.2 x 60,000 x 0.02 %.
    await desk.figure('worst-loss', '1997.6');
    await page.fill('#size', '0.1');
    await desk.judged();
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('for the other side is held although one side was allowed', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await page.click('#sell');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('passes at once when it only reduces', async () => {
    await open();
    await page.click('#reduce');
    await page.click('#sell');
    expect(await desk.sentAll(1)).toEqual(['sell 0.1 click']);
    await page.waitForSurface('[data-surface="strip"][data-state="way-out"]');
    await page.click('#buy');
    expect(await desk.sentAll(2)).toHaveLength(2);
    await desk.noHold();
  });

  it('by a script of the page neither opens, nor dismisses, nor passes', async () => {
    await open();
    const forge = () =>
      page.evaluate(() => {
        const buy = document.getElementById('buy') as HTMLElement;
        buy.click();
        for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick']) {
          buy.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        }
        for (const key of ['Enter', ' ']) {
          buy.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
          );
        }
      });
    await forge();
    await desk.news('script-stopped');
    await desk.noHold();
    expect(await desk.sent()).toEqual([]);

    await page.click('#buy');
    await desk.hold();
    await page.evaluate(() => {
      const host = document.querySelector('html > div') as HTMLElement;
      host.click();
      for (const key of ['Enter', 'Escape']) {
        for (const target of [host, document.documentElement, window]) {
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        }
      }
      (document.getElementById('buy') as HTMLElement).click();
    });
    await sleep(150);
    await desk.hold();

    await desk.override();
    await forge();
    expect(await desk.sent()).toEqual([]);
    await page.click('#buy');
    expect(await desk.sentAll(1)).toEqual(['buy 0.1 click']);
  });

  it('by Enter in a form and by its submission is held, and passes once after the override', async () => {
    await open({ kind: 'form' });
    await page.click('#size');
    await page.press('Enter');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await page.press('Enter');
    expect(await desk.sentAll(1)).toEqual(['buy 0.1 submit']);
    await desk.noHold();
    await page.press('Enter');
    await desk.hold();
    await page.press('Escape');
    await desk.holdIsGone();

    await page.evaluate(() => (document.getElementById('ticket') as HTMLFormElement).requestSubmit());
    await desk.noHold();
    expect(await desk.sent()).toHaveLength(1);

    await page.click('#sell');
    await desk.override();
    await page.click('#sell');
    expect((await desk.sentAll(2))[1]).toBe('sell 0.1 submit');
  });

  it('by Enter and Space on the button is held', async () => {
    await open();
    for (const key of ['Enter', ' ']) {
      await page.evaluate(() => (document.getElementById('buy') as HTMLElement).focus());
      await page.press(key);
      await desk.hold();
      await page.press('Escape');
      await desk.holdIsGone();
    }
    expect(await desk.sent()).toEqual([]);
  });

  it('is decided right with the worker killed between typing and pressing', async () => {
    await open();
    await browser.killWorker();
    const hold = await desk.holdWithVerdict('#buy');
    expect(hold.attributes['data-hold']).toBe('type-amount');
    expect(await desk.sent()).toEqual([]);
    await desk.override();
    await browser.killWorker();
    await page.click('#buy');
    expect(await desk.sentAll(1)).toEqual(['buy 0.1 click']);
  });

  it('before the first verdict is asked about and decided', async () => {
    browser.served.put(guardedUrl, guardPage());
    await page.goto(guardedUrl);
    await page.click('#size');
    await browser.killWorker();
    await page.typeText('0.1');
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('is judged anew after the page built its whole ticket again', async () => {
    await open();
    await page.evaluate(() => {
      const old = document.getElementById('ticket') as HTMLElement;
      const value = (document.getElementById('size') as HTMLInputElement).value;
      old.outerHTML = old.outerHTML.replace('>Cross<', '>Isolated<');
      (document.getElementById('size') as HTMLInputElement).value = value;
    });
    // 0.1 x 60,000 / 20 and the opening fee.
    await desk.figure('worst-loss', '301.2');
    await page.evaluate(() => {
      const mode = document.getElementById('mode') as HTMLElement;
      mode.textContent = 'Cross';
    });
    await desk.figure('worst-loss', '1998.8');
    await page.click('#buy');
    await desk.hold();
  });

  it('on another symbol without a load is another ticket', async () => {
    await open();
    await page.click('#buy');
    await desk.override();
    await page.evaluate(() => {
      history.pushState(null, '', '/en/futures/ETHUSDT');
      document.title = document.title.replace('BTC', 'ETH');
      (document.querySelector('header b') as HTMLElement).textContent = 'ETHUSDT';
      (document.querySelector('#ticket label:nth-of-type(2) span:last-child') as HTMLElement).textContent =
        'ETH';
    });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
  });

  it('passes a ticket that needs no hold without being noticed', async () => {
    const pressAgain = '[data-surface="strip"] [data-news="press-again"]';
    await page.until(
      async () => {
        await open({ mode: 'Isolated', leverage: '3' }, '0.01', 'notice');
        await page.click('#buy');
        const became = await page.until(
          async () => {
            if ((await desk.sent()).length > 0) return 'sent';
            return (await page.surface(pressAgain)).length > 0 && 'asked';
          },
          { what: 'the order' },
        );
        // Asked only where the machine was too slow to keep the verdict fresh until the press.
        return became === 'sent';
      },
      { what: 'a first press that passes' },
    );
    await desk.noHold();
    expect(await desk.sent()).toEqual(['buy 0.01 click']);
  });
});

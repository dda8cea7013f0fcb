import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { type GuardDesk, openGuarded, overlaps } from './guard-desk.ts';
import { type GuardPage, guardedUrl, guardPage } from './guard-page.ts';

describe.each(browsersUnderTest('one'))('marks beside the fields of a page in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(setting: GuardPage = {}, html = guardPage(setting)): Promise<void> {
    browser.served.put(guardedUrl, html);
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged();
  }

  const marks = async () => (await page.surface('[data-mark]')).filter((node) => node.visible);
  const mark = (field: string) => page.waitForSurface(`[data-mark="${field}"]`);
  const element = async (selector: string) => {
    const [found] = await page.find(selector);
    if (found === undefined) throw new Error(`no ${selector}`);
    return found;
  };

  async function isBeside(field: string, selector: string): Promise<void> {
    await page.until(
      async () => {
        const [shown] = await page.surface(`[data-mark="${field}"]`);
        const { box } = await element(selector);
        if (shown === undefined || !shown.visible) return false;
        const middle = shown.box.y + shown.box.height / 2;
        const away = Math.min(
          Math.abs(shown.box.x + shown.box.width - box.x),
          Math.abs(shown.box.x - box.x - box.width),
        );
        return middle > box.y && middle < box.y + box.height && away < 20;
      },
      { what: `the mark of ${field} beside ${selector}` },
    );
  }

  it('stands by the mode that exposes idle money, says so, and is gone when that is mended', async () => {
    await open();
    const shown = await mark('marginMode');
    expect(shown.attributes).toMatchObject({ role: 'img', 'data-level': 'danger' });
    expect(shown.attributes['aria-label']).toMatch(/^Danger: \$1,500 of idle money/);
    await isBeside('marginMode', '#mode');
    for (const { attributes } of await marks()) expect(attributes['data-level']).not.toBe('notice');
    expect(await page.evaluate(() => document.querySelectorAll('#ticket [data-mark]').length)).toBe(0);

    await page.click('#mode');
    await page.waitForNoSurface('[data-mark="marginMode"]');
    await page.fill('#size', '');
    await page.waitForNoSurface('[data-mark]');
  });

  it.each([
    [1600, 1000],
    [1280, 800],
    [390, 844],
  ])(
    'covers no control at %i x %i, and follows scrolling and a ticket that is built anew',
    async (width, height) => {
      await page.setViewport(width, height);
      try {
        const tall = guardPage().replace('</body>', '<div style="height:900px"></div></body>');
        await open({}, tall);
        await isBeside('marginMode', '#mode');
        const free = async () => {
          const covered = async () => {
            const controls = await page.find('#ticket button, #ticket input');
            const boxes = (await marks()).map(({ box }) => box);
            return controls
              .filter((control) => boxes.some((box) => overlaps(control.box, box)))
              .map(({ text, attributes }) => text || attributes.id);
          };
          await expect.poll(covered, { timeout: 20_000, interval: 40 }).toEqual([]);
        };
        await free();
        await page.evaluate(() => window.scrollTo(0, 40));
        await isBeside('marginMode', '#mode');
        await free();
        await page.evaluate(() => window.scrollTo(0, 4000));
        await page.waitForNoSurface('[data-mark="marginMode"]');
        await page.evaluate(() => window.scrollTo(0, 0));
        await isBeside('marginMode', '#mode');
        await page.evaluate(() => {
          const ticket = document.getElementById('ticket') as HTMLElement;
          ticket.outerHTML = ticket.outerHTML.replace('padding', 'x-padding');
          (document.getElementById('size') as HTMLInputElement).value = '0.1';
          (document.querySelector('header') as HTMLElement).style.height = '90px';
        });
        await isBeside('marginMode', '#mode');
        await free();
      } finally {
        await page.setViewport(1600, 1000);
      }
    },
  );

  it('is not drawn over what the page lays over its ticket, and takes no press', async () => {
    await open();
    const { box } = await mark('marginMode');
    const under = await page.evaluate(
      ({ x, y }: { x: number; y: number }) => document.elementFromPoint(x, y)?.id,
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    );
    expect(under).toBe('ticket');
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;background:#000c;z-index:9';
      document.body.append(cover);
    });
    await page.waitForNoSurface('[data-mark]');
    await page.evaluate(() => document.getElementById('cover')?.remove());
    await mark('marginMode');
  });

  it('goes with the guard', async () => {
    await open();
    await mark('marginMode');
    await page.evaluate(() => document.getElementById('ticket')?.remove());
    await page.waitForNoSurface('[data-mark]');
  });
});

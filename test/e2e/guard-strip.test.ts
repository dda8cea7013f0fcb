import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { type GuardDesk, openGuarded, overlaps } from './guard-desk.ts';
import { guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const line = `${strip} .rf-strip-line`;

describe.each(browsersUnderTest('one'))('the place of the strip in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, page, desk } = await openGuarded(name));
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function open(html = guardPage()): Promise<void> {
    browser.served.put(guardedUrl, html);
    await page.goto(guardedUrl);
    await page.fill('#size', '0.1');
    await desk.judged('danger');
  }

  /** Placed strips keep a margin; one that is only drawn yet stands in the corner. */
  const box = async () => (await page.waitForSurface(line, ({ box: { x } }) => x > 0)).box;
  /** It is placed anew with the page's next frame or beat. */
  const placed = { timeout: 20_000, interval: 40 };
  const standsAt = (docked: SeenNode['box']) => expect.poll(box, placed).toEqual(docked);
  const controls = async () => {
    const found = (await page.find('#ticket button, #ticket input')).filter((node) => node.visible);
    expect(found.length).toBeGreaterThan(6);
    return found;
  };

  async function coversNothing(what: string): Promise<void> {
    const covered = async () => {
      const now = await box();
      return (await controls())
        .filter((control) => overlaps(control.box, now))
        .map((control) => `${control.attributes.id} ${JSON.stringify([control.box, now])}`);
    };
    await expect.poll(covered, { message: what, ...placed }).toEqual([]);
  }

  async function drag(to: { x: number; y: number }): Promise<void> {
    const { x, y, width, height } = await box();
    await page.dragFrom({ x: x + Math.min(60, width / 2), y: y + height / 2 }, to);
    await page.waitForNoSurface(`${strip}.rf-strip-dragged`);
  }

  async function putBack(): Promise<void> {
    await page.clickSurface(line);
    await page.clickSurface(`${strip} [data-act="put-back"]`);
    await page.waitForNoSurface(`${strip} .rf-panel`);
  }

  it('stands by a ticket that is filled in at the load as soon as it is seen', async () => {
    browser.served.put(guardedUrl, guardPage().replace('name="unitAmount"', 'name="unitAmount" value="0.1"'));
    for (const isCold of [false, true]) {
      await page.goto('about:blank');
      if (isCold) await browser.killWorker();
      await page.goto(guardedUrl);
      const { box } = await page.waitForSurface(line);
      expect(box.x).toBeGreaterThan(0);
      expect(box.width).toBeGreaterThanOrEqual(300);
    }
  });

  it('is where it was dragged, after a load too, until it is put back', async () => {
    await open();
    const docked = await box();
    await drag({ x: 300, y: 300 });
    const corner = async () => [(await box()).x, (await box()).y].map(Math.round);
    await expect.poll(corner, placed).toEqual([240, 281]);
    expect((await page.surface(`${strip} .rf-panel`)).some((node) => node.visible)).toBe(false);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join())).not.toMatch(
      /HTML|DIV/,
    );

    await open();
    await page.until(
      async () => {
        const { x, y } = await box();
        return Math.abs(x - 240) <= 2 && Math.abs(y - 281) <= 2;
      },
      { what: 'the remembered place' },
    );

    await putBack();
    await standsAt(docked);
    await open();
    await standsAt(docked);
    // What was kept of it would have come by now.
    await sleep(300);
    await standsAt(docked);
  });

  it.each([
    [1600, 1000],
    [1280, 800],
    [390, 844],
  ])(
    'is on no control of the ticket at %i x %i, wherever it is dragged, scrolled or the window changes',
    async (width, height) => {
      await page.setViewport(width, height);
      try {
        const tall = '<div style="height:700px"></div></body>';
        await open(guardPage().replace('</body>', tall));
        await coversNothing('docked');
        for (const id of ['#buy', '#sell', '#size', '#price', '#mode']) {
          const [target] = await page.find(id);
          if (target === undefined) throw new Error(`no ${id}`);
          await drag({ x: target.box.x + target.box.width / 2, y: target.box.y + target.box.height / 2 });
          await coversNothing(`dropped on ${id}`);
        }
        for (const top of [60, 170, 333, 0]) {
          await page.evaluate((y: number) => window.scrollTo(0, y), top);
          await coversNothing(`scrolled to ${top}`);
        }
        for (const [w, h] of [
          [1100, 700],
          [390, 700],
          [700, 500],
        ] as const) {
          await page.setViewport(w, h);
          await coversNothing(`window of ${w} x ${h}`);
        }
        await page.setViewport(width, height);
        await coversNothing('back');
        await putBack();
      } finally {
        await page.setViewport(1600, 1000);
      }
    },
  );

  it('moves by keyboard alone, step by step, and Escape takes it back', async () => {
    await open();
    const docked = await box();
    await page.clickSurface(line);
    await page.waitForSurface(`${strip} .rf-panel`);
    const act = async () =>
      (await page.surface(`${strip} button`)).find((node) => node.focused)?.attributes['data-act'];
    for (let presses = 0; presses < 20 && (await act()) !== 'move'; presses += 1) await page.press('Tab');
    await page.press('Enter');
    await page.waitForSurface(`${strip} .rf-mover`);
    await expect.poll(act, placed).toBe('moved');
    const start = await box();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.press(key);
    const moved = async () => {
      const { x, y } = await box();
      return [start.x - x, start.y - y].map(Math.round);
    };
    await expect.poll(moved, placed).toEqual([32, 16]);
    await page.press('Escape');
    await page.waitForNoSurface(`${strip} .rf-mover`);
    await standsAt(docked);
    await expect.poll(act, placed).toBe('panel');

    await page.press('Enter');
    for (let presses = 0; presses < 20 && (await act()) !== 'move'; presses += 1) await page.press('Tab');
    await page.press('Enter');
    for (let steps = 0; steps < 4; steps += 1) await page.press('ArrowLeft');
    await page.press('Enter');
    await page.waitForNoSurface(`${strip} .rf-mover`);
    await expect.poll(async () => Math.round(docked.x - (await box()).x), placed).toBe(64);
    await putBack();
  });

  it('is small and still speaks, on the next page too', async () => {
    await open();
    await page.clickSurface(line);
    await page.clickSurface(`${strip} [data-act="collapse"]`);
    const tab = await page.waitForSurface(`${strip}.rf-strip-small`);
    expect(tab.attributes['data-level']).toBe('danger');
    const size = async () => [(await box()).width, (await box()).height];
    await expect.poll(size, placed).toEqual([38, 38]);
    const small = await page.waitForSurface(line);
    expect(small.attributes['aria-label']).toBe('Ringfence Danger');
    await page.click('#mode');
    await page.waitForSurface(`${strip}.rf-strip-small:not([data-level="danger"])`);

    await open();
    await page.waitForSurface(`${strip}.rf-strip-small`);
    await page.click('#buy');
    await desk.hold();
    await desk.override();
    expect((await desk.news('press-again')).text).toContain('Press Buy again');
    await page.click('#buy');
    await page.waitForSurface(`${strip}.rf-strip-small`);
    await page.clickSurface(line);
    await page.waitForNoSurface(`${strip}.rf-strip-small`);
    await open();
    await sleep(300);
    await page.waitForNoSurface(`${strip}.rf-strip-small`);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

const strip = '[data-surface="strip"]';
const line = `${strip} .rf-strip-line`;

type Box = SeenNode['box'];

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe.each(browsersUnderTest('one'))('the place of the strip in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    page = await browser.newPage();
    desk = new GuardDesk(page);
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

  const box = async () => (await page.waitForSurface(line)).box;
  const controls = async () => {
    const found = (await page.find('#ticket button, #ticket input')).filter((node) => node.visible);
    expect(found.length).toBeGreaterThan(6);
    return found;
  };

  async function coversNothing(what: string): Promise<void> {
    const now = await box();
    for (const control of await controls()) {
      expect(
        overlaps(control.box, now),
        `${what}: ${control.attributes.id} ${JSON.stringify(control.box)} ${JSON.stringify(now)}`,
      ).toBe(false);
    }
  }

  async function drag(to: { x: number; y: number }): Promise<Box> {
    const { x, y, width, height } = await box();
    await page.dragFrom({ x: x + Math.min(60, width / 2), y: y + height / 2 }, to);
    await sleep(60);
    return box();
  }

  async function putBack(): Promise<void> {
    await page.clickSurface(line);
    await page.clickSurface(`${strip} [data-act="put-back"]`);
    await page.waitForNoSurface(`${strip} .rf-panel`);
  }

  it('is where it was dragged, after a load too, until it is put back', async () => {
    await open();
    const docked = await box();
    const dragged = await drag({ x: 300, y: 300 });
    expect([Math.round(dragged.x), Math.round(dragged.y)]).toEqual([240, 281]);
    expect((await page.surface(`${strip} .rf-panel`)).some((node) => node.visible)).toBe(false);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join())).not.toMatch(
      /HTML|DIV/,
    );

    await open();
    await page.until(async () => Math.abs((await box()).x - dragged.x) <= 2, {
      what: 'the remembered place',
    });
    expect(Math.abs((await box()).y - dragged.y)).toBeLessThanOrEqual(2);

    await putBack();
    expect(await box()).toEqual(docked);
    await open();
    await sleep(300);
    expect(await box()).toEqual(docked);
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
          await sleep(150);
          await coversNothing(`scrolled to ${top}`);
        }
        for (const [w, h] of [
          [1100, 700],
          [390, 700],
          [700, 500],
        ] as const) {
          await page.setViewport(w, h);
          await sleep(250);
          await coversNothing(`window of ${w} x ${h}`);
        }
        await page.setViewport(width, height);
        await sleep(250);
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
    expect(await act()).toBe('moved');
    const start = await box();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.press(key);
    const moved = await box();
    expect([start.x - moved.x, start.y - moved.y].map(Math.round)).toEqual([32, 16]);
    await page.press('Escape');
    await page.waitForNoSurface(`${strip} .rf-mover`);
    expect(await box()).toEqual(docked);
    expect(await act()).toBe('panel');

    await page.press('Enter');
    for (let presses = 0; presses < 20 && (await act()) !== 'move'; presses += 1) await page.press('Tab');
    await page.press('Enter');
    for (let steps = 0; steps < 4; steps += 1) await page.press('ArrowLeft');
    await page.press('Enter');
    await page.waitForNoSurface(`${strip} .rf-mover`);
    expect(Math.round(docked.x - (await box()).x)).toBe(64);
    await putBack();
  });

  it('is small and still speaks, on the next page too', async () => {
    await open();
    await page.clickSurface(line);
    await page.clickSurface(`${strip} [data-act="collapse"]`);
    const tab = await page.waitForSurface(`${strip}.rf-strip-small`);
    expect(tab.attributes['data-level']).toBe('danger');
    const small = await page.waitForSurface(line);
    expect([small.box.width, small.box.height]).toEqual([38, 38]);
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

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../reader/reader-page.ts';
import { scenes } from './surface-list.ts';
import { buildVisualSite, isSettled, type VisualSite } from './visual-site.ts';

let browser: Browser;
let site: VisualSite;

beforeAll(async () => {
  browser = await launchChromium();
  site = await buildVisualSite(browser);
});
afterAll(() => browser?.close());

interface Walk {
  /** What can be used and was not reached by Tab. */
  readonly missed: readonly string[];
  /** What was reached and does not show it. */
  readonly unseen: readonly string[];
  readonly reached: number;
}

/** Marks everything that can be used on the page and its looks without the focus. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    const usable = 'a[href],button,input,select,textarea,summary,[tabindex="0"],[contenteditable=true]';
    const looksOf = (element: Element) =>
      [element, element.parentElement, element.closest('label'), element.nextElementSibling].map((each) => {
        if (each === null || each === undefined) return '';
        const style = getComputedStyle(each);
        return [
          style.outline,
          style.boxShadow,
          style.borderColor,
          style.backgroundColor,
          style.textDecoration,
        ].join();
      });
    const state = {
      looksOf: (element: Element) => looksOf(element).join('|'),
      before: new Map<Element, string>(),
      reached: new Set<Element>(),
      unseen: new Set<string>(),
    };
    for (const element of document.querySelectorAll<HTMLInputElement>(usable)) {
      const isUsable = element.checkVisibility() && !element.disabled && element.tabIndex >= 0;
      // Of a group of choices the keyboard reaches one, and the arrows the others.
      const isChoice = element.type === 'radio' || element.getAttribute('role') === 'radio';
      if (isUsable && !(isChoice && !element.checked && element.ariaChecked !== 'true'))
        state.before.set(element, state.looksOf(element));
    }
    Object.assign(globalThis, { walk: state });
  });
}

interface WalkState {
  readonly looksOf: (element: Element) => string;
  readonly before: Map<Element, string>;
  readonly reached: Set<Element>;
  readonly unseen: Set<string>;
}
declare const walk: WalkState;

async function walkThrough(page: Page): Promise<Walk> {
  await mark(page);
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press('Tab');
    const isOver = await page.evaluate(() => {
      const now = document.activeElement;
      if (now === null || now === document.body || walk.reached.has(now)) return true;
      walk.reached.add(now);
      const before = walk.before.get(now);
      if (before !== undefined && before === walk.looksOf(now)) walk.unseen.add(now.outerHTML.slice(0, 160));
      return false;
    });
    if (isOver) break;
  }
  return page.evaluate(() => ({
    missed: [...walk.before.keys()]
      .filter((element) => !walk.reached.has(element) && element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 160)),
    unseen: [...walk.unseen],
    reached: walk.reached.size,
  }));
}

/** Pages of our own; what stands in the exchange's page is walked in the tests of the strip and the hold. */
const ofOurs = scenes.filter(({ address }) => !address.startsWith('guard.html'));
/** Scenes of one page that differ in figures alone are walked in the full run. */
const pages =
  process.env.RINGFENCE_FULL === undefined
    ? ofOurs.filter(
        ({ name }) => !/^popup-(?!danger$|bothSides|noTicket|notGranted|unknownMode)|-rtl$/.test(name),
      )
    : ofOurs;

describe('by keyboard alone', () => {
  it.each(pages.map((scene) => [scene.name, scene] as const))(
    '%s: all that can be used is reached and shows it',
    async (_, scene) => {
      const { page, close } = await site.open(scene.address, scene);
      try {
        await page.locator(scene.ready).first().waitFor();
        await isSettled(page);
        const { missed, unseen, reached } = await walkThrough(page);
        expect(missed).toEqual([]);
        expect(unseen).toEqual([]);
        expect(reached).toBeGreaterThan(0);
      } finally {
        await close();
      }
    },
  );
});

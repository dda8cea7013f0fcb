import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { venueIds } from '../../src/domain/venue.ts';
import { defaultSettings, defaultVenueSettings } from '../../src/settings/defaults.ts';
import { type CorpusPage, fixturePages } from '../browser/reader/corpus.ts';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { GuardDesk } from './guard-desk.ts';
import { type Listed, listWaysOut, type WaysOutWindow, watchPresses } from './ways-out-page.ts';

interface Api {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}
declare const chrome: Api;

/** What a page gets of one press with the mouse, and of Enter on a button. */
const byPointer = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
const byEnter = ['keydown', 'keypress', 'click', 'keyup'];

const isFull = process.env.RINGFENCE_FULL !== undefined;
const tickets = fixturePages().filter(({ scope = 'ticket' }) => scope === 'ticket');

/** Of each venue the page with the most written presses; the full run presses on all. */
const pages = tickets.filter((one) => {
  const mates = tickets.filter(({ venue }) => venue === one.venue);
  const most = Math.max(...mates.map(({ presses = [] }) => presses.length));
  return isFull || mates.find(({ presses = [] }) => presses.length === most) === one;
});

/** With these limits every order that opens is held, so that what passes does so because it is a way out. */
const strictest = { ...defaultVenueSettings, maxLossQuote: '0.01', leverageCap: '1' };

const saysItOpens = /\bopen\b|[开開][多空]/i;

function pressed({ presses = [] }: CorpusPage) {
  const pointers = presses.filter(({ kind }) => kind === 'pointer');
  const isOpening = ({ expected }: (typeof pointers)[number]) =>
    expected !== null && expected.effect !== 'close' && expected.effect !== 'reduce';
  return {
    opening: pointers.filter(isOpening).map(({ on }) => on),
    named: pointers.filter((press) => !isOpening(press)).map(({ on }) => on),
  };
}

describe('ways out of risk in the built extension', () => {
  let browser: ChromiumBrowser;
  let page: ChromiumPage;
  let desk: GuardDesk;
  const tally = {
    named: 0,
    'by its words': 0,
    'by Enter': 0,
    'reduce-only ticked': 0,
    held: 0,
    outOfReach: 0,
  };

  beforeAll(async () => {
    const origins = [...new Set(pages.map(({ url }) => new URL(url)))].map(
      ({ protocol, hostname }) => `${protocol}//${hostname}`,
    );
    browser = await launchGuarded('chromium', { origins: origins.map((origin) => `${origin}/*`) });
    // All hosts are registered as one step.
    await waitUntilGuarded(browser, origins.at(-1) ?? '');
    const own = await browser.extensionPage('src/ui/options/options.html');
    await own.evaluate((settings) => chrome.storage.local.set({ settings }), {
      ...defaultSettings,
      venues: Object.fromEntries(venueIds.map((venue) => [venue, strictest])),
    });
    await own.close();
    page = await browser.newPage();
    desk = new GuardDesk(page);
  });
  afterAll(() => browser?.close());

  const seen = () =>
    page.evaluate(() => {
      const { waysOut } = window as unknown as WaysOutWindow;
      return waysOut.seen.splice(0);
    });
  const pointOf = (index: number) =>
    page.evaluate((at: number) => (window as unknown as WaysOutWindow).waysOut.pointOf(at), index);

  /** What the page got of a press in the middle of it; `null` where no pointer can reach it. */
  async function press(index: number): Promise<readonly string[] | null> {
    const point = await pointOf(index);
    if (point === null) return null;
    await page.clickAt(point);
    return seen();
  }

  async function passes(one: Listed, kind: 'named' | 'by its words', index: number): Promise<void> {
    const got = await press(index);
    if (got === null) {
      tally.outOfReach += 1;
      return;
    }
    expect(got.slice(0, byPointer.length), `${one.kind} "${one.text}"`).toEqual(byPointer);
    tally[kind] += 1;
    if (!one.isButton) return;
    await page.evaluate((at: number) => (window as unknown as WaysOutWindow).waysOut.focus(at), index);
    await page.press('Enter');
    expect(await seen(), `Enter on "${one.text}"`).toEqual(byEnter);
    tally['by Enter'] += 1;
  }

  it.each(pages.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    browser.served.put(one.url, one.html.replace(/<head[^>]*>/i, `$&<script>(${watchPresses})()</script>`));
    // The same address with another hash would be no load.
    await page.goto('about:blank');
    await page.goto(one.url);
    // A ticket that only closes, or has no size, is not judged: nothing on it is held.
    const { attributes } = await page.waitForSurface('[data-surface="strip"]', (strip) =>
      ['checked', 'way-out', 'waiting'].includes(strip.attributes['data-state'] ?? ''),
    );
    const list = await page.evaluate(listWaysOut, pressed(one));
    const ways = list.map((each, index) => ({ each, index }));
    for (const { each, index } of ways) {
      const { kind } = each;
      if (kind === 'named' || kind === 'by its words') await passes(each, kind, index);
    }
    expect((await page.surface('[data-surface="hold"]')).filter(({ visible }) => visible)).toEqual([]);

    const openings = ways.filter(({ each }) => each.kind === 'opening');
    const box = ways.find(({ each }) => each.kind === 'reduce-only');
    if (box !== undefined && (await press(box.index)) !== null) {
      for (const { each, index } of openings) {
        const got = await press(index);
        if (got === null) continue;
        // A button that says it opens does so whatever a box says (`parse/direction.ts`).
        if (saysItOpens.test(each.text)) {
          expect(got, `reduce-only "${each.text}"`).toEqual([]);
          await desk.goBack();
          continue;
        }
        expect(got.slice(0, byPointer.length), `reduce-only "${each.text}"`).toEqual(byPointer);
        tally['reduce-only ticked'] += 1;
      }
      await press(box.index);
    }
    if (attributes['data-state'] !== 'checked') return;
    for (const { index } of openings.slice(0, 1)) {
      const got = await press(index);
      if (got === null) continue;
      expect(got).toEqual([]);
      await desk.hold();
      tally.held += 1;
    }
  });

  it('were pressed in numbers, while openings were held', () => {
    console.log(`ways out on ${pages.length} pages, none held:`, JSON.stringify(tally));
    expect(pages.length).toBeGreaterThanOrEqual(24);
    expect(tally.named).toBeGreaterThanOrEqual(50);
    expect(tally['by its words']).toBeGreaterThanOrEqual(20);
    expect(tally['by Enter']).toBeGreaterThanOrEqual(40);
    expect(tally['reduce-only ticked']).toBeGreaterThanOrEqual(12);
    expect(tally.held).toBeGreaterThanOrEqual(22);
  });
});

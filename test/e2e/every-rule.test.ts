import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { defaultSettings, defaultVenueSettings } from '../../src/settings/defaults.ts';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { fixturePages } from '../browser/reader/corpus.ts';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import type { SeenNode } from '../harness/seen-node.ts';
import { GuardDesk } from './guard-desk.ts';

interface Api {
  readonly tabs: { query(what: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, { readonly items?: readonly Entry[] } | undefined>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
  };
}
declare const chrome: Api;

interface Entry {
  readonly findings: readonly { readonly id: string }[];
  readonly worstLoss: string | null;
  readonly idleAtRisk: string | null;
  readonly outcome: string;
}

type VenueChange = Readonly<Partial<typeof defaultVenueSettings>>;

/** A ticket that brings a rule about, and what the rule asks of a press on Buy (or on `side`). */
interface Case {
  readonly rule: string;
  /** Query of the practice exchange, or a page of the corpus. */
  readonly ticket?: string;
  readonly page?: string;
  readonly venue?: VenueChange;
  /** What is done on the page once it was judged. */
  /** The order button; Buy of the practice exchange unless said. */
  readonly press?: string;
  readonly change?: (page: ChromiumPage) => Promise<void>;
  readonly hold: 'none' | 'acknowledge' | 'type-amount';
}

const hook = (name: string) => `[data-place="wide"] [data-practice="${name}"]`;
const size = 'price=60000&limit=60000&wallet=2000&size=0.1';
const fence = `${size}&mode=isolated&leverage=10`;

/** Takes something off the page, as a page does that is drawn anew without it. */
const hide = (css: string) => (page: ChromiumPage) =>
  page.evaluate((selector) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    found.style.display = 'none';
  }, css);

const stand = 'dydx/isolated-limit-with-stop.html';

const typeStop = (price: string) => (page: ChromiumPage) => page.fill('#stoploss-price', price);

const printLiquidation = (page: ChromiumPage) =>
  page.evaluate(() => {
    const line = [...document.querySelectorAll('output')].find(
      ({ textContent }) => textContent === '$4,076.3',
    );
    if (line === undefined) throw new Error('the page prints no liquidation price');
    line.textContent = '$4,300.0';
  });

async function switchMode(page: ChromiumPage): Promise<void> {
  await page.click(hook('margin-mode'));
  await page.click('dialog[open] [value="isolated"]');
  await page.click('dialog[open] button[type="submit"]');
}

/** In the order of the settings page. */
const cases: readonly Case[] = [
  {
    rule: 'margin-mode-not-intended',
    ticket: `${size}&mode=cross&leverage=2&sl=59000`,
    venue: { intendedMode: 'isolated' },
    hold: 'acknowledge',
  },
  {
    rule: 'margin-mode-unread',
    page: stand,
    change: hide('[role=group]'),
    press: '[type=submit]',
    hold: 'acknowledge',
  },
  { rule: 'cross-idle-exposed', ticket: `${size}&mode=cross&leverage=20`, hold: 'type-amount' },
  { rule: 'exposed-beyond-plan', ticket: `${size}&mode=cross&leverage=20&sl=59800`, hold: 'type-amount' },
  {
    rule: 'loss-over-limit',
    ticket: `${fence}&sl=58000`,
    venue: { maxLossQuote: '150' as never },
    hold: 'acknowledge',
  },
  { rule: 'liquidation-near', ticket: `${size}&mode=isolated&leverage=25`, hold: 'none' },
  {
    rule: 'leverage-over-cap',
    ticket: `${fence}`,
    venue: { leverageCap: '5' as never },
    hold: 'acknowledge',
  },
  { rule: 'no-stop-loss', ticket: fence, hold: 'none' },
  {
    rule: 'stop-wrong-side',
    page: stand,
    change: typeStop('$3,300.0'),
    press: '[type=submit]',
    hold: 'acknowledge',
  },
  { rule: 'stop-beyond-liquidation', ticket: `${fence}&sl=53000`, hold: 'acknowledge' },
  { rule: 'stop-near-liquidation', ticket: `${fence}&sl=54500`, hold: 'none' },
  { rule: 'fees-eat-margin', ticket: `${size}&mode=isolated&leverage=100`, hold: 'none' },
  { rule: 'funding-eats-margin', ticket: fence, venue: { horizonHours: '720' as never }, hold: 'none' },
  {
    rule: 'joint-shock-liquidates',
    ticket: `${size}&mode=cross&leverage=20&positions=ETHUSDT:long:6:3000:cross:20`,
    hold: 'acknowledge',
  },
  {
    rule: 'unrelated-directional-cross',
    ticket: `${size}&mode=cross&leverage=20&positions=ETHUSDT:long:4:3000:cross:20`,
    hold: 'acknowledge',
  },
  {
    rule: 'adds-to-losing-position',
    ticket: `${fence}&positions=BTCUSDT:long:0.01:65000:isolated:10`,
    hold: 'none',
  },
  { rule: 'auto-margin-add', ticket: fence, venue: { autoAddMargin: true }, hold: 'none' },
  {
    rule: 'mode-switch-changes-liquidation',
    ticket: `${size}&mode=cross&leverage=10`,
    change: switchMode,
    hold: 'none',
  },
  {
    rule: 'price-far-from-mark',
    ticket: 'price=60000&limit=66500&wallet=2000&size=0.1&mode=isolated&leverage=10',
    hold: 'acknowledge',
  },
  {
    rule: 'size-out-of-habit',
    ticket: 'price=60000&limit=60000&wallet=2000&size=0.2&mode=isolated&leverage=10&sl=58000',
    hold: 'acknowledge',
  },
  { rule: 'shared-account-mode', page: 'orderly/cross-limit.html', hold: 'none' },
  { rule: 'venue-rules-assumed', page: 'unseen/shadow-root.html', hold: 'none' },
  { rule: 'tiers-old', page: stand, hold: 'none' },
  { rule: 'positions-may-be-hidden', page: 'echobit/en-cross-panel.html', hold: 'none' },
  { rule: 'liquidation-disagrees', page: stand, change: printLiquidation, hold: 'none' },
  {
    rule: 'ticket-unread',
    page: stand,
    change: hide('.in:has(#trade-amount)'),
    press: '[type=submit]',
    hold: 'acknowledge',
  },
];

const strip = '[data-surface="strip"]';
const findingIn = (surface: string, rule: string) => `${surface} [data-finding="${rule}"]`;

function figuresOf(nodes: readonly SeenNode[], field: string): string | undefined {
  return nodes.find(({ attributes }) => attributes['data-field'] === field)?.attributes['data-value'];
}

describe('every rule, brought about on a page', () => {
  let server: PracticeServer;
  let browser: ChromiumBrowser;
  let page: ChromiumPage;
  let desk: GuardDesk;
  /** A page of the extension that only lends its world. */
  let own: ChromiumPage;
  const pages = fixturePages();
  const origins = [
    'http://127.0.0.1/*',
    ...new Set(cases.flatMap((each) => (each.page === undefined ? [] : [`${originOf(each.page)}/*`]))),
  ];

  function corpusPage(name: string) {
    const found = pages.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is gone`);
    return found;
  }
  function originOf(name: string): string {
    return new URL(corpusPage(name).url).origin;
  }

  beforeAll(async () => {
    server = await startPracticeServer();
    browser = await launchGuarded('chromium', { origins });
    for (const origin of origins) await waitUntilGuarded(browser, origin.slice(0, -2));
    own = await browser.extensionPage('src/ui/glossary/glossary.html');
    page = await browser.newPage();
    desk = new GuardDesk(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const inExtension = <R, A>(work: (arg: A) => Promise<R>, arg: A): Promise<R> => own.evaluate(work, arg);

  const settle = (venue: VenueChange) =>
    inExtension(
      async (settings) => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set({ settings });
      },
      {
        ...defaultSettings,
        venues: { practice: { ...defaultVenueSettings, ...venue } },
      },
    );

  async function open({ ticket, page: name, change }: Case): Promise<void> {
    if (name !== undefined) {
      const { url, html } = corpusPage(name);
      browser.served.put(url, html);
      await page.goto(url);
    } else {
      await page.goto(`${server.origin}/trade/BTCUSDT?still=1&seed=1&confirm=0&${ticket}`);
    }
    await desk.judged();
    if (change !== undefined) await change(page);
  }

  /** Opens the panel if it is not, and waits for the finding in it. */
  async function onStrip(rule: string): Promise<readonly SeenNode[]> {
    const [panel] = await page.surface(`${strip} .rf-panel`);
    if (panel?.visible !== true) await page.clickSurface(`${strip} .rf-strip-line`);
    await page.waitForSurface(findingIn(strip, rule), () => true, { what: `${rule} on the strip` });
    return page.surface(`${strip} [data-field]`);
  }

  async function onPopup(rule: string): Promise<readonly SeenNode[]> {
    const id = await inExtension(async (url) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === url)?.id ?? -1;
    }, page.raw.url());
    const popup = await browser.extensionPage(`src/ui/popup/popup.html?tab=${id}`);
    try {
      await popup.until(async () => (await popup.find(findingIn('', rule)))[0], {
        what: `${rule} in the popup`,
      });
      return await popup.find('[data-field]');
    } finally {
      await popup.close();
    }
  }

  const logged = () =>
    inExtension(async () => (await chrome.storage.local.get('log')).log?.items?.at(-1) ?? null, undefined);

  it('has a ticket for every rule there is', () => {
    expect(new Set(cases.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ id }) => id)));
  });

  it.each(cases.map((each) => [each.rule, each] as const))('%s', async (rule, each) => {
    await settle(each.venue ?? {});
    if (rule === 'size-out-of-habit') await trade(10, '0.01');
    await open(each);
    const said = await onStrip(rule);
    const popup = await onPopup(rule);
    for (const field of ['worst-loss', 'liquidation-price', 'idle-at-risk']) {
      const shown = figuresOf(said, field);
      if (shown !== undefined) expect(figuresOf(popup, field), field).toBe(shown);
    }
    if (each.hold === 'none') return;
    await page.bringToFront();
    await page.click(each.press ?? hook('submit-long'));
    await page.waitForSurface(findingIn('[data-surface="hold"]', rule), () => true, {
      what: `${rule} in the hold`,
    });
    const hold = await page.surface('[data-surface="hold"] [data-field]');
    expect(figuresOf(hold, 'worst-loss')).toBe(figuresOf(said, 'worst-loss'));
    await desk.goBack();
    const entry = await page.until(
      async () => {
        const last = await logged();
        return last?.findings.some(({ id }) => id === rule) === true ? last : undefined;
      },
      { what: `${rule} in the log` },
    );
    expect(entry.worstLoss ?? undefined).toBe(figuresOf(said, 'worst-loss'));
  });

  /** Sends orders as a trader does, so that there is a habit. */
  async function trade(count: number, lots: string): Promise<void> {
    await page.goto(
      `${server.origin}/trade/BTCUSDT?still=1&seed=1&confirm=0&price=60000&limit=50000&wallet=100000&size=${lots}&mode=isolated&leverage=2&sl=49000`,
    );
    await desk.judged();
    for (let order = 1; order <= count; order += 1) {
      await page.fill(hook('size'), lots);
      await desk.judged();
      await desk.send(
        hook('submit-long'),
        async () =>
          (await inExtension(
            async () => (await chrome.storage.local.get('presses')).presses?.items?.length ?? 0,
            undefined,
          )) === order,
        `order ${order} on record`,
      );
      await page.bringToFront();
    }
  }
});

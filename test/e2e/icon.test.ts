import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/defaults.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { GuardDesk } from './guard-desk.ts';
import { type GuardPage, guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Button {
  readonly badge: string;
  readonly title: string;
  readonly colour: readonly number[];
}

interface Api {
  readonly tabs: { query(what: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
  readonly action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
    getBadgeBackgroundColor(of: object): Promise<readonly number[]>;
  };
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}
declare const chrome: Api;

/** A toolbar button that says nothing; its badge's colour is not seen. */
const blank = { badge: '', title: 'Ringfence: margin check before you confirm' };

/** Badge, its colour and the words for each level; colours as `icons/` and the strip have them. */
const looks: Readonly<Record<string, Button>> = {
  ok: { badge: '', title: 'Ringfence: no finding', colour: [0x43, 0x4d, 0x60, 255] },
  notice: { badge: '', title: 'Ringfence: notice', colour: [0x2f, 0x5f, 0xd0, 255] },
  warning: { badge: '!', title: 'Ringfence: warning', colour: [0x8a, 0x4b, 0x00, 255] },
  danger: { badge: '!!', title: 'Ringfence: danger', colour: [0xa3, 0x13, 0x4f, 255] },
  unknown: { badge: '?', title: 'Ringfence: cannot tell', colour: [0x43, 0x4d, 0x60, 255] },
};

/** One ticket a level: idle money within reach; no stop on cross; no stop; a balance that is not there. */
const tickets: readonly (readonly [string, GuardPage, string])[] = [
  ['danger', {}, '0.1'],
  ['warning', { leverage: '5', balance: '100,000.00' }, '0.01'],
  ['notice', { mode: 'Isolated', leverage: '3' }, '0.01'],
  ['unknown', { leverage: '3', balance: '--' }, '0.01'],
];

describe.each(browsersUnderTest('one'))('the toolbar button in %s', (name) => {
  let browser: HarnessBrowser;
  let page: HarnessPage;
  let own: HarnessPage;
  let desk: GuardDesk;
  let tab: number;

  beforeAll(async () => {
    browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    await waitUntilGuarded(browser, guardedOrigin);
    own = await browser.extensionPage('src/ui/glossary/glossary.html');
    page = await browser.newPage();
    desk = new GuardDesk(page);
    browser.served.put(guardedUrl, guardPage());
    await page.goto(guardedUrl);
    tab = await own.evaluate(async (at: string) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find(({ url }) => url === at)?.id ?? -1;
    }, guardedUrl);
    browser.served.put(`${guardedOrigin}/en/about`, '<!doctype html><title>About</title><h1>About us</h1>');
    browser.served.put('https://other.example/', '<!doctype html><title>Other</title><h1>Another site</h1>');
  });
  afterAll(() => browser?.close());

  /** What the button of the page's tab says. Title and badge are drawn after the icon, and not without it. */
  const button = () =>
    own.evaluate(
      async (tabId: number): Promise<Button> => ({
        badge: await chrome.action.getBadgeText({ tabId }),
        title: await chrome.action.getTitle({ tabId }),
        colour: [...(await chrome.action.getBadgeBackgroundColor({ tabId }))],
      }),
      tab,
    );

  async function says(look: Partial<Button>, what: string): Promise<void> {
    let last: Button | undefined;
    const isIt = async () => {
      last = await button();
      return Object.entries(look).every(
        ([key, value]) => JSON.stringify(last?.[key as keyof Button]) === JSON.stringify(value),
      );
    };
    await page.until(isIt, { what }).catch(() => expect(last, what).toMatchObject(look));
  }

  async function open(setting: GuardPage, size: string): Promise<void> {
    browser.served.put(guardedUrl, guardPage(setting));
    await page.goto('about:blank');
    await page.goto(guardedUrl);
    await page.fill('#size', size);
    await desk.judged();
  }

  const settle = (settings: unknown) =>
    own.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);

  beforeEach(async () => {
    await settle(defaultSettings);
  });

  it.each(tickets)('says %s', async (level, setting, size) => {
    await open(setting, size);
    await says(looks[level] ?? {}, level);
  });

  it('says that nothing was found', async () => {
    await settle({
      ...defaultSettings,
      general: { ...defaultSettings.general, rules: { 'no-stop-loss': { enabled: false } } },
    });
    await open({ mode: 'Isolated', leverage: '3' }, '0.01');
    await desk.judged('ok');
    await says(looks.ok ?? {}, 'ok');
  });

  it('says nothing of a ticket without a size, and of an order that only reduces', async () => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    await page.fill('#size', '');
    await says(blank, 'nothing without a size');
    await page.fill('#size', '0.1');
    await says(looks.danger ?? {}, 'danger again');
    await page.click('#reduce');
    await says(blank, 'nothing of a way out');
  });

  it('says that it cannot tell of two tickets, and of a page that has changed', async () => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    await page.evaluate(() => {
      const ticket = document.getElementById('ticket');
      ticket?.after(ticket.cloneNode(true));
    });
    await says(looks.unknown ?? {}, 'one of two');
    browser.served.put(guardedUrl, '<!doctype html><title>BTCUSDT</title><h1>BTCUSDT Perpetual</h1>');
    await page.goto(guardedUrl);
    await says(looks.unknown ?? {}, 'a changed page');
    await page.goto(`${guardedOrigin}/en/about`);
    await says(blank, 'no order screen');
  });

  it('follows the ticket from one level to another and back', async () => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    await page.click('#mode');
    await page.fill('#size', '0.001');
    await says({ badge: '' }, 'no danger');
    await page.click('#mode');
    await page.fill('#size', '0.1');
    await says(looks.danger ?? {}, 'danger again');
  });

  it.each([
    ['another page of the exchange', `${guardedOrigin}/en/about`],
    ['another site', 'https://other.example/'],
  ])('is blank on %s', async (_, url) => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    await page.goto(url);
    await says(blank, 'nothing after the walk');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await says(blank, 'nothing a second later');
  });

  const leave = () =>
    page.evaluate(() => {
      history.pushState(null, '', '/en/futures/home');
      document.querySelector('main')?.remove();
    });

  it('is blank once the ticket is gone from the page, though a verdict was still on its way', async () => {
    for (const round of [1, 2, 3]) {
      await open({}, '0.1');
      await says(looks.danger ?? {}, 'danger');
      // Asks for a verdict in the same turn in which the ticket goes.
      await page.fill('#size', `0.1${round}`);
      await leave();
      await says(blank, `nothing, round ${round}`);
      await new Promise((resolve) => setTimeout(resolve, 600));
      await says(blank, `still nothing, round ${round}`);
    }
  });

  it('says the same with the worker killed, follows the ticket then, and is cleared when it goes', async () => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    await browser.killWorker();
    await says(looks.danger ?? {}, 'danger without a worker');
    await page.click('#mode');
    await page.fill('#size', '0.001');
    await says({ badge: '' }, 'no danger, by a worker that was woken');
    await page.click('#mode');
    await page.fill('#size', '0.1');
    await says(looks.danger ?? {}, 'danger again');
    await browser.killWorker();
    await leave();
    await says(blank, 'nothing, by a worker that was woken');
  });

  it('says it of each tab by itself', async () => {
    await open({}, '0.1');
    await says(looks.danger ?? {}, 'danger');
    const other = await browser.servePage('https://other.example/', '<!doctype html><title>Other</title>');
    await other.close();
    await page.bringToFront();
    await says(looks.danger ?? {}, 'danger');
    expect(await own.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  });
});

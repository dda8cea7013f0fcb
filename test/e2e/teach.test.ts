import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPage } from '../harness/chromium-page.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { accessibilityFindings } from '../support/axe.ts';
import { GuardDesk } from './guard-desk.ts';
import { madeUpOrigin, madeUpPage, madeUpUrl } from './taught-page.ts';

interface Tab {
  readonly id: number;
  readonly url?: string;
}
interface Api {
  readonly tabs: { query(what: object): Promise<readonly Tab[]> };
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, unknown>>; clear(): Promise<void> };
  };
}
declare const chrome: Api;

const teach = '[data-surface="teach"]';
const strip = '[data-surface="strip"]';

describe.each(browsersUnderTest('one'))('teaching a page of made-up words in %s', (name) => {
  let harness: HarnessBrowser;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    harness = await launchGuarded(name, { origins: [`${madeUpOrigin}/*`] });
    await waitUntilGuarded(harness, madeUpOrigin);
    page = await harness.servePage(madeUpUrl, madeUpPage());
    desk = new GuardDesk(page);
  });

  afterAll(async () => {
    await harness?.close();
  });

  /** The popup as a page of its own, looking at the tab with this address. */
  async function popup(): Promise<HarnessPage> {
    const finder = await harness.extensionPage('src/ui/options/options.html');
    const tab = await finder.evaluate(async (start) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find(({ url }) => url?.startsWith(start as string))?.id ?? -1;
    }, madeUpOrigin);
    await finder.close();
    const opened = await harness.extensionPage(`src/ui/popup/popup.html?tab=${tab}`);
    await opened.setViewport(372, 600);
    return opened;
  }
  async function open(button: string): Promise<void> {
    const opened = await popup();
    await opened.until(
      async () => (await opened.find('[data-surface="popup"]'))[0]?.attributes['data-view'] !== 'looking',
    );
    if (button !== '[data-teach="page"]') await opened.click('summary');
    await opened.click(button);
    await page.until(async () => (await page.surface(teach)).length === 1, { what: 'the picker' });
    await opened.close().catch(() => undefined);
    await page.bringToFront();
  }
  const asksFor = (field: string) =>
    page.waitForSurface(`${teach}[data-field-name="${field}"]`, () => true, {
      what: `the picker to ask for ${field}`,
    });
  const says = (text: string) =>
    page.waitForSurface(`${teach} [data-taught-value]`, (node) => node.text === text, { what: text });
  const keep = () => page.clickSurface(`${teach} [data-act="keep"]`);
  /** Walks through the places with the arrow keys until one says this. */
  async function walkTo(text: string): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await page.press('ArrowDown');
      const [spot] = await page.surface('#rf-teach-spot');
      if (spot?.text.endsWith(`: ${text}`)) return;
    }
    throw new Error(`no place says ${text}`);
  }
  async function focused(): Promise<string> {
    const found = await page.inSurfaces(
      (root) => root.activeElement?.getAttribute('data-act') ?? root.activeElement?.className ?? '',
      0,
    );
    return found.find((each) => each !== '') ?? '';
  }

  it('finds nothing there by itself', async () => {
    await page.waitForSurface(`${strip}[data-state="no-ticket"]`);
  });

  it('is taught by mouse: size, order button, and what its words mean; nothing of it reaches the page', async () => {
    await open('[data-teach="page"]');
    await asksFor('size');
    await page.evaluate(() => {
      (window as unknown as { seen: string[] }).seen = [];
    });
    await page.click('#size');
    await says('Size: 0.25 in BTC');
    await keep();
    await asksFor('buy');
    await page.click('#buy');
    await says('Buy button: the button “Nunua”');
    await keep();
    await asksFor('sell');
    await page.click('#sell');
    await keep();
    await asksFor('marginMode');
    await page.click('#mode');
    await page.waitForSurface(`${teach}[data-lesson="ask"]`);
    await page.clickSurface(`${teach} [data-act="mean-isolated"]`);
    await says('Margin mode: Isolated');
    await keep();
    expect(await desk.sent()).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    expect((await page.find('#mode'))[0]?.text).toBe('Pekee');
  });

  it('is taught by keyboard: walks the places, reads, keeps, and leaves', async () => {
    await asksFor('available');
    await walkTo('2,000.00 USDT');
    await page.press('Enter');
    await says('Available balance: $2,000');
    await page.until(async () => (await focused()) === 'keep', { what: 'the focus on the way on' });
    await page.press('Enter');
    await page.waitForSurface(`${teach} .rf-teach-kept`, (node) => node.text.includes('$2,000'));
    await asksFor('price');
    await walkTo('60000');
    await page.press('Enter');
    await says('Price: 60,000');
    await page.until(async () => (await focused()) === 'keep', { what: 'the focus on the way on' });
    await page.press('Enter');
    await page.waitForSurface(`${teach} h2`, (node) =>
      node.text.startsWith('Everything that matters is read'),
    );
    await page.press('Tab', 'Shift');
    await page.press('Escape');
    await page.waitForNoSurface(teach);
    await page.waitFor(() => document.activeElement?.localName === 'body');
    expect(await desk.sent()).toEqual([]);
  });

  it('then reads the ticket and shows figures, also after a reload', async () => {
    await desk.judged();
    await page.reload();
    await desk.judged();
    // 0.25 x 60,000 / 20 stands behind an isolated order, and the fee to open it.
    const worst = await desk.figure('worst-loss');
    expect(Number(worst.attributes['data-value'])).toBeGreaterThanOrEqual(750);
    expect(Number(worst.attributes['data-value'])).toBeLessThan(800);
  });

  it('holds the taught order button like any other', async () => {
    await page.click('#mode');
    await page.until(async () => {
      const state = await page.surface(`${strip} [data-field="worst-loss"]`);
      return state[0]?.attributes['data-value'] === undefined;
    });
    await page.click('#buy');
    await desk.hold();
    expect(await desk.sent()).toEqual([]);
    await desk.goBack();
    await page.click('#mode');
    await desk.judged();
  });

  it('says which word it does not know yet, and asks for it alone', async () => {
    await page.click('#mode');
    await open('[data-teach="marginMode"]');
    await asksFor('marginMode');
    await page.click('#mode');
    await page.waitForSurface(`${teach} .rf-teach-value`, (node) => node.text === 'What does “Pamoja” mean?');
    await page.clickSurface(`${teach} [data-act="mean-cross"]`);
    await says('Margin mode: Cross');
    await keep();
    await page.press('Escape');
    await page.waitForNoSurface(teach);
    await page.click('#mode');
    await desk.judged();
  });

  it('says plainly when nothing readable stands there', async () => {
    await open('[data-teach="walletBalance"]');
    await page.click('.chart');
    await page.waitForSurface(`${teach} .rf-teach-none`, (node) => node.text.startsWith('Nothing readable'));
    await page.press('Escape');
    await page.waitForNoSurface(teach);
  });

  it('asks again when the place is gone, and never takes another', async () => {
    await page.evaluate(() => {
      for (const selector of ['#size', '#price']) document.querySelector(selector)?.removeAttribute('id');
      const captions = [...document.querySelectorAll('.line span:first-child')];
      for (const caption of captions) caption.textContent = 'Nyingine';
    });
    const opened = await popup();
    await opened.until(
      async () =>
        (await opened.find('[data-taught-lost]'))[0]?.attributes['data-taught-lost']?.includes('size'),
      { what: 'the popup to say that the size is lost' },
    );
    await opened.close().catch(() => undefined);
    await page.reload();
    await desk.judged();
  });

  it('is exported, forgotten in the open page at once, and imported again', async () => {
    const settings = await harness.extensionPage('src/ui/options/options.html#other');
    const rows = async () =>
      (await settings.find('[data-taught]')).map(({ attributes }) => attributes['data-taught']);
    await settings.until(async () => (await rows()).length >= 5);
    const text = JSON.stringify({
      ringfence: 'taught-fields',
      version: 1,
      sites: await settings.evaluate(async () => {
        const { taught } = (await chrome.storage.local.get('taught')) as { taught: { sites: object } };
        return taught.sites;
      }),
    });
    expect(text).not.toMatch(/2,000|60,?000/);
    await settings.click('[data-taught="leverage"] button, [data-taught="available"] button');
    await settings.until(async () => !(await rows()).includes('available'));
    await settings.click('.taught-site > .rf-link');
    await settings.until(async () => (await rows()).length === 0);
    await page.bringToFront();
    await page.waitForSurface(`${strip}[data-state="no-ticket"]`);
    await settings.bringToFront();

    if (settings instanceof ChromiumPage) {
      await settings.raw.setInputFiles('input[type=file]', {
        name: 'shown.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text.replace('"sites":{', '"sites":{"not a site":[1],')),
      });
      const preview = await settings.until(async () => (await settings.find('[data-import]'))[0]);
      expect(preview.text).toMatch(/^perps\.example\.org: .*Size/);
      expect((await settings.find('.taught-preview .rf-bad'))[0]?.text).toMatch(/^1 entries/);
      expect(await rows()).toEqual([]);
      expect(await accessibilityFindings(settings)).toEqual([]);
      await settings.click('[data-do="take"]');
      await settings.until(async () => (await rows()).length >= 5);
      expect(await accessibilityFindings(settings)).toEqual([]);
      await page.bringToFront();
      await desk.judged();
      await settings.bringToFront();
      const [download] = await Promise.all([
        settings.raw.waitForEvent('download'),
        settings.click('[data-do="export"]'),
      ]);
      expect(download.suggestedFilename()).toMatch(/^ringfence-shown-\d{4}-\d\d-\d\d\.json$/);
      const stream = await download.createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      expect(JSON.parse(Buffer.concat(chunks).toString()).sites).toEqual(JSON.parse(text).sites);
    }
    await settings.close();
  });
});

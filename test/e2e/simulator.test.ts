import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { ChromiumPage } from '../harness/chromium-page.ts';
import { projectRoot } from '../harness/extension-build.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { accessibilityFindings } from '../support/axe.ts';

interface Tab {
  readonly id: number;
  readonly url?: string;
}
declare const chrome: { readonly tabs: { query(what: object): Promise<readonly Tab[]> } };

const path = 'src/ui/simulator/simulator.html';

/** Wallet 2,000, buy 0.1 BTC at 60,000 with 20x on cross; maker 0.02 % in, taker 0.05 % out, maintenance 0.4 %. */
const ticket = 'trade/BTCUSDT?still=1&seed=1&size=0.1&limit=60000';

/** `npm run assess` on a text. */
function assessed(text: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'assess', '-'], {
    cwd: projectRoot,
    encoding: 'utf8',
    input: text,
  });
  return { status, stderr, output: stdout === '' ? undefined : JSON.parse(stdout) };
}

describe.each(browsersUnderTest('one'))('the simulator in %s', (name) => {
  let server: PracticeServer;
  let harness: HarnessBrowser;
  let page: HarnessPage;

  beforeAll(async () => {
    server = await startPracticeServer();
    harness = await launchGuarded(name, { origins: ['http://127.0.0.1/*'] });
    await waitUntilGuarded(harness, 'http://127.0.0.1');
    page = await harness.extensionPage(`${path}#preset=EX-2b`);
    await page.setViewport(1240, 900);
    await shown(page);
  });

  afterAll(async () => {
    await harness?.close();
    await server?.close();
  });

  const shown = (at: HarnessPage) =>
    at.until(async () => (await at.find('[data-surface="simulator"] [data-field="level"]')).length > 0, {
      what: 'a verdict',
    });
  const value = async (field: string, within = '', at = page) =>
    (await at.find(`${within} [data-field="${field}"]`))[0]?.attributes['data-value'];
  const at = async (mode: string, field: string) =>
    Number(await value(field, `.sim-at [data-mode="${mode}"]`));
  /** What "Save as JSON" hands to the browser. */
  const saved = async (): Promise<string> => {
    // A download's address may not be fetched under the page's own policy: the text is taken where it is made.
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        Object.assign(globalThis, { kept: (blob as Blob).text() });
        URL.createObjectURL = make;
        return 'blob:nothing';
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await page.click('[data-act="save"]');
    return page.evaluate(() => (globalThis as unknown as { kept: Promise<string> }).kept);
  };
  const openFile = (text: string) =>
    page.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('input[data-act="open"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([content as string], 'ticket.json', { type: 'application/json' }));
      if (input === null) return;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);

  it('shows EX-2b as its document has it: 1,840 left after a fall of 8 %, no liquidation, 1,800 idle at risk', async () => {
    expect(await at('cross', 'shock-equity')).toBe(1840);
    expect(await at('cross', 'shock-loss')).toBe(160);
    expect(await value('worst-loss')).toBe('2000');
    expect(await value('idle-at-risk')).toBe('1800');
    expect(await value('other-mode-worst-loss')).toBe('200');
    expect((await page.find('[data-field="liquidation-price"][data-kind="none"]')).length).toBeGreaterThan(0);
    const said = await page.find('[data-says]');
    expect(said.length).toBe(9);
    expect(said.every(({ attributes }) => attributes['data-alike'] === 'true')).toBe(true);
  });

  it('drags the price by keyboard, with both modes live', async () => {
    await page.evaluate(() => document.getElementById('drag')?.focus());
    // From -8 % to -10 %: past the isolated liquidation at -9.548 %.
    for (let count = 0; count < 20; count += 1) await page.press('ArrowLeft');
    await page.until(async () => (await at('cross', 'shock-loss')) === 200, { what: 'a fall of 10 %' });
    expect(await at('cross', 'shock-equity')).toBe(1800);
    const liquidated = async (mode: string) =>
      (await page.find(`.sim-at [data-mode="${mode}"] [data-liquidated]`))[0]?.attributes['data-liquidated'];
    expect(await liquidated('isolated')).toBe('BTC long');
    expect(await liquidated('cross')).toBe('');
    await page.fill('[data-input="drag-price"]', '110');
    await page.until(async () => (await at('isolated', 'shock-loss')) === -200, { what: 'a gain of 200' });
    await page.click('[data-act="back-to-mark"]');
    await page.until(async () => (await at('cross', 'shock-loss')) === 0);
  });

  it('meets bad input field by field, and works everything out again when it is mended', async () => {
    await page.fill('[id="order.price"]', 'a hundred');
    await page.fill('[id="order.leverage"]', '-3');
    await page.until(async () => (await page.find('[data-problem]')).length === 2, { what: 'two problems' });
    expect((await page.find('[data-field="worst-loss"]')).length).toBe(0);
    expect((await page.find('[data-act="save"][disabled]')).length).toBe(1);
    const [price] = await page.find('[data-input="order.price"] .sim-problem');
    expect(price?.text).toBe('should be a number above zero');
    await page.fill('[id="order.price"]', '100');
    await page.fill('[id="order.leverage"]', '10');
    await shown(page);
    expect(await value('worst-loss')).toBe('2000');
  });

  it('saves what npm run assess reads, with the same figures', async () => {
    const text = await saved();
    const { status, output } = assessed(text);
    expect(status).toBe(0);
    expect(output.exposure.losses.worst.amount).toBe(await value('worst-loss'));
    expect(output.exposure.idle.atRisk).toBe(await value('idle-at-risk'));
    expect(output.verdict.level).toBe(await value('level'));
  });

  it('opens a file whole: what nobody here knows comes out again', async () => {
    const mine = { ...JSON.parse(await saved()), note: { from: 'me' } };
    mine.account = { ...mine.account, crossBalance: '1000', label: 'spare' };
    await openFile(JSON.stringify(mine));
    await page.until(async () => (await value('worst-loss')) === '1000', { what: 'the opened wallet' });
    expect(JSON.parse(await saved())).toEqual(mine);
  });

  it('refuses a wrong file by the path, and leaves the page as it was', async () => {
    const wrong = JSON.parse(await saved());
    wrong.order = { ...wrong.order, size: 0.1, side: 'up' };
    await openFile(JSON.stringify(wrong));
    await page.until(async () => (await page.find('[role="alert"] li')).length === 2, {
      what: 'two complaints',
    });
    const complaints = (await page.find('[role="alert"] li')).map(({ text }) => text);
    expect(complaints[0]).toMatch(/^order\.s/);
    expect(complaints.join(' ')).toContain('order.size');
    expect(await value('worst-loss')).toBe('1000');
    await openFile('{"contract": 1,');
    await page.until(async () =>
      (await page.find('[role="alert"] li'))[0]?.text.startsWith('This is not JSON'),
    );
    expect(assessed('{"contract": 1,').status).toBe(2);
  });

  it('takes a pasted ticket', async () => {
    const text = (await saved()).replace('"1000"', '"1500"');
    await page.click('[data-act="paste"]');
    await page.evaluate((content) => {
      const area = document.querySelector('textarea');
      if (area === null) return;
      area.value = content as string;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page.click('[data-act="take-paste"]');
    await page.until(async () => (await value('worst-loss')) === '1500', { what: 'the pasted wallet' });
  });

  it("fills the places left empty with the exchange's fees and packaged brackets", async () => {
    await page.click('[data-act="reset"]');
    await page.until(async () => (await page.find('[data-brackets="12"]')).length === 1, {
      what: 'the brackets of BTCUSDT on Binance',
    });
    await page.until(async () => (await value('worst-loss')) === '1998.8', { what: 'the opening fee' });
    const { output } = assessed(await saved());
    expect(output.exposure.liquidation.price).toBe(await value('liquidation-price'));
  });

  it('begins with the ticket of a tab, with the same figures as its popup', async () => {
    const exchange = await harness.newPage();
    await exchange.goto(`${server.origin}/${ticket}`);
    await exchange.waitForSurface('[data-surface="strip"][data-state="checked"]');
    const tab = await page.evaluate(async (start) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find(({ url }) => url?.startsWith(start as string))?.id ?? -1;
    }, server.origin);
    const own = await harness.extensionPage(`${path}#tab=${tab}&side=long`);
    await own.until(async () => (await value('worst-loss', '', own)) === '1998.8', {
      what: 'the tab’s ticket',
    });
    await own.until(async () => (await value('liquidation-price', '', own)) !== undefined, {
      what: 'the brackets of the tab’s contract',
    });
    expect(Number(await value('liquidation-price', '', own))).toBeCloseTo(40172.690763, 5);
    expect(await value('level', '', own)).toBe('danger');
    await own.close();
    await exchange.close();
    const gone = await harness.extensionPage(`${path}#tab=999999`);
    await gone.until(async () => (await gone.find('[data-start="tab-failed"]')).length === 1);
    await gone.close();
  });

  it('explains every word of the glossary on a page of its own', async () => {
    const glossary = await harness.extensionPage('src/ui/glossary/glossary.html#wick');
    const count = async (selector: string) => (await glossary.find(selector)).length;
    await expect.poll(() => count('[data-term]'), { timeout: 20_000 }).toBe(58);
    expect(await count('[data-comparison] [data-row]')).toBe(21);
    await glossary.fill('#find', 'backstop');
    await glossary.until(async () => (await glossary.find('[data-term]')).length === 1);
    if (glossary instanceof ChromiumPage) expect(await accessibilityFindings(glossary)).toEqual([]);
    await glossary.close();
  });

  if (name === 'chromium') {
    it('has nothing the accessibility checker finds, wide and on a phone', async () => {
      if (!(page instanceof ChromiumPage)) throw new Error('asked of Chromium only');
      for (const width of [1240, 360]) {
        await page.setViewport(width, 900);
        expect(await accessibilityFindings(page), String(width)).toEqual([]);
        const [seen, needed] = await page.evaluate(() => [
          document.documentElement.clientWidth,
          document.documentElement.scrollWidth,
        ]);
        expect(needed, String(width)).toBe(seen);
      }
    });
  }
});

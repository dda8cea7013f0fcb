import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { buildExtension } from '../harness/extension-build.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { type CountingProxy, startCountingProxy } from './counting-proxy.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

interface Tabs {
  query(of: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
}

const ownPages = ['welcome', 'options', 'simulator', 'log', 'glossary', 'popup'];
const throughProxy = (proxy: CountingProxy) => [
  `--proxy-server=${proxy.address}`,
  // Loopback goes past a proxy unless told otherwise.
  '--proxy-bypass-list=<-loopback>',
];
/** The browser's own errands, which no switch stops. */
const errand = /(?:^|\/\/|\.)(?:google|googleapis|gvt1|gstatic)\.com(?::\d+)?(?:\/|$)/;
/** It connects to the host of a page ahead of loading it, even when the test then answers. */
const ahead = `${new URL(guardedOrigin).host}:443`;
const notErrands = (asked: readonly string[]) =>
  asked.filter((address) => !errand.test(address) && address !== ahead);
/** The browser's own remark on the hold's button, which ends the dialog before its form could. */
const remark = 'Form submission canceled because the form is not connected';
/** Figures that stand nowhere but on this page. */
const page = guardPage({ balance: '4,386.27' })
  .replaceAll('60,000.0', '58,741.9')
  .replace('60000', '58741.9');
const figures = /4.?386|386.?27|58.?741|741.?9|0.?1739/;

describe.each(browsersUnderTest().filter((name) => name === 'chromium'))(
  'what the extension asks for in %s',
  (name) => {
    let proxy: CountingProxy;
    let browser: ChromiumBrowser;
    let tab: ChromiumPage;
    let desk: GuardDesk;
    const requests: Request[] = [];
    const said: string[] = [];

    beforeAll(async () => {
      proxy = await startCountingProxy();
      browser = await launchGuarded(name, {
        origins: [`${guardedOrigin}/*`, 'https://figures.example/*'],
        args: throughProxy(proxy),
      });
      browser.context.on('request', (request) => requests.push(request));
      browser.context.on('console', (message) => said.push(message.text()));
      browser.context.on('weberror', (error) => said.push(String(error.error())));
      for (const worker of browser.context.serviceWorkers()) {
        worker.on('console', (message) => said.push(message.text()));
      }
      await waitUntilGuarded(browser, guardedOrigin);
      tab = (await browser.servePage(guardedUrl, page)) as ChromiumPage;
      desk = new GuardDesk(tab);
    });

    afterAll(async () => {
      await browser?.close();
      await proxy?.close();
    });

    it('reads a table of its own package, without a connect source in its policy', async () => {
      await tab.fill('#size', '0.1739');
      await desk.judged();
      // Binance's brackets for this contract; without the table there is no figure.
      await tab.click('#buy');
      await desk.hold();
      await tab.waitForSurface(
        '[data-surface="hold"] [data-field="liquidation-price"]',
        ({ attributes }) => Number(attributes['data-value']) > 0,
      );
      await desk.goBack();
    });

    it('goes through every surface', async () => {
      const popup = await browser.openPopup(tab);
      await popup.waitFor(() => document.querySelector('[data-field="worst-loss"][data-value]') !== null);
      const own = await browser.newPage();
      for (const name of ownPages) {
        await own.goto(`chrome-extension://${browser.extensionId}/src/ui/${name}/${name}.html`);
        await own.waitFor(() => document.querySelector('h1, h2, [data-surface]') !== null, undefined, {
          what: `the page ${name}`,
        });
      }
      await own.close();
    });

    it('copies a report without one of the figures', async () => {
      const options = await browser.extensionPage('src/ui/options/options.html');
      const id = await options.evaluate(async (url: string) => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
        return (await tabs.query({})).find((each) => each.url === url)?.id;
      }, guardedUrl);
      await options.close();
      const popup = await browser.extensionPage(`src/ui/popup/popup.html?tab=${id}`);
      await popup.evaluate(() => {
        navigator.clipboard.writeText = async (text) => {
          Object.assign(globalThis, { copied: text });
        };
      });
      await popup.click('[data-act="copy-report"]');
      await popup.waitFor(() => 'copied' in globalThis);
      const report = await popup.evaluate(() => (globalThis as unknown as { copied: string }).copied);
      expect(report).toContain('venue: binance');
      expect(report.length).toBeGreaterThan(1_000);
      expect(report).not.toMatch(figures);
      await popup.close();
    });

    it('asked for its own files and nothing else', async () => {
      // Anything that was put off has its chance.
      await sleep(1_000);
      const own = `chrome-extension://${browser.extensionId}/`;
      const asked = requests.map((request) => request.url());
      expect(asked.filter((url) => url.startsWith(own)).length).toBeGreaterThan(20);
      const strange = asked.filter(
        (url) => !url.startsWith(own) && !url.startsWith('data:') && url !== guardedUrl,
      );
      expect(strange).toEqual([]);
      // The test's own web answers first; what it does not see, as the popup under the button, comes by the proxy.
      expect(notErrands(proxy.asked)).toEqual([]);
    });

    it('wrote nothing to a console', () => {
      expect(said.filter((text) => text !== remark)).toEqual([]);
    });

    it('is not let out even by what would call: the policy refuses the worker and every page', async () => {
      const address = 'https://figures.example/?worst=2000';
      const call = (url: string) => fetch(url).then(String, String);
      const [worker] = browser.context.serviceWorkers();
      const own = await browser.extensionPage('src/ui/glossary/glossary.html');
      expect(await worker?.evaluate(call, address)).toMatch(/TypeError/);
      expect(await own.raw.evaluate(call, address)).toMatch(/TypeError/);
      await own.close();
      expect(browser.served.asked).not.toContain(address);
      expect(notErrands(proxy.asked)).toEqual([]);
    });
  },
);

/** What the tests above look at does see a worker that calls out, where nothing stops it. */
const controls = process.env.RINGFENCE_FULL === undefined ? [] : ['http://figures.example/?worst=2000'];
describe.each(controls)('the watch of this test', (address) => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringfence-talkative-'));
    await cp(await buildExtension('chromium'), folder, { recursive: true });
    const manifest = join(folder, 'manifest.json');
    const { content_security_policy: _, ...rest } = JSON.parse(await readFile(manifest, 'utf8'));
    await writeFile(manifest, JSON.stringify(rest));
    await appendFile(
      join(folder, 'service-worker-loader.js'),
      `\n;fetch(${JSON.stringify(address)}).catch(() => {});`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('sees a worker without our policy call out', async () => {
    const proxy = await startCountingProxy();
    const browser = await launchGuarded('chromium', {
      extension: folder,
      origins: ['http://figures.example/*'],
      args: throughProxy(proxy),
    });
    try {
      const own = await browser.extensionPage('src/ui/glossary/glossary.html');
      await own.until(async () => [...browser.served.asked, ...proxy.asked].includes(address), {
        what: 'the call',
      });
    } finally {
      await browser.close();
      await proxy.close();
    }
  });
});

describe.each(browsersUnderTest('one').filter((name) => name === 'firefox'))('in %s', (name) => {
  it('reads its tables and asks for nothing else, with the same policy', async () => {
    const browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
    try {
      await waitUntilGuarded(browser, guardedOrigin);
      const tab = await browser.servePage(guardedUrl, page);
      const desk = new GuardDesk(tab);
      await tab.fill('#size', '0.1739');
      await desk.judged();
      await tab.click('#buy');
      await desk.hold();
      await tab.waitForSurface(
        '[data-surface="hold"] [data-field="liquidation-price"]',
        ({ attributes }) => Number(attributes['data-value']) > 0,
      );
      const strange = browser.served.asked.filter((url) => !url.startsWith(`${guardedOrigin}/`));
      expect(strange).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

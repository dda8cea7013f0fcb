import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { ChromiumPage } from './chromium-page.ts';
import { requireBrowser } from './find-browser.ts';
import type { HarnessBrowser, LaunchOptions } from './harness-browser.ts';
import { PopupPage } from './popup-page.ts';
import { ServedPages } from './served-pages.ts';

/** Quiet in the background: no update checks, no first-run pages, nothing that asks the network. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=DisableLoadExtensionCommandLineSwitch,Translate,MediaRouter',
];

interface Loaded {
  readonly context: BrowserContext;
  readonly session: CDPSession;
  readonly extensionId: string;
}

/** The protocol's domain for extensions, which the library's typing does not list yet. */
type ExtensionsSend = (method: `Extensions.${string}`, params: object) => Promise<unknown>;

async function loadUnpacked(session: CDPSession, path: string): Promise<string> {
  const send = session.send.bind(session) as ExtensionsSend;
  const { id } = (await send('Extensions.loadUnpacked', { path })) as { id: string };
  return id;
}

async function triggerAction(session: CDPSession, id: string, targetId: string): Promise<void> {
  const send = session.send.bind(session) as ExtensionsSend;
  await send('Extensions.triggerAction', { id, targetId });
}

/**
 * Loads the extension through the DevTools protocol, because Chrome's own builds ignore `--load-extension`. A browser
 * too old for that is started again with the switch.
 */
async function startWithExtension(
  profile: string,
  folder: string,
  options: LaunchOptions,
  bySwitch = false,
): Promise<Loaded> {
  const {
    headless = true,
    viewport = { width: 1600, height: 1000 },
    lang = 'en-US',
    touch = false,
  } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    // The new headless mode is the whole browser; the library's own switch would start the old shell without extensions.
    headless: false,
    viewport: viewport === 'window' ? null : viewport,
    locale: lang,
    hasTouch: touch,
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
    // A person's Ctrl-C is answered by the tool that opened the window, so that it can clean up.
    handleSIGINT: options.web !== 'open',
    handleSIGTERM: options.web !== 'open',
    ...(options.display === undefined ? {} : { env: { ...process.env, DISPLAY: options.display } }),
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(headless ? [] : ['--enable-automation']),
      ...(options.keepsHistoryPages === true ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      ...quiet,
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(bySwitch
        ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]
        : ['--enable-unsafe-extension-debugging']),
      ...(options.args ?? []),
    ],
  });
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('no DevTools session with the browser');
    if (bySwitch) {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      return { context, session, extensionId: new URL(worker.url()).host };
    }
    return { context, session, extensionId: await loadUnpacked(session, folder) };
  } catch (error) {
    await context.close();
    if (!bySwitch && /wasn't found|not available/.test(String(error))) {
      return startWithExtension(profile, folder, options, true);
    }
    throw error;
  }
}

export class ChromiumBrowser implements HarnessBrowser {
  readonly name = 'chromium';
  readonly served = new ServedPages();
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly #session: CDPSession;
  readonly #profile: string;

  constructor(loaded: Loaded, profile: string) {
    this.context = loaded.context;
    this.extensionId = loaded.extensionId;
    this.#session = loaded.session;
    this.#profile = profile;
  }

  async newPage(): Promise<ChromiumPage> {
    return new ChromiumPage(await this.context.newPage());
  }

  async servePage(url: string, html: string): Promise<ChromiumPage> {
    this.served.put(url, html);
    const page = await this.newPage();
    await page.goto(url);
    return page;
  }

  async extensionPage(path: string): Promise<ChromiumPage> {
    const page = await this.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${path}`);
    return page;
  }

  /** Presses the toolbar button on a page's tab: gives `activeTab` for it and opens the popup there. */
  async openPopup(page: ChromiumPage): Promise<PopupPage> {
    await page.bringToFront();
    const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.raw.url());
    if (tab === undefined) throw new Error('the page has no tab');
    await triggerAction(this.#session, this.extensionId, tab.targetId);
    const popup = await page.until(
      async () => {
        const { targetInfos: open } = await this.#session.send('Target.getTargets');
        return open.find(({ type, url, attached }) => {
          return type === 'page' && !attached && url.startsWith(`chrome-extension://${this.extensionId}/`);
        });
      },
      { what: 'the popup' },
    );
    return PopupPage.attach(this.#session, popup.targetId);
  }

  async killWorker(): Promise<void> {
    // The first tab of the profile stays empty; asking from a page of the extension could wake the worker.
    const [first] = this.context.pages();
    if (first === undefined) throw new Error('no tab left to ask from');
    const session = await this.context.newCDPSession(first);
    const running = new Map<string, string>();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const each of versions) running.set(each.versionId, each.runningStatus);
    });
    try {
      await session.send('ServiceWorker.enable');
      const deadline = Date.now() + 20_000;
      // A message that is under way starts the worker again at once, so one order to stop may not do.
      for (
        let look = 0;
        running.size === 0 || [...running.values()].some((now) => now !== 'stopped');
        look += 1
      ) {
        if (Date.now() > deadline)
          throw new Error(`worker is ${[...running.values()].join() || 'not listed'}`);
        if (look % 10 === 0) await session.send('ServiceWorker.stopAllWorkers');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } finally {
      await session.detach();
    }
  }

  async workerIsRunning(): Promise<boolean> {
    const [first] = this.context.pages();
    if (first === undefined) throw new Error('no tab left to ask from');
    const session = await this.context.newCDPSession(first);
    const statuses = new Promise<readonly string[]>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) =>
        resolve(versions.map((each) => each.runningStatus)),
      );
    });
    try {
      await session.send('ServiceWorker.enable');
      return (await statuses).some((status) => status === 'running' || status === 'starting');
    } finally {
      await session.detach();
    }
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

/** Chrome, Chromium or Edge with an unpacked extension from `folder`. */
export async function launchChromium(folder: string, options: LaunchOptions = {}): Promise<ChromiumBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'ringfence-chromium-'));
  const browser = new ChromiumBrowser(await startWithExtension(profile, folder, options), profile);
  if (options.web === 'open') return browser;
  await browser.context.route('**/*', async (route) => {
    const url = route.request().url();
    if (!/^https?:/.test(url)) return route.continue();
    const page = browser.served.answer(url);
    if (page === undefined) return route.continue();
    return route.fulfill({ status: page.status, contentType: page.type, body: page.body });
  });
  return browser;
}

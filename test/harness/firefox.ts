import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { Bidi } from './bidi.ts';
import { requireBrowser } from './find-browser.ts';
import { FirefoxPage } from './firefox-page.ts';
import type { HarnessBrowser, LaunchOptions } from './harness-browser.ts';
import { ServedPages } from './served-pages.ts';

interface BlockedRequest {
  readonly isBlocked: boolean;
  readonly request: { readonly request: string; readonly url: string };
}

async function addonIdOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder} has no gecko id: is it the build for Firefox?`);
  return id;
}

export class FirefoxBrowser implements HarnessBrowser {
  readonly name = 'firefox';
  readonly served = new ServedPages();
  readonly extensionId: string;
  readonly bidi: Bidi;
  readonly #browser: Browser;
  readonly #host: string;
  readonly #viewport: LaunchOptions['viewport'];

  constructor(browser: Browser, extensionId: string, host: string, viewport: LaunchOptions['viewport']) {
    this.#browser = browser;
    this.extensionId = extensionId;
    this.#host = host;
    this.#viewport = viewport;
    this.bidi = new Bidi(browser);
  }

  /** From here on every request of every tab is answered by `served`. */
  async interceptRequests(): Promise<void> {
    await this.bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] });
    this.bidi.on<BlockedRequest>('network.beforeRequestSent', ({ isBlocked, request }) => {
      if (!isBlocked) return;
      const page = /^https?:/.test(request.url) ? this.served.answer(request.url) : undefined;
      const answered =
        page === undefined
          ? this.bidi.send('network.continueRequest', { request: request.request })
          : this.bidi.send('network.provideResponse', {
              request: request.request,
              statusCode: page.status,
              reasonPhrase: page.status === 200 ? 'OK' : 'Not Found',
              headers: [{ name: 'Content-Type', value: { type: 'string', value: page.type } }],
              body: { type: 'base64', value: Buffer.from(page.body).toString('base64') },
            });
      // A tab that closes takes its open requests with it.
      answered.catch(() => undefined);
    });
    await this.bidi.send('network.addIntercept', { phases: ['beforeRequestSent'] });
  }

  async newPage(): Promise<FirefoxPage> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const page = new FirefoxPage(this.bidi, context);
    const size = this.#viewport ?? { width: 1600, height: 1000 };
    if (size !== 'window') await page.setViewport(size.width, size.height);
    return page;
  }

  async servePage(url: string, html: string): Promise<FirefoxPage> {
    this.served.put(url, html);
    const page = await this.newPage();
    await page.goto(url);
    return page;
  }

  async extensionPage(path: string): Promise<FirefoxPage> {
    const page = await this.newPage();
    await page.goto(`moz-extension://${this.#host}/${path}`);
    return page;
  }

  async killWorker(): Promise<void> {
    const deadline = Date.now() + 5_000;
    // By itself the browser would wait for answers that are under way; and a message that comes meanwhile starts it again.
    while (
      (await this.#inBrowser(`async (id) => {
      const extension = extensionOf(id);
      if (extension.backgroundState === 'running') {
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      }
      return extension.backgroundState;
    }`)) !== 'stopped'
    ) {
      if (Date.now() > deadline) throw new Error('the background page is still running');
      await sleep(20);
    }
  }

  /** The background page is stopped by the browser itself as soon as it has been idle for so long. */
  async stopWorkerWhenIdle(ms: number): Promise<void> {
    await this.#inBrowser(
      `async () => Services.prefs.setIntPref('extensions.background.idle.timeout', ${ms})`,
    );
    // A countdown that runs goes by what held before.
    await this.killWorker();
  }

  async workerIsRunning(): Promise<boolean> {
    return (await this.#inBrowser('async (id) => extensionOf(id).backgroundState')) === 'running';
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** Runs in the browser's own process, where the background page's life can be asked for and ended. */
  async #inBrowser(source: string): Promise<unknown> {
    const [window] = await this.bidi.contexts('chrome');
    if (window === undefined) throw new Error('no browser window');
    const helper = 'const extensionOf = (id) => WebExtensionPolicy.getByID(id).extension;';
    const { value } = await this.bidi.call(
      window.context,
      `async (id) => { ${helper} return (${source})(id); }`,
      {
        arguments: [{ type: 'string', value: this.extensionId }],
      },
    );
    return value;
  }
}

/** Firefox with a temporary add-on from `folder`. Host permissions in its manifest count as granted. */
export async function launchFirefox(folder: string, options: LaunchOptions = {}): Promise<FirefoxBrowser> {
  const { headless = true, lang = 'en-US', touch = false, colorScheme } = options;
  const id = await addonIdOf(folder);
  const host = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless,
    defaultViewport: null,
    // Needed to end the background page; only the test's own fresh profile runs with it.
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
      'intl.accept_languages': lang,
      'dom.w3c_touch_events.enabled': touch ? 1 : 0,
      ...(colorScheme === undefined
        ? {}
        : { 'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1 }),
    },
  });
  try {
    const launched = new FirefoxBrowser(browser, id, host, options.viewport);
    if (options.web !== 'open') await launched.interceptRequests();
    await browser.installExtension(folder);
    return launched;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

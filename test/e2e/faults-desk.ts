import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { defaultSettings } from '../../src/settings/defaults.ts';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import type { BrowserName } from '../harness/find-browser.ts';
import type { FirefoxBrowser } from '../harness/firefox.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';
import { GuardDesk } from './guard-desk.ts';
import { guardedOrigin, guardedUrl, guardPage } from './guard-page.ts';

export const strip = '[data-surface="strip"]';
export const holdDialog = '[data-surface="hold"]';

/** A guarded exchange with its ticket, a page on it, and one of the extension's own that only lends its world. */
export async function openExchange(name: BrowserName) {
  const browser = await launchGuarded(name, { origins: [`${guardedOrigin}/*`] });
  await waitUntilGuarded(browser, guardedOrigin);
  browser.served.put(guardedUrl, guardPage());
  const own = await browser.extensionPage('src/ui/glossary/glossary.html');
  const page = await browser.newPage();
  return { browser, own, page, desk: new GuardDesk(page) };
}

export function isChromium(browser: HarnessBrowser): browser is ChromiumBrowser {
  return browser.name === 'chromium';
}

export function inChromium(browser: HarnessBrowser): ChromiumBrowser {
  if (!isChromium(browser)) throw new Error('only Chromium can be made to fail so');
  return browser;
}

/** What the tests ask of the extension's own pages. */
interface Api {
  readonly permissions: {
    getAll(): Promise<{ readonly origins?: readonly string[] }>;
    remove(of: { readonly origins: readonly string[] }): Promise<boolean>;
  };
  readonly storage: {
    readonly local: {
      get(keys: readonly string[] | null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: readonly string[]): Promise<void>;
      clear(): Promise<void>;
    };
  };
}
declare const chrome: Api;

/** What lies in storage under some keys, by a page of the extension. */
export function storedIn(own: HarnessPage, ...keys: readonly string[]): Promise<Record<string, unknown>> {
  return own.evaluate((names) => chrome.storage.local.get(names), keys);
}

export function store(own: HarnessPage, items: object): Promise<void> {
  return own.evaluate((all) => chrome.storage.local.set(all), items);
}

export function emptyStorage(own: HarnessPage): Promise<void> {
  return own.evaluate(() => chrome.storage.local.clear());
}

/** Settings with the trader's choice for what cannot be checked on the exchange of the tests. */
export function settingsWith(whenUnread: 'notice' | 'hold-once'): object {
  return { settings: { ...defaultSettings, venues: { binance: { whenUnread } } } };
}

/**
 * The background worker as the debugger has it. The library does not give one that was started after it looked, so it is
 * spoken to through the browser's own session.
 */
export class WorkerTarget {
  readonly #session: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #nextId = 1;

  private constructor(session: CDPSession, sessionId: string) {
    this.#session = session;
    this.#sessionId = sessionId;
    session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== this.#sessionId) return;
      const { id, result, error } = JSON.parse(message) as {
        readonly id?: number;
        readonly result?: unknown;
        readonly error?: { readonly message: string };
      };
      const waiting = this.#waiting.get(id ?? 0);
      this.#waiting.delete(id ?? 0);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error.message));
    });
  }

  /** Of a worker that runs; something has to have woken it. */
  static async attach(browser: ChromiumBrowser): Promise<WorkerTarget> {
    const session = await browser.context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('no DevTools session with the browser');
    const deadline = Date.now() + 10_000;
    for (;;) {
      const { targetInfos } = await session.send('Target.getTargets');
      const worker = targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId),
      );
      if (worker !== undefined) {
        const { targetId } = worker;
        const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
        return new WorkerTarget(session, sessionId);
      }
      if (Date.now() > deadline) throw new Error('no worker runs');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#nextId++;
    const message = JSON.stringify({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#session
        .send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message })
        .catch((error: Error) => reject(error));
    });
  }

  /** From its next statement on it answers nothing, until it is let go. */
  async wedge(): Promise<void> {
    await this.send('Debugger.enable');
    await this.send('Debugger.pause');
  }

  async evaluate(expression: string): Promise<void> {
    const done = (await this.send('Runtime.evaluate', { expression, awaitPromise: true })) as {
      readonly exceptionDetails?: { readonly text: string };
    };
    if (done.exceptionDetails !== undefined) throw new Error(done.exceptionDetails.text);
  }

  /** Every look into storage takes this long, or fails. Until the worker is stopped. */
  async storageAnswers(how: { readonly afterMs: number } | 'never well'): Promise<void> {
    const answer =
      how === 'never well'
        ? `Promise.reject(new Error('IO error: disk'))`
        : `new Promise((done) => setTimeout(done, ${how.afterMs})).then(() => real(keys))`;
    await this.evaluate(`(() => {
      for (const api of [globalThis.chrome, globalThis.browser]) {
        const area = api?.storage?.local;
        if (area === undefined || area.isFaulty) continue;
        const real = area.get.bind(area);
        area.isFaulty = true;
        area.get = (keys, callback) => {
          const answer = ${answer};
          if (callback === undefined) return answer;
          answer.then(callback);
        };
      }
    })()`);
  }

  async letGo(): Promise<void> {
    await this.#session.send('Target.detachFromTarget', { sessionId: this.#sessionId });
    await this.#session.detach();
  }
}

/** Runs code in our own world of a page, where no script of the page comes: what fails there fails for the guard alone. */
export async function inGuardsWorld(page: HarnessPage, expression: string): Promise<unknown> {
  const session = await (page as ChromiumPage).cdp();
  const worlds: number[] = [];
  const note = ({ context }: { readonly context: { readonly id: number; readonly origin: string } }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  };
  session.on('Runtime.executionContextCreated', note);
  await session.send('Runtime.disable');
  await session.send('Runtime.enable');
  session.off('Runtime.executionContextCreated', note);
  const contextId = worlds.at(-1);
  if (contextId === undefined) throw new Error('no guard on this page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  return result.value;
}

/** What its user does to the extension. `update`: a newer version takes its place. */
export type Deed = 'disable' | 'enable' | 'update' | 'take the host back';

interface ExtensionsApi {
  readonly management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  readonly developerPrivate: {
    getExtensionInfo(id: string): Promise<{ readonly path: string }>;
    updateExtensionConfiguration(change: {
      readonly extensionId: string;
      readonly hostAccess: 'ON_CLICK';
    }): Promise<void>;
  };
}

export async function toExtension(browser: HarnessBrowser, deed: Deed): Promise<void> {
  if (isChromium(browser)) await inExtensionsPage(browser, deed);
  else if (deed === 'take the host back') await takeHostBack(browser);
  else await byAddonManager(browser as FirefoxBrowser, deed);
}

/** On the browser's own page about extensions. */
async function inExtensionsPage(browser: ChromiumBrowser, deed: Deed): Promise<void> {
  const page = await browser.context.newPage();
  const run = <R>(work: (api: ExtensionsApi, id: string) => Promise<R>) =>
    page.evaluate<R>(`(${work.toString()})(chrome, ${JSON.stringify(browser.extensionId)})`);
  try {
    await page.goto('chrome://extensions');
    if (deed === 'disable') await run((api, id) => api.management.setEnabled(id, false));
    else if (deed === 'enable') await run((api, id) => api.management.setEnabled(id, true));
    else if (deed === 'update') {
      const { path } = await run((api, id) => api.developerPrivate.getExtensionInfo(id));
      await loadNewer(browser, path);
    } else {
      await run((api, extensionId) =>
        api.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
      );
    }
  } finally {
    await page.close();
  }
}

async function loadNewer(browser: ChromiumBrowser, path: string): Promise<void> {
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  await writeFile(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
  await ofExtensions(browser, 'loadUnpacked', { path });
}

/** A second copy of the extension in the same browser; gives what takes it away again. */
export async function loadBeside(browser: ChromiumBrowser, path: string): Promise<() => Promise<void>> {
  const { id } = (await ofExtensions(browser, 'loadUnpacked', { path })) as { readonly id: string };
  return async () => {
    await ofExtensions(browser, 'uninstall', { id });
  };
}

/** The protocol's domain for extensions, which the library's typing does not list yet. */
async function ofExtensions(browser: ChromiumBrowser, deed: string, params: object): Promise<unknown> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const send = session?.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  try {
    return await send(`Extensions.${deed}`, params);
  } finally {
    await session?.detach();
  }
}

async function byAddonManager(browser: FirefoxBrowser, deed: Deed): Promise<void> {
  const [window] = await browser.bidi.contexts('chrome');
  if (window === undefined) throw new Error('no browser window');
  await browser.bidi.call(
    window.context,
    `async (id, deed) => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(id);
      await addon[deed]();
    }`,
    {
      arguments: [
        { type: 'string', value: browser.extensionId },
        { type: 'string', value: deed === 'update' ? 'reload' : deed },
      ],
    },
  );
}

async function takeHostBack(browser: HarnessBrowser): Promise<void> {
  const own = await browser.extensionPage('src/ui/glossary/glossary.html');
  try {
    await own.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      await chrome.permissions.remove({ origins });
    });
  } finally {
    await own.close();
  }
}

import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { WrappedSession } from '../harness/wrapped-session.ts';
import { isChromium } from './faults-desk.ts';

/** What goes wrong with a look into storage. */
type StorageFault = { readonly afterMs: number } | 'never well';

/** A background that runs, made to fail from outside until it is let go or stopped. */
export interface FaultyWorker {
  /** It answers nothing. */
  wedge(): Promise<void>;
  /**
   * Every look into storage takes this long, or fails. The background looks anew after something stored has changed: in a
   * corner of its own something changes now, and after every slow look.
   */
  storageAnswers(how: StorageFault): Promise<void>;
  letGo(): Promise<void>;
}

/** @param own a page of the extension, which stays open meanwhile */
export function faultyWorker(browser: HarnessBrowser, own: HarnessPage): Promise<FaultyWorker> {
  return isChromium(browser) ? WorkerTarget.attach(browser) : Promise.resolve(new BackgroundPage(own));
}

/**
 * Chromium's worker as the debugger has it. The library does not give one that was started after it looked.
 */
class WorkerTarget implements FaultyWorker {
  readonly #worker: WrappedSession;

  private constructor(worker: WrappedSession) {
    this.#worker = worker;
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
        return new WorkerTarget(await WrappedSession.attach(session, worker.targetId));
      }
      if (Date.now() > deadline) throw new Error('no worker runs');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** From its next statement on. */
  async wedge(): Promise<void> {
    await this.#worker.send('Debugger.enable');
    await this.#worker.send('Debugger.pause');
  }

  async #evaluate(expression: string): Promise<void> {
    const done = (await this.#worker.send('Runtime.evaluate', { expression, awaitPromise: true })) as {
      readonly exceptionDetails?: { readonly text: string };
    };
    if (done.exceptionDetails !== undefined) throw new Error(done.exceptionDetails.text);
  }

  async storageAnswers(how: StorageFault): Promise<void> {
    const answer =
      how === 'never well'
        ? `Promise.reject(new Error('IO error: disk'))`
        : `new Promise((done) => setTimeout(done, ${how.afterMs})).then(() => real(keys)).finally(change)`;
    await this.#evaluate(`(() => {
      const change = () => void chrome.storage.session.set({ faults: Date.now() });
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
      change();
    })()`);
  }

  letGo(): Promise<void> {
    return this.#worker.detach();
  }
}

interface Storage {
  get(keys: unknown): Promise<unknown>;
  set(items: unknown): Promise<unknown>;
}
interface Background {
  readonly chrome: { readonly storage: { readonly local: Storage } };
  sound?: Storage;
  waiting?: (() => void)[];
}
declare const chrome: {
  readonly runtime: { getBackgroundPage(): Promise<Background> };
  readonly storage: { readonly session: Storage };
};

/** Firefox's background, which is a page: others of the extension reach into it, and wake it for that. */
export class BackgroundPage implements FaultyWorker {
  readonly #own: HarnessPage;

  constructor(own: HarnessPage) {
    this.#own = own;
  }

  /** It takes every question, and each waits for storage for ever. */
  wedge(): Promise<void> {
    return this.#storage('never');
  }

  storageAnswers(how: StorageFault): Promise<void> {
    return this.#storage(how);
  }

  /** No more is kept, and said so in the words of this browser, which has no limit that could be reached in a test. */
  fillStorage(): Promise<void> {
    return this.#storage('full');
  }

  letGo(): Promise<void> {
    return this.#storage('well');
  }

  #storage(how: StorageFault | 'never' | 'full' | 'well'): Promise<void> {
    return this.#own.evaluate(async (fault) => {
      const background = await chrome.runtime.getBackgroundPage();
      const { local } = background.chrome.storage;
      background.sound ??= { get: local.get.bind(local), set: local.set.bind(local) };
      background.waiting ??= [];
      const { sound, waiting } = background;
      const later = <T>(work: () => Promise<T>) =>
        new Promise<T>((resolve) => {
          waiting.push(() => resolve(work()));
        });
      const change = () => void chrome.storage.session.set({ faults: Date.now() });
      local.get = (keys) => {
        if (fault === 'never') return later(() => sound.get(keys));
        if (fault === 'never well') return Promise.reject(new Error('IO error: disk'));
        if (typeof fault !== 'object') return sound.get(keys);
        return new Promise((done) => setTimeout(done, fault.afterMs))
          .then(() => sound.get(keys))
          .finally(change);
      };
      local.set = (items) => {
        if (fault === 'never') return later(() => sound.set(items));
        if (fault !== 'full') return sound.set(items);
        return Promise.reject(
          new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.'),
        );
      };
      if (fault === 'well') for (const goOn of waiting.splice(0)) goOn();
      change();
    }, how);
  }
}

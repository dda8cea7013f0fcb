import type { HarnessPage } from '../harness/harness-page.ts';

interface Api {
  readonly tabs: { query(of: { readonly url: string }): Promise<readonly { readonly id: number }[]> };
  readonly scripting: {
    executeScript<A>(script: {
      readonly target: { readonly tabId: number };
      readonly func: (arg: A) => void;
      readonly args: readonly [A];
    }): Promise<unknown>;
  };
}
declare const chrome: Api;

/** What fails in our own world of a page, where no script of the page comes: for the guard alone. */
type Failure = 'what is read of every element first' | { readonly clockMovedMs: number };

/** @param own a page of the extension; @param url of the guarded page, of which there is one */
export function failForTheGuard(own: HarnessPage, url: string, failure: Failure): Promise<void> {
  return own.evaluate(
    async (what) => {
      const [tab] = await chrome.tabs.query({ url: what.url });
      if (tab === undefined) throw new Error('no such page');
      await chrome.scripting.executeScript({
        target: { tabId: tab.id },
        args: [what.failure],
        func: (failure) => {
          if (typeof failure === 'string') {
            Element.prototype.checkVisibility = () => {
              throw new TypeError('not a function');
            };
          } else {
            const now = Date.now;
            Date.now = () => now() + failure.clockMovedMs;
          }
        },
      });
    },
    { url, failure },
  );
}

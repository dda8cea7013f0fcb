import type { BrowserName } from './find-browser.ts';
import type { HarnessPage } from './harness-page.ts';
import type { ServedPages } from './served-pages.ts';

export interface LaunchOptions {
  readonly headless?: boolean;
  /** `window`: the page is as large as the window, for a person who looks at it. */
  readonly viewport?: { readonly width: number; readonly height: number } | 'window';
  /** Language the browser asks pages for. */
  readonly lang?: string;
  readonly touch?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** `served` (default): only what the test puts there exists. `open`: the real web, for a person at the screen. */
  readonly web?: 'served' | 'open';
  readonly args?: readonly string[];
  /** Pages that are left stay whole in the history, as browsers do and the library has Chromium not do. */
  readonly keepsHistoryPages?: boolean;
  /** The screen a window opens on, e.g. `:99`; the machine's own unless said. */
  readonly display?: string;
}

/** A real browser in a fresh profile with one extension loaded. */
export interface HarnessBrowser {
  readonly name: BrowserName;
  readonly extensionId: string;
  /** What the browser finds on its web. Every other address answers 404. */
  readonly served: ServedPages;
  newPage(): Promise<HarnessPage>;
  /** Puts a page at a real address and opens it in a new tab. */
  servePage(url: string, html: string): Promise<HarnessPage>;
  /** A page of the extension in a tab of its own, e.g. `src/ui/options/options.html`. */
  extensionPage(path: string): Promise<HarnessPage>;
  /** Stops the background worker; it starts again by itself at the next event. Returns when it is really stopped. */
  killWorker(): Promise<void>;
  workerIsRunning(): Promise<boolean>;
  close(): Promise<void>;
}

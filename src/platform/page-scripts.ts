import { browser } from './browser.ts';

/** Files that run in the top frame of a page, in this order. */
export interface PageScripts {
  /** Before the page's own first script. */
  readonly start: string;
  /** When the document stands. */
  readonly end: string;
}

/**
 * Makes both files run in every document of these origins and of no other. An empty list unregisters them. Registrations
 * outlive the worker and the browser session, so this is called on every change and every start; whatever else was
 * registered, by an earlier version, goes.
 */
export async function registerPageScripts(
  { start, end }: PageScripts,
  origins: readonly string[],
): Promise<void> {
  const present = await browser.scripting.getRegisteredContentScripts();
  const common = { matches: [...origins], persistAcrossSessions: true };
  const wanted =
    origins.length === 0
      ? []
      : [
          { ...common, id: 'ringfence-start', js: [start], runAt: 'document_start' as const },
          { ...common, id: 'ringfence-guard', js: [end], runAt: 'document_end' as const },
        ];
  const isPresent = (id: string) => present.some((script) => script.id === id);
  const gone = present.map(({ id }) => id).filter((id) => !wanted.some((script) => script.id === id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const known = wanted.filter(({ id }) => isPresent(id));
  const fresh = wanted.filter(({ id }) => !isPresent(id));
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
}

/**
 * Runs `file` once in the top frame of one tab, in our own world of it, with a value left there for it under `name`.
 * Rejects where the browser keeps the tab to itself.
 */
export async function runInTab(tabId: number, file: string, name: string, value: unknown): Promise<void> {
  const target = { tabId };
  await browser.scripting.executeScript({
    target,
    func: (key: string, given: unknown) => {
      (globalThis as unknown as Record<string, unknown>)[key] = given;
    },
    args: [name, value],
  });
  await browser.scripting.executeScript({ target, files: [file] });
}

/** Runs both files now in the open tabs of these origins, so that a guard works without a reload. Tabs that refuse are left. */
export async function injectIntoOpenTabs(
  { start, end }: PageScripts,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.flatMap((tab) =>
      tab.id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: tab.id }, files: [start, end] })],
    ),
  );
}

import { browser } from './browser.ts';

const id = 'ringfence-ticket';

/**
 * Makes `file` run at the start of every document of these origins and of no other. An empty list unregisters it.
 * Registrations outlive the worker and the browser session, so this is called on every change and every start.
 */
export async function registerPageScript(file: string, origins: readonly string[]): Promise<void> {
  const present = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (origins.length === 0) {
    if (present.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [file],
    matches: [...origins],
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (present.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
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

/** Runs `file` now in the open tabs of these origins, so that a guard works without a reload. Tabs that refuse are left. */
export async function injectIntoOpenTabs(file: string, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.flatMap((tab) =>
      tab.id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: tab.id }, files: [file] })],
    ),
  );
}

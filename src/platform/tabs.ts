import { browser } from './browser.ts';

export interface ActiveTab {
  readonly id: number;
  /** Known only where the host was granted or the toolbar button was pressed on it. */
  readonly url: string | undefined;
}

/** The tab the trader looks at; `undefined` when there is none with an id. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** A tab by its id, as above. */
export async function tabById(id: number): Promise<ActiveTab | undefined> {
  const tab = await browser.tabs.get(id).catch(() => undefined);
  return tab === undefined ? undefined : { id, url: tab.url };
}

/** Opens the settings page, or brings it to the front. `hash` names a place in it, e.g. `venue=binance`. */
export async function openSettings(hash?: string): Promise<void> {
  if (hash === undefined) await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`src/ui/options/options.html#${hash}`) });
}

/** Opens a page of ours in a tab. `hash` names a place in it, e.g. `rule/no-stop-loss`. */
export async function openPage(page: string, hash = ''): Promise<void> {
  const place = hash === '' ? '' : `#${hash}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`src/ui/${page}/${page}.html${place}`) });
}

/** Ids of all open tabs. Nothing of their content or address is learnt. */
export async function openTabIds(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** Loads a tab's page anew. */
export async function reloadTab(id: number): Promise<void> {
  await browser.tabs.reload(id);
}

import { browser } from './browser.ts';

/** Puts a level on the toolbar button of one tab: the icon's shape and the title's words. A closed tab is no error. */
export async function showLevelOnAction(tabId: number, level: string, title: string): Promise<void> {
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${level}-${size}.png`]));
  try {
    await browser.action.setIcon({ tabId, path });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed between the reading and this line; there is no button left to draw on.
  }
}

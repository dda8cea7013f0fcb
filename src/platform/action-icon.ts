import { browser } from './browser.ts';

export interface ActionLook {
  /** Name of the icon's files. */
  readonly icon: string;
  readonly title: string;
  /** A character or two over the icon; empty for none. */
  readonly badge: string;
  readonly badgeColour: string;
}

/** Draws the toolbar button of one tab. A closed tab is no error. */
export async function showOnAction(
  tabId: number,
  { icon, title, badge, badgeColour }: ActionLook,
): Promise<void> {
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${icon}-${size}.png`]));
  try {
    await browser.action.setIcon({ tabId, path });
    await browser.action.setTitle({ tabId, title });
    await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColour });
    await browser.action.setBadgeText({ tabId, text: badge });
  } catch {
    // The tab was closed between the reading and this line; there is no button left to draw on.
  }
}

import { browser } from './browser.ts';

export interface ActionLook {
  /** Name of the icon's files. */
  readonly icon: string;
  readonly title: string;
  /** A character or two over the icon; empty for none. */
  readonly badge: string;
  readonly badgeColour: string;
}

/** Stands while a look is put on piece by piece: a worker that is stopped half-way leaves no look that seems whole. */
const unfinished = 'Ringfence';

/**
 * Draws the toolbar button of one tab, unless it says so already: each look has a title of its own, which is put on last
 * and goes with the rest when the tab loads another page. A closed tab is no error.
 */
export async function showOnAction(
  tabId: number,
  { icon, title, badge, badgeColour }: ActionLook,
): Promise<void> {
  const { action } = browser;
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${icon}-${size}.png`]));
  try {
    if ((await action.getTitle({ tabId })) === title) return;
    await action.setTitle({ tabId, title: unfinished });
    await action.setIcon({ tabId, path });
    await action.setBadgeBackgroundColor({ tabId, color: badgeColour });
    await action.setBadgeText({ tabId, text: badge });
    await action.setTitle({ tabId, title });
  } catch {
    // The tab was closed between the reading and this line; there is no button left to draw on.
  }
}

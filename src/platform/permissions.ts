import { browser } from './browser.ts';

/**
 * Asks for one host. Must be called directly from the trader's own click, before anything is awaited, else the browser
 * refuses. Resolves to whether it was granted.
 */
export function requestOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Gives a host back. Resolves to whether it was removed. */
export function removeOrigin(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Match patterns of the hosts granted right now. */
export async function grantedOrigins(): Promise<readonly string[]> {
  const all = await browser.permissions.getAll();
  return all.origins ?? [];
}

/** Calls back whenever a host was granted or taken back, also through the browser's own screens. */
export function onGrantsChange(changed: (added: readonly string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins }) => changed(origins ?? []));
  browser.permissions.onRemoved.addListener(() => changed([]));
}

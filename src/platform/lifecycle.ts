import { browser } from './browser.ts';
import { exclusively } from './exclusive.ts';

/** Calls back when the extension was installed, updated or its browser started. */
export function onStart(started: () => void): void {
  browser.runtime.onInstalled.addListener(started);
  browser.runtime.onStartup.addListener(started);
}

const loadedKey = 'loaded';

/**
 * Runs `work` once each time the extension was loaded: after an install or an update, when it was enabled again, and when
 * the browser started. No event tells of the third. Work that failed or was cut off is done again at the next wake.
 */
export function oncePerLoad(work: () => Promise<unknown>): Promise<void> {
  return exclusively('load', async () => {
    const { session } = browser.storage;
    if ((await session.get(loadedKey))[loadedKey] === true) return;
    await work();
    await session.set({ [loadedKey]: true });
  });
}

/** Calls back once after an install; not after an update. */
export function onInstall(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed();
  });
}

/** The locale figures and messages are written in. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}

/** Version of this build, as in its manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

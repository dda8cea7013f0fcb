import { browser } from './browser.ts';

/** Calls back when the browser started. */
export function onStart(started: () => void): void {
  browser.runtime.onStartup.addListener(started);
}

/**
 * Calls back after an install or an update, of the extension or of the browser: what was registered for pages is gone,
 * and open pages have at most the cut-off script of another version.
 */
export function onNewVersion(arrived: () => void): void {
  browser.runtime.onInstalled.addListener(arrived);
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

import { browser } from './browser.ts';

/** Calls back when the extension was installed, updated or its browser started. */
export function onStart(started: () => void): void {
  browser.runtime.onInstalled.addListener(started);
  browser.runtime.onStartup.addListener(started);
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

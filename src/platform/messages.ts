import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** Facts about a sender as the browser states them. */
interface SenderFacts {
  readonly extensionId: string | undefined;
  readonly ownExtensionId: string;
  readonly url: string | undefined;
  readonly ownOrigin: string;
  readonly tabId: number | undefined;
}

function factsOf(sender: Runtime.MessageSender): SenderFacts {
  return {
    extensionId: sender.id,
    ownExtensionId: browser.runtime.id,
    url: sender.url,
    ownOrigin: browser.runtime.getURL('').replace(/\/$/, ''),
    tabId: sender.tab?.id,
  };
}

/** To the background worker; wakes it when it sleeps. Rejects when nobody answers. */
export function sendToWorker(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** To the page script in the top frame of a tab. Rejects when there is none. */
export function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 });
}

/**
 * Answers messages. An answer of `undefined` leaves the message to other listeners.
 * Returns the function that stops listening.
 */
export function onMessage(answer: (message: unknown, sender: SenderFacts) => Promise<unknown>): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => answer(message, factsOf(sender));
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** False once the extension was updated, disabled or removed under a page script that still runs. */
export function isExtensionAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

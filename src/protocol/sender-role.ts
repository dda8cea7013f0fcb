import { originOf } from '../domain/taught.ts';
import type { SenderRole } from './contracts.ts';

/** What the browser says of a sender. The browser fills this in, not the sender, so it can be trusted. */
export interface SenderInfo {
  readonly extensionId: string | undefined;
  readonly ownExtensionId: string;
  /** Address of the sending document. */
  readonly url: string | undefined;
  /** `scheme://id` of this extension's own pages. */
  readonly ownOrigin: string;
  readonly tabId: number | undefined;
}

export interface Sender {
  /** `undefined`: neither a page script of ours nor a page of ours; such a message is not answered. */
  readonly role: SenderRole | undefined;
  readonly tabId: number | undefined;
  /** Web origin of a page script's page. */
  readonly origin?: string;
}

/**
 * A page of ours may sit in a tab too (settings do), so the address decides, not the tab.
 * A page script has the address of the exchange's page and always a tab.
 */
export function senderOf(info: SenderInfo): Sender {
  const { tabId } = info;
  if (info.extensionId !== info.ownExtensionId) return { role: undefined, tabId };
  if (info.url?.startsWith(`${info.ownOrigin}/`)) return { role: 'extension-page', tabId };
  const origin = originOf(info.url ?? '');
  return {
    role: tabId === undefined ? undefined : 'content',
    tabId,
    ...(origin === undefined ? {} : { origin }),
  };
}

import type { Translate } from '../messages/message-key.ts';
import { browser } from './browser.ts';

/** Messages in the browser's language, from the extension's own catalogue. */
export const translate: Translate = (key, ...values) => browser.i18n.getMessage(key, [...values]);

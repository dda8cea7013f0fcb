import type catalogue from '../../_locales/en/messages.json';

/** A key of the message catalogue `_locales/en/messages.json`. */
export type MessageKey = keyof typeof catalogue;

/** Looks a message up and puts the values in place of `$1`, `$2`, … */
export type Translate = (key: MessageKey, ...values: readonly string[]) => string;

import type { MessageKey, Translate } from './message-key.ts';

export type Catalogue = Readonly<Record<MessageKey, { readonly message: string }>>;

/** A translator over a catalogue that is at hand as data: for the command-line tools, tests and plain-tab pages. */
export function translatorFrom(catalogue: Catalogue): Translate {
  return (key, ...values) =>
    catalogue[key].message.replace(/\$(\d)/g, (whole, index: string) => values[Number(index) - 1] ?? whole);
}

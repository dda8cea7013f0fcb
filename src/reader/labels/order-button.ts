import type { Side } from '../../domain/account.ts';
import { contractCoins } from './coin-names.ts';
import { longestPhrase, meaningsOf } from './dictionary.ts';
import type { LabelId } from './label-id.ts';
import { normaliseLabel } from './normalise-label.ts';

/** What the text of an order button says. */
export interface OrderButton {
  /** Direction of the order: buying is long, so `Close Short` is long. Absent: the text names none or both. */
  readonly side?: Side;
  /** Absent: the text says neither, as `Buy` does. */
  readonly effect?: 'open' | 'close';
}

const vocabulary: ReadonlySet<LabelId> = new Set([
  'buy',
  'sell',
  'long',
  'short',
  'open',
  'close',
  'order',
  'limit',
  'market',
  'otherType',
]);

/** Before more words as much as `place`; alone they are buttons of something else. */
const places = /^(?:create|review|preview) /;
/** `Open long position`: changes nothing of what the others say. */
const position = 'position';

const longestButton = 60;
const remembered = new Map<string, OrderButton | null>();
const mostRemembered = 1000;

/**
 * Reads a text as that of an order button, or gives `null`. Every word must belong: `Max buy` and `Buy crypto` are no
 * order buttons. `names` are words the page may add, such as the coin or the contract; where none are known, the coins that
 * most exchanges list.
 */
export function orderButtonOf(text: string, names: readonly string[]): OrderButton | null {
  if (text.length > longestButton || !/\p{L}/u.test(text)) return null;
  if (/\d/.test(text)) return readButton(text, names);
  const key = `${names.join()}\n${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const button = readButton(text, names);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, button);
  return button;
}

/** Forgets what texts were taken for, after the dictionary has learnt another language. */
export function forgetButtons(): void {
  remembered.clear();
}

function readButton(text: string, names: readonly string[]): OrderButton | null {
  const added = names.length === 0 ? contractCoins : names;
  const words = wordsOf(
    normaliseLabel(text).replace(places, 'place '),
    new Set([position, ...added.map(normaliseLabel)]),
  );
  if (words === null) return null;
  const has = (id: LabelId) => words.some((word) => word.includes(id));
  const closes = has('close');
  const buys = has('buy');
  const sells = has('sell');
  if (!buys && !sells && !has('long') && !has('short')) return has('order') ? {} : null;
  const direction = closes
    ? closingSide(has('long'), has('short'), buys, sells)
    : openingSide(has, buys, sells);
  const effect = closes ? 'close' : has('open') ? 'open' : undefined;
  return {
    ...(direction === undefined ? {} : { side: direction }),
    ...(effect === undefined ? {} : { effect }),
  };
}

function openingSide(has: (id: LabelId) => boolean, buys: boolean, sells: boolean): Side | undefined {
  const long = buys || has('long');
  const short = sells || has('short');
  return long === short ? undefined : long ? 'long' : 'short';
}

/** Closing a long sells. Where the text names the order's own direction too, both must say the same. */
function closingSide(long: boolean, short: boolean, buys: boolean, sells: boolean): Side | undefined {
  const direction = new Set<Side>();
  if (long) direction.add('short');
  if (short) direction.add('long');
  if (buys) direction.add('long');
  if (sells) direction.add('short');
  const [only] = direction;
  return direction.size === 1 ? only : undefined;
}

/** The text as words of the vocabulary, or `null` when something else is in it. */
function wordsOf(text: string, names: ReadonlySet<string>): readonly (readonly LabelId[])[] | null {
  const words: (readonly LabelId[])[] = [];
  let at = 0;
  while (at < text.length) {
    if (/[\s/:,.@()+]/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const length = wordAt(text, at, names, words);
    if (length === 0) return null;
    at += length;
  }
  return words.length === 0 ? null : words;
}

function wordAt(text: string, at: number, names: ReadonlySet<string>, words: (readonly LabelId[])[]): number {
  for (let end = Math.min(text.length, at + longestPhrase); end > at; end -= 1) {
    if (!endsWord(text, end)) continue;
    const phrase = text.slice(at, end);
    const known = meaningsOf(phrase).filter((id) => vocabulary.has(id));
    if (known.length > 0) words.push(known);
    if (known.length > 0 || names.has(phrase) || /^\d+([.,]\d+)*[x×]?$/.test(phrase)) return end - at;
  }
  return 0;
}

/** Scripts without spaces end a word anywhere; elsewhere a word ends where its letters do. */
function endsWord(text: string, end: number): boolean {
  const pair = text.slice(end - 1, end + 1);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(pair)) return true;
  return !/^[\p{L}\p{N}]{2}$/u.test(pair);
}

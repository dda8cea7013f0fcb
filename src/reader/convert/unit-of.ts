import type { SizeUnit } from '../../domain/ticket-reading.ts';
import { meaningsOf } from '../labels/dictionary.ts';
import { normaliseLabel } from '../labels/normalise-label.ts';
import type { Market } from '../locate/match-page.ts';

/** Older names of coins that venues still print. */
const aliases: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' };

/** One name a coin, in capitals. */
export function coinName(name: string): string {
  const coin = name.trim().toUpperCase();
  return aliases[coin] ?? coin;
}

/** Whether two names mean the same coin of the same scale: `1000BONK` is not `BONK`. */
export function sameCoin(a: string, b: string): boolean {
  return coinName(a) === coinName(b);
}

/**
 * The unit a word beside a size names on this contract, or `null` when the word names none of its units. A quote coin
 * is given as `quote`; whether the page means value or cost by it is settled elsewhere.
 */
export function unitOf(word: string, market: Market | null): SizeUnit | null {
  const text = word.trim();
  if (text === '%') return 'percent';
  if (market?.base !== undefined && sameCoin(text, market.base)) return 'base';
  if (market?.quote !== undefined && sameCoin(text, market.quote)) return 'quote';
  if (isContractWord(text)) return 'contracts';
  const meanings = meaningsOf(normaliseLabel(text));
  if (meanings.includes('cost')) return 'cost';
  return meanings.includes('total') || meanings.includes('notional') ? 'quote' : null;
}

/** Whether a word means contracts or lots, in any language. */
export function isContractWord(word: string): boolean {
  return meaningsOf(normaliseLabel(word)).includes('contracts');
}

import type { SizeUnit } from '../../domain/ticket-reading.ts';
import { meaningsOf } from '../labels/dictionary.ts';
import { normaliseLabel } from '../labels/normalise-label.ts';
import type { Market } from '../locate/match-page.ts';

/** Older names of coins that venues still print. */
const aliases: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' };

/** Mixed case names another scale of a coin: `mXBT` is a thousandth of `XBT`, `XBt` a hundred-millionth. */
const scaled = /[a-zμ].*[A-Z]|[A-Z].*[a-z]|^(?:sats?|satoshis?|bits?)$/;

/** One name a coin, in capitals but for names of a scale of their own, whose case is part of them. */
export function coinName(name: string): string {
  const text = name.normalize('NFKC').trim();
  if (scaled.test(text)) return text;
  const coin = text.toUpperCase();
  return aliases[coin] ?? coin;
}

/** Whether two names mean the same coin of the same scale: `1000BONK` is not `BONK`. */
export function sameCoin(a: string, b: string): boolean {
  return coinName(a) === coinName(b);
}

const dollar = /^(?:(?:US)?\$|₮|USD.?|FDUSD|BUSD)$/;
const signs: Readonly<Record<string, string>> = { '₿': 'BTC', Ξ: 'ETH', '₮': 'USDT' };

/** Dollars of a name of their own are not each other: an amount in `USDC` is none in `USDT`. */
function areTwoCoins(unit: string, quote: string): boolean {
  const plain = /^(?:US)?\$$|^USD$/;
  return !plain.test(unit) && !plain.test(quote);
}

/**
 * Whether an amount in `unit` is one of the contract's settle coin. No unit is taken for it; a scale of a coin that is
 * not the coin itself, or any other coin, is not.
 */
export function isSettleUnit(unit: string, market: Market | null): boolean {
  if (unit === '') return true;
  if (unit === '%' || unit === 'x' || isContractWord(unit)) return false;
  const coin = signs[unit] ?? unit.normalize('NFKC');
  const { base, quote, kind } = market ?? {};
  if (kind === undefined || base === undefined || quote === undefined) return !scaled.test(coin);
  if (kind === 'inverse') return sameCoin(coin, base);
  return sameCoin(coin, quote) || (dollar.test(unit) && dollar.test(quote) && !areTwoCoins(coin, quote));
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
  if (/^(?:US)?\$$/.test(text) && market?.quote !== undefined && dollar.test(market.quote)) return 'quote';
  if (isContractWord(text)) return 'contracts';
  const meanings = meaningsOf(normaliseLabel(text));
  if (meanings.includes('cost')) return 'cost';
  return meanings.includes('total') || meanings.includes('notional') ? 'quote' : null;
}

/** Whether a word means contracts or lots, in any language. */
export function isContractWord(word: string): boolean {
  return meaningsOf(normaliseLabel(word)).includes('contracts');
}

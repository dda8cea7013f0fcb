import { coinName } from '../convert/unit-of.ts';
import type { Market } from '../locate/match-page.ts';

export interface RowMarket {
  readonly symbol: string;
  readonly base?: string;
}

const pairText = /^([A-Z0-9]{1,15}?)[-_/ ]?(USDT|USDC|USDE|FDUSD|BUSD|USD)\b/;
const tail = /[-_/ ]?(?:PERPETUAL|PERP|SWAP|永续|永續|U本位)\s*$/;

/**
 * The contract a row's text names, in the venue's own spelling where that is known (`template` with `{base}` and
 * `{quote}`, coins renamed by `coins`), or `null` when the text names none. A bare coin is taken for the contract quoted as the ticket's.
 */
export function rowMarket(
  text: string,
  market: Market | null,
  template: string | undefined,
  coins: Readonly<Record<string, string>> = {},
): RowMarket | null {
  const upper = text.normalize('NFKC').trim().toUpperCase();
  if (market !== null && upper === market.symbol.toUpperCase()) return pick(market.symbol, market.base);
  const bare = upper.replace(tail, '').trim();
  const pair = pairText.exec(bare);
  const base = pair?.[1] ?? (/^(?=.*[A-Z])[A-Z0-9]{1,15}$/.test(bare) ? bare : undefined);
  if (base === undefined) return null;
  const quote = pair?.[2] ?? market?.quote;
  const dated = pair === null ? '' : bare.slice(pair[0].length);
  if (
    dated === '' &&
    market?.base !== undefined &&
    coinName(base) === coinName(market.base) &&
    quote === market.quote
  ) {
    return pick(market.symbol, market.base);
  }
  if (template !== undefined && quote !== undefined && dated === '') {
    return pick(template.replace('{base}', coins[base] ?? base).replace('{quote}', quote), base);
  }
  return pick(upper.replace(/\s+/g, ''), base);
}

function pick(symbol: string, base: string | undefined): RowMarket {
  return base === undefined ? { symbol } : { symbol, base };
}

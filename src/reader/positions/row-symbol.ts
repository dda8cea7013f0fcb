import { coinName } from '../convert/unit-of.ts';
import { type Market, marketOf } from '../locate/match-page.ts';
import type { PositionsRecipe } from '../recipe.ts';

export interface RowMarket {
  readonly symbol: string;
  readonly base?: string;
  readonly quote?: string;
  /** Absent: the name does not settle it. */
  readonly kind?: 'linear' | 'inverse';
}

const pairText = /^([A-Z0-9]{1,15}?)[-_/ ]?(USDT|USDC|USDE|FDUSD|BUSD|USD)(?![A-Z])/;
/** A delivery date, as venues write it behind the pair: `_260925`, `-27JUN26`, `0925`, `(20260925)`. */
const delivery = /^[-_ ]?\(?(?:\d{4}|\d{6}|\d{8}|\d{1,2}[A-Z]{3}\d{2,4})\)?$/;
const tail = /[-_/ ]?(?:PERPETUAL|PERP|SWAP|永续|永續|U本位)\s*$/;

/** What a recipe says of how rows name contracts. */
export type RowNaming = Pick<PositionsRecipe, 'symbol' | 'coins' | 'names'>;

/**
 * The contract a row's text names, in the venue's own spelling where that is known (`names`, or the template `symbol`
 * with `{base}` and `{quote}`, coins renamed by `coins`), or `null` when the text names none. A bare coin is taken for
 * the contract quoted as the ticket's.
 */
export function rowMarket(text: string, market: Market | null, naming: RowNaming = {}): RowMarket | null {
  const upper = text.normalize('NFKC').trim().toUpperCase();
  if (market !== null && upper === market.symbol.toUpperCase()) return market;
  for (const name of naming.names ?? []) {
    const groups = new RegExp(name.text, 'i').exec(name.keepCase === true ? text.trim() : upper)?.groups;
    if (groups !== undefined) return marketOf(name, name, groups);
  }
  const bare = upper.replace(tail, '').trim();
  const pair = pairText.exec(bare);
  const base = pair?.[1] ?? (/^(?=.*[A-Z])[A-Z0-9]{1,15}$/.test(bare) ? bare : undefined);
  if (base === undefined) return null;
  const quote = pair?.[2] ?? market?.quote;
  const dated = pair === null ? '' : bare.slice(pair[0].length);
  // Other words behind the pair are not part of a name that is known.
  if (dated !== '' && !delivery.test(dated)) return null;
  if (
    dated === '' &&
    market?.base !== undefined &&
    coinName(base) === coinName(market.base) &&
    quote === market.quote
  ) {
    return market;
  }
  const kind = kindOf(quote, market);
  const rest = { base, ...(quote === undefined ? {} : { quote }), ...(kind === undefined ? {} : { kind }) };
  const { symbol: template, coins = {} } = naming;
  if (template !== undefined && quote !== undefined && dated === '') {
    return {
      symbol: template.replace('{base}', coins[base] ?? base).replace('{quote}', quote),
      ...rest,
    };
  }
  return { symbol: upper.replace(/\s+/g, ''), ...rest };
}

/** Contracts quoted alike are of one kind on a venue; dollars that are a coin settle what they quote. */
function kindOf(quote: string | undefined, market: Market | null): RowMarket['kind'] {
  if (quote === undefined) return undefined;
  return quote === market?.quote ? market.kind : quote === 'USD' ? undefined : 'linear';
}

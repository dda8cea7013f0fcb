import type { VenueId } from '../../domain/venue.ts';
import type { PagePattern, Recipe } from '../recipe.ts';

/** The contract a page is about, as its address names it. Coins are in capitals unless the venue mixes case. */
export interface Market {
  /** The venue's own name of the contract. */
  readonly symbol: string;
  readonly base?: string;
  readonly quote?: string;
  /** Absent: the address does not settle it (`BTCUSD` exists both ways). */
  readonly kind?: 'linear' | 'inverse';
}

export interface PageMatch {
  readonly venue: VenueId;
  readonly recipe: Recipe | null;
  readonly market: Market | null;
  /** Absent: by the address. */
  readonly namedBy?: 'header';
  /** The pattern of the recipe that matched. */
  readonly pattern?: PagePattern;
  /** Path, query and hash of the address. */
  readonly path: string;
}

/** Compiled once a pattern; the list of recipes is fixed for the life of a page. */
const compiled = new WeakMap<PagePattern, { host: RegExp | null; path: RegExp }>();

function expressions(pattern: PagePattern): { host: RegExp | null; path: RegExp } {
  let pair = compiled.get(pattern);
  if (pair === undefined) {
    pair = {
      host: pattern.host === undefined ? null : new RegExp(`^(?:${pattern.host})$`, 'i'),
      path: new RegExp(pattern.path, 'i'),
    };
    compiled.set(pattern, pair);
  }
  return pair;
}

/**
 * Which recipe reads the page at this address, or `null` where the page holds no ticket by the recipe's own word. A
 * page no recipe knows belongs to `generic` and is read by labels.
 */
export function matchPage(
  address: string,
  document: Pick<Document, 'querySelector'>,
  recipes: readonly Recipe[],
): PageMatch | null {
  if (last?.address !== address || last.recipes !== recipes)
    last = { address, recipes, match: matchAddress(address, recipes) };
  const { match } = last;
  if (match === null || match.recipe !== null) return match;
  const marked = recipes.find(({ dom }) => dom !== undefined && document.querySelector(dom) !== null);
  return marked === undefined ? match : { ...match, venue: marked.venue, recipe: marked };
}

/** A page is read again and again at one address, and what an address says of itself never changes. */
let last:
  | { readonly address: string; readonly recipes: readonly Recipe[]; readonly match: PageMatch | null }
  | undefined;

/** What the address alone tells. */
function matchAddress(address: string, recipes: readonly Recipe[]): PageMatch | null {
  const url = parseAddress(address);
  if (url === null) return { venue: 'generic', recipe: null, market: null, path: '' };
  const { path } = url;
  for (const recipe of recipes) {
    if (recipe.excludes?.some((pattern) => matchPattern(pattern, url) !== null)) return null;
  }
  for (const recipe of recipes) {
    for (const pattern of recipe.pages) {
      const groups = matchPattern(pattern, url);
      if (groups === null) continue;
      return {
        venue: pattern.venue ?? recipe.venue,
        recipe,
        market: marketOf(recipe, pattern, groups),
        pattern,
        path,
      };
    }
  }
  return { venue: 'generic', recipe: null, market: guessMarket(url), path };
}

interface Address {
  readonly host: string;
  readonly path: string;
}

function parseAddress(address: string): Address | null {
  try {
    const url = new URL(address);
    return { host: url.hostname, path: decodeURIComponent(url.pathname + url.search + url.hash) };
  } catch {
    return null;
  }
}

function matchPattern(pattern: PagePattern, url: Address): Readonly<Record<string, string>> | null {
  const { host, path } = expressions(pattern);
  if (host !== null && !host.test(url.host)) return null;
  const found = path.exec(url.path);
  return found === null ? null : { ...found.groups };
}

/** An address may say anything; letters that look like other letters, marks nobody sees and markup are no name. */
const contractName = /^[A-Za-z0-9$\p{Script=Han}][\w$:.,/()+\p{Script=Han}-]{0,99}$/u;

/** The contract that the groups of a pattern name, `null` when they name none. */
export function marketOf(
  recipe: Pick<Recipe, 'keepCase'>,
  pattern: Pick<PagePattern, 'symbol' | 'quote' | 'kind'>,
  groups: Readonly<Record<string, string | undefined>>,
): Market | null {
  const named = (name: string) => {
    const value = groups[name] ?? (name === 'quote' ? pattern.quote : undefined);
    return value === undefined || recipe.keepCase === true ? value : value.toUpperCase();
  };
  const template = pattern.symbol ?? '{symbol}';
  const parts = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => named(name));
  if (parts.includes(undefined)) return null;
  const symbol = template.replace(/\{(\w+)\}/g, (_, name: string) => named(name) ?? '');
  const base = named('base');
  const quote = named('quote');
  if (!contractName.test(symbol)) return null;
  return {
    symbol,
    ...(base === undefined ? {} : { base }),
    ...(quote === undefined ? {} : { quote }),
    ...(pattern.kind === 'unsettled' ? {} : { kind: pattern.kind ?? 'linear' }),
  };
}

const pair =
  /(?:^|[^A-Za-z0-9])([A-Za-z0-9]{2,15}?)(?:[-_](?:PERP|SWAP))?[-_/]?(USDT|USDC|USDE|FDUSD|BUSD|USD)(?:[-_]?(?:PERP|SWAP|PERPETUAL))?(?![A-Za-z0-9])/gi;

/** A contract that names no coin it settles in: `SOL-PERP`. In capitals only: words of an address seldom are. */
const perpetual = /(?:^|[^A-Za-z0-9])([A-Z0-9]{2,15})[-_](PERP|PERPETUAL)(?![A-Za-z0-9])/g;

/** Parts of an address that stand before a settle coin (`/futures/USDT/BTC_USDT`, `/linear-usdt/btc`) and are no coin. */
const pathWords = /^(?:FUTURES?|TRADE|SWAP|PERP|PERPETUAL|CONTRACTS?|DERIVATIVES|LINEAR|DELIVERY|EXCHANGE)$/;

/** Some of them are coins as well: glued to the other coin they are one. */
function isPathWord(base: string, whole: string): boolean {
  return pathWords.test(base) && /[-_/]/.test(whole.slice(1));
}

/** The contract named by an address no recipe knows, when it names exactly one. */
function guessMarket(url: Address): Market | null {
  const found = new Map<string, Market>();
  for (const match of url.path.matchAll(pair)) {
    const base = (match[1] ?? '').toUpperCase();
    const quote = (match[2] ?? '').toUpperCase();
    const symbol = match[0].replace(/^[^A-Za-z0-9]/, '').toUpperCase();
    if (/[A-Z]/.test(base) && !isPathWord(base, match[0])) {
      found.set(`${base} ${quote}`, {
        symbol,
        base,
        quote,
        ...(quote === 'USD' ? {} : { kind: 'linear' as const }),
      });
    }
  }
  if (found.size === 0) {
    for (const [, base = '', kind] of url.path.matchAll(perpetual))
      if (/[A-Z]/.test(base) && !pathWords.test(base)) found.set(base, { symbol: `${base}-${kind}`, base });
  }
  const [only] = found.values();
  return found.size === 1 ? (only ?? null) : null;
}

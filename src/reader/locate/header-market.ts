import type { LabelId } from '../labels/label-id.ts';
import { startOf } from '../page/as-written.ts';
import { type PageCaption, pageCaptions } from '../page/page-captions.ts';
import { isTextControl } from '../page/text-controls.ts';
import { isInDialog, isShown, isWithdrawn } from '../page/visible.ts';
import type { Recipe } from '../recipe.ts';
import { type Market, marketOf, matchPage, type PageMatch } from './match-page.ts';

const marketPrices: ReadonlySet<LabelId> = new Set(['markPrice', 'lastPrice', 'oraclePrice']);
const lists = 'table,[role=table],[role=grid],[role=row],[role=listbox],[role=menu]';
/** A market header holds few elements; an ancestor with more of them is the page. */
const mostElements = 150;

/** A contract's name and nothing else: `BTC-USDC`, `kPEPE/USD`, `xyz:TSLA-USDC`, `ETH-PERP`. */
const name =
  /^(?<symbol>(?:[a-z0-9]+:)?(?<base>[a-z]?[A-Z0-9]{2,15}))(?:[-/_ ]?(?<quote>USDT|USDC|USDE|USD)(?:[- ]?(?:PERP|Perp|PERPETUAL|Perpetual))?|[- ](?<kind>PERP|Perp|PERPETUAL|Perpetual))$/;
const inTitle = /(?:^|[\s|·(])([a-z]?[A-Z0-9]{2,15})[-/_ ]?(USDT|USDC|USDE|USD)(?=$|[\s|·)])/g;

/** The page at this address, with the contract that its header names where the address names none. */
export function pageAt(address: string, document: Document, recipes: readonly Recipe[]): PageMatch | null {
  const match = matchPage(address, document, recipes);
  if (match === null || match.market !== null) return match;
  const market = headerMarket(document, match);
  return market === null ? match : { ...match, market, namedBy: 'header' };
}

/**
 * The contract an address leaves out, as the page itself names it: in the title and somewhere on the page alike, else
 * in the header that shows the market's price. Two names settle nothing.
 */
function headerMarket(document: Document, match: PageMatch): Market | null {
  const titled = new Set([...startOf(document.title).matchAll(inTitle)].map(([, base = '']) => base));
  const tag = match.recipe?.positions?.tag;
  const named = titled.size === 0 ? besidePrice(document, tag) : onPage(document, titled, tag);
  const [only] = named;
  if (named.size !== 1 || only === undefined) return null;
  const groups = name.exec(only)?.groups ?? {};
  const { recipe, pattern } = match;
  if (recipe !== null) {
    if (pattern === undefined || groups.quote === undefined) return null;
    return marketOf(recipe, pattern, { ...groups, quote: pattern.quote ?? groups.quote });
  }
  const isSettled = groups.quote !== undefined && groups.quote !== 'USD';
  const symbol = groups.quote === undefined ? '{base}-PERP' : '{base}{quote}';
  return marketOf({ keepCase: true }, { symbol, kind: isSettled ? 'linear' : 'unsettled' }, groups);
}

/** Names of the title's coin that stand on the page by themselves. */
function onPage(
  document: Document,
  bases: ReadonlySet<string>,
  tag: string | undefined,
): ReadonlySet<string> {
  const body = document.body ?? document.documentElement;
  return distinct(namesIn(body, tag).filter((text) => bases.has(name.exec(text)?.groups?.base ?? '')));
}

/** Names in the nearest group around a market price that holds any, where all of them agree. */
function besidePrice(document: Document, tag: string | undefined): ReadonlySet<string> {
  return besidePrices(pageCaptions(document, marketPrices), tag, []);
}

function besidePrices(
  captions: readonly PageCaption[],
  tag: string | undefined,
  entries: readonly Element[],
): ReadonlySet<string> {
  const ofHeader = captions.filter(({ element }) => element.closest(lists) === null && !isInDialog(element));
  return distinct(ofHeader.flatMap((caption) => namesAround(caption, tag, entries)));
}

/**
 * The one other contract that the page names beside the market's price, where its title does not name the market at hand
 * either; `undefined` where there is none such, or several. Cards of positions name theirs.
 */
export function otherInHeader(
  document: Document,
  market: Market | null,
  captions: readonly PageCaption[],
  tag: string | undefined,
): string | undefined {
  if (market?.base === undefined || document.title.toUpperCase().includes(market.base.toUpperCase()))
    return undefined;
  const having = (ids: ReadonlySet<LabelId>) =>
    captions.filter(({ meanings }) => meanings.some((id) => ids.has(id)));
  const entries = having(new Set(['entryPrice'])).map(({ element }) => element);
  const names = besidePrices(having(marketPrices), tag, entries);
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

function namesAround(
  { element }: PageCaption,
  tag: string | undefined,
  entries: readonly Element[],
): readonly string[] {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const around = at;
    if (at.getElementsByTagName('*').length > mostElements) return [];
    if (entries.some((entry) => around.contains(entry))) return [];
    if ([...at.querySelectorAll('input')].some((input) => isTextControl(input) && isShown(input))) return [];
    const names = namesIn(at, tag);
    if (names.length > 0) return names;
  }
  return [];
}

function namesIn(root: Element, tag: string | undefined): readonly string[] {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    // Scripts split texts at will; a piece of a name may be another one's.
    if (node.previousSibling?.nodeType === Node.TEXT_NODE) continue;
    const text = startOf((node as Text).wholeText)
      .normalize('NFKC')
      .trim();
    const element = node.parentElement;
    if (text.length > 30 || element === null || !name.test(text) || element.closest(lists) !== null) continue;
    if (!isShown(element) || isWithdrawn(element) || isInDialog(element)) continue;
    found.push(`${tagBeside(element, tag)}${text}`);
  }
  return found;
}

/** The builder's mark beside a name, as it stands before the name with a colon. */
function tagBeside({ nextElementSibling, previousElementSibling }: Element, tag: string | undefined): string {
  if (tag === undefined) return '';
  const words = [nextElementSibling, previousElementSibling].map(
    (beside) => beside?.textContent?.trim() ?? '',
  );
  const word = words.find((text) => new RegExp(tag).test(text));
  return word === undefined ? '' : `${word}:`;
}

/** One name a contract: `BTC/USD` and `BTC-USDC` of one coin are the same here. */
function distinct(names: readonly string[]): ReadonlySet<string> {
  const byBase = new Map<string, string>();
  for (const text of names) {
    const { symbol = text, kind } = name.exec(text)?.groups ?? {};
    // `BTC-PERP` says less than `BTC-USDC`.
    if (kind === undefined || !byBase.has(symbol)) byBase.set(symbol, text);
  }
  return new Set(byBase.values());
}

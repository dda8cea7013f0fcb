import type { SizeUnit } from '../domain/ticket-reading.ts';
import type { VenueId } from '../domain/venue.ts';
import type { LabelId } from './labels/label-id.ts';

/**
 * What is known of one venue's order page, as data: it survives a JSON round trip and carries no code.
 *
 * A recipe names places; how they are searched, parsed and checked against each other is the same for every venue.
 * Whatever it does not name, or whatever its anchors do not find, is read by labels.
 */
export interface Recipe {
  readonly venue: VenueId;
  /** How good the evidence behind the anchors is, and how old. */
  readonly evidence: string;
  readonly pages: readonly PagePattern[];
  /** Pages of the venue that show the same words but no ticket: wallet, history, spot. */
  readonly excludes?: readonly PagePattern[];
  /** Recognises the venue's front end under any host: a selector that matches something on its page. */
  readonly dom?: string;
  /** Keeps the case of the address; by default symbols are in capitals. */
  readonly keepCase?: boolean;
  /** The ticket's own element; the first selector with a visible match counts. Absent or none: found by labels. */
  readonly scope?: readonly string[];
  /** Anything visible here (inside the scope) says that the account's figures are defaults, not data. */
  readonly signedOut?: readonly string[];
  /** The decimal mark of every number on the page, where the venue's own code fixes it. */
  readonly decimalMark?: '.' | ',';
  /** What a size in the quote currency means; absent: only the page's cost line can tell. */
  readonly quoteSizeIs?: 'quote' | 'cost';
  /** The page shows no mark on a market order, but beside a size in the quote currency what it comes to in coins. */
  readonly convertsSize?: boolean;
  readonly contracts?: ContractFacts;
  readonly fields: Readonly<Partial<Record<RecipeField, readonly Anchor[]>>>;
  /** Every button that sends an order. */
  readonly submit: readonly SubmitAnchor[];
  readonly positions?: PositionsRecipe;
}

/** Sources of regular expressions. `path` may name the groups `symbol`, `base` and `quote`. */
export interface PagePattern {
  readonly host?: string;
  /** Matched against path, query and hash together. */
  readonly path: string;
  /** The venue's own name of the contract, from the groups: `{base}-{quote}-SWAP`. Default: the group `symbol`. */
  readonly symbol?: string;
  /** Where this address belongs to another rule book than the recipe's own. */
  readonly venue?: VenueId;
  /** The quote coin where the contract's name leaves it out. */
  readonly quote?: string;
  /** Default linear; `unsettled`: the name does not tell. */
  readonly kind?: 'linear' | 'inverse' | 'unsettled';
}

export interface ContractFacts {
  /** Coins (linear) or quote currency (inverse) a contract, by symbol; the page's own statement goes first. */
  readonly sizes?: Readonly<Record<string, string>>;
}

export type RecipeField =
  | 'headerSymbol'
  | 'marginMode'
  | 'leverage'
  | 'side'
  | 'openClose'
  | 'orderType'
  | 'price'
  | 'size'
  | 'sizeUnit'
  | 'contractSize'
  | 'reduceOnly'
  | 'stopLoss'
  | 'takeProfit'
  | 'walletBalance'
  | 'equity'
  | 'available'
  | 'markPrice'
  | 'lastPrice'
  | 'pageLiquidationPrice'
  | 'pageCost'
  | 'maxSize';

interface AnchorBase {
  /** Which layout of the page the anchor is for, and what it leans on. For readers of the recipe. */
  readonly layout: string;
  /** Selector inside the scope that must match visibly for the anchor to count at all. */
  readonly when?: string;
  /** The place speaks of orders in this direction only; without a press both directions must say the same. */
  readonly side?: 'long' | 'short';
}

/** One element by selector. */
export interface CssAnchor extends AnchorBase {
  readonly css: string;
  /** `page`: outside the ticket, such as the market header. Default `scope`. */
  readonly where?: 'scope' | 'page';
  /** Which of several visible matches, from 0. Without it there must be exactly one. */
  readonly nth?: number;
  /** How many visible matches there must be for `nth` to mean anything. */
  readonly of?: number;
  /** Read this attribute instead of what is shown. */
  readonly attribute?: string;
  /** The part of the text this pattern's first group matches. */
  readonly pattern?: string;
  /** Inner elements whose text is not part of the value. */
  readonly without?: string;
}

/** A set of alternatives of which the page marks one as chosen. */
export interface OptionsAnchor extends AnchorBase {
  readonly options: Readonly<Record<string, string>>;
}

/** A constant that holds whenever the selector matches visibly. */
export interface ConstantAnchor extends AnchorBase {
  readonly matches: string;
  readonly value: string;
}

/** The value that stands by a label of the dictionary, inside one element where `in` is given. */
export interface LabelAnchor extends AnchorBase {
  readonly label: LabelId;
  readonly in?: string;
  /**
   * `page`: outside the ticket, such as the account's panel; never in a table, a dialog or the card of a position. Where
   * cards stand close by, name the panel with `in`. Default `scope`.
   */
  readonly where?: 'scope' | 'page';
}

/** What this pattern's first group matches in path, query and hash of the address. */
export interface AddressAnchor extends AnchorBase {
  readonly address: string;
}

export type Anchor = CssAnchor | OptionsAnchor | ConstantAnchor | LabelAnchor | AddressAnchor;

export interface SubmitAnchor {
  readonly layout: string;
  readonly css: string;
  /** What the selector itself says; the button's text is read as well and must not contradict it. */
  readonly side?: 'long' | 'short';
  readonly effect?: 'open' | 'close';
}

export interface ContractName extends Pick<PagePattern, 'symbol' | 'quote' | 'kind'> {
  /** Source of a regular expression over the name, with the groups of `PagePattern.path`. */
  readonly text: string;
  /** Rows spell the name as the venue does, in both cases; by default it is in capitals. */
  readonly keepCase?: boolean;
}

export interface PositionsRecipe {
  /** The element that holds the list; none: it is found by its headers. */
  readonly css: readonly string[];
  /** For lists that are no tables: selector of a row. Columns are told by what stands under which header. */
  readonly row?: string;
  /** Unit of the size column where the page prints none. */
  readonly sizeUnit?: SizeUnit;
  /** At which price of the row a size in the quote currency is worth its coins. Default the mark. */
  readonly quoteAt?: 'entry';
  /** The venue values positions at its oracle price, which stands in place of a mark. */
  readonly markedAtOracle?: boolean;
  /** The mode of every position, where the venue has only one. */
  readonly marginMode?: 'cross' | 'isolated';
  /** The venue prints shorts with a minus sign and longs without any. */
  readonly signed?: boolean;
  /** Selectors of the marks inside a row that say its side. */
  readonly sides?: Readonly<Record<'long' | 'short', string>>;
  /** The tab whose text carries the count. */
  readonly tab?: string;
  /** Names the contract from the base coin of a row: `PERP_{base}_{quote}`, quote as on the ticket. */
  readonly symbol?: string;
  /** How rows name contracts, where a name alone tells its coins and kind; the first match counts. */
  readonly names?: readonly ContractName[];
  /** A word of its own beside the name that belongs before it, with a colon: the builder of a market (`xyz:TSLA`). */
  readonly tag?: string;
  /** The venue's own name in `symbol` of a coin that its rows call otherwise: `BTC` is `XBT`. */
  readonly coins?: Readonly<Record<string, string>>;
  /** A checked control here hides rows. */
  readonly filter?: string;
}

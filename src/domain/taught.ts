import type { MarginMode } from './account.ts';
import type { Provenance, SizeUnit, TicketFieldName } from './ticket-reading.ts';

/** Fields of a ticket whose place on a page the trader can show, in the order in which they are asked for. */
export const taughtFieldNames = [
  'size',
  'sizeUnit',
  'marginMode',
  'leverage',
  'available',
  'price',
  'walletBalance',
  'equity',
  'markPrice',
  'stopLoss',
  'takeProfit',
  'reduceOnly',
] as const satisfies readonly TicketFieldName[];

/** Controls that say the direction of an order: the order buttons, and the pair of tabs of a ticket with one button. */
export const taughtControlNames = ['buy', 'sell', 'order', 'longTab', 'shortTab'] as const;

export const taughtNames = [...taughtFieldNames, ...taughtControlNames] as const;

export type TaughtName = (typeof taughtNames)[number];

export function isTaughtName(value: unknown): value is TaughtName {
  return taughtNames.some((name) => name === value);
}

/** What a word of the page means, where the dictionary does not know it. */
export type TaughtMeaning = MarginMode | SizeUnit;

export const taughtMeanings = [
  'cross',
  'isolated',
  'base',
  'quote',
  'contracts',
  'cost',
  'percent',
] as const satisfies readonly TaughtMeaning[];

/** What an element is, as far as it must stay the same. */
export type TaughtKind = 'input' | 'button' | 'toggle' | 'choice' | 'text';
export const taughtKinds = [
  'input',
  'button',
  'toggle',
  'choice',
  'text',
] as const satisfies readonly TaughtKind[];

export interface TaughtAttribute {
  readonly name: string;
  readonly value: string;
  /** `starts`: the value begins so; what follows is counted by the page. */
  readonly match: 'is' | 'starts';
}

/** By attributes its makers gave it: the element's own, or those of an element around it. */
export interface MarkPrint {
  readonly tag: string;
  readonly attributes: readonly TaughtAttribute[];
  /** Steps up from the element to the one that carries the attributes; 0 for its own. */
  readonly up: number;
}

/** By words: `offset` counts texts and controls in reading order from the words to the element, 0 for its own words. */
export interface WordsPrint {
  readonly text: string;
  readonly offset: number;
  /** The words belong to this element and no other, by the page's own structure. */
  readonly own: boolean;
}

/** By place: which one of its kind it is. */
export interface PlacePrint {
  /** Tags and positions among their like, from the ticket (or the page) down to the element: `div:2/span:1`. */
  readonly path: string;
  /** How many of its kind stand before and behind it. */
  readonly before: number;
  readonly behind: number;
  /** The captions and chosen tabs around it, as one text: where nothing but places tells inputs apart, none may change. */
  readonly layout: string;
}

/** Where the trader showed a field to stand, by three prints that do not depend on each other. Two must agree. */
export interface TaughtField {
  readonly name: TaughtName;
  readonly kind: TaughtKind;
  /** `ticket`: inside the element that is the ticket; `page`: anywhere on the page, such as its header. */
  readonly where: 'ticket' | 'page';
  readonly mark: MarkPrint | null;
  readonly words: WordsPrint | null;
  readonly place: PlacePrint;
  /** Text that stood before the figure in the same text: `Salio: ` of `Salio: 1,000 USDT`. Empty for none. */
  readonly lead: string;
  /** What the trader said the page's words mean, by the word in lower case. */
  readonly meanings: Readonly<Record<string, TaughtMeaning>>;
  /** A unit behind the figure that no dictionary knows, and that the trader let stand. Empty for none. */
  readonly unit: string;
  /** What other ways of reading said then; the trader saw it and confirmed his own. */
  readonly overruled: readonly Provenance[];
  /** ISO time. */
  readonly taughtAt: string;
}

/** Everything shown on one site, by its origin (`https://www.example.com`). */
export type TaughtSites = Readonly<Record<string, readonly TaughtField[]>>;

/** More than any page has fields and any trader has exchanges; fewer than a hostile file can hold. */
export const mostTaughtFields = taughtNames.length;
export const mostTaughtSites = 100;

const longestText = 160;
const longestLayout = 2_000;

/**
 * Whether a value from storage, a message or a file is a taught field, by every one of its members. The one judge: the
 * store, the messages and the import all ask it.
 */
export function isTaughtField(value: unknown): value is TaughtField {
  if (!isObject(value, 11)) return false;
  const { name, kind, where, mark, words, place, lead, meanings, unit, overruled, taughtAt } = value;
  return (
    isTaughtName(name) &&
    taughtKinds.some((each) => each === kind) &&
    (where === 'ticket' || where === 'page') &&
    (mark === null || isMark(mark)) &&
    (words === null || isWords(words)) &&
    isPlace(place) &&
    isText(lead) &&
    isMeanings(meanings) &&
    isText(unit) &&
    isList(overruled, 6, isProvenance) &&
    isText(taughtAt) &&
    !Number.isNaN(Date.parse(taughtAt))
  );
}

/** The web origin of an address, or `undefined` where it has none: `https://www.example.com`. */
export function originOf(address: string): string | undefined {
  const found = /^(https?):\/\/([^/?#@]+)/i.exec(address);
  return found === null ? undefined : `${found[1]}://${found[2]}`.toLowerCase();
}

/** Whether a key can be a site's origin as a browser spells it. */
export function isOrigin(value: string): boolean {
  return (
    value.length <= 260 &&
    /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$|^https?:\/\/\[[0-9a-f:.]+\](?::\d{1,5})?$/.test(value)
  );
}

type Members = Readonly<Record<string, unknown>>;

/** @param most members it may have: what nobody knows is not carried on */
function isObject(value: unknown, most: number): value is Members {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= most
  );
}

function isText(value: unknown, longest = longestText): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isCount(value: unknown, most = 5_000): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function isList(value: unknown, most: number, each: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(each);
}

const tagName = /^[a-z][a-z0-9-]{0,59}$/;

function isMark(value: unknown): boolean {
  if (!isObject(value, 3)) return false;
  const { tag, attributes, up } = value;
  return (
    isText(tag) &&
    tagName.test(tag) &&
    isCount(up, 6) &&
    isList(attributes, 4, isAttribute) &&
    (attributes as readonly unknown[]).length > 0
  );
}

function isAttribute(value: unknown): boolean {
  if (!isObject(value, 3)) return false;
  const { name, value: text, match } = value;
  return (
    isText(name, 60) &&
    /^[a-z][a-z0-9-]*$/.test(name) &&
    isText(text) &&
    text !== '' &&
    (match === 'is' || match === 'starts')
  );
}

function isWords(value: unknown): boolean {
  if (!isObject(value, 3)) return false;
  const { text, offset, own } = value;
  return (
    isText(text) &&
    text !== '' &&
    typeof offset === 'number' &&
    Number.isInteger(offset) &&
    Math.abs(offset) <= 20 &&
    typeof own === 'boolean'
  );
}

function isPlace(value: unknown): boolean {
  if (!isObject(value, 4)) return false;
  const { path, before, behind, layout } = value;
  return (
    isText(path, 600) &&
    /^(?:[a-z][a-z0-9-]*:\d{1,4}(?:\/|$))*$/.test(path) &&
    isCount(before) &&
    isCount(behind) &&
    isText(layout, longestLayout)
  );
}

function isMeanings(value: unknown): boolean {
  if (!isObject(value, 12)) return false;
  const entries = Object.entries(value);
  return entries.every(
    ([word, meaning]) => isText(word, 60) && taughtMeanings.some((each) => each === meaning),
  );
}

function isProvenance(value: unknown): boolean {
  if (!isObject(value, 2)) return false;
  const { how, anchor } = value;
  return (how === 'recipe' || how === 'label') && isText(anchor, 400);
}

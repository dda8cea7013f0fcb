import type { MarginMode, Side } from '../../domain/account.ts';
import {
  absoluteDecimal,
  type DecimalString,
  divideDecimals,
  multiplyDecimals,
} from '../../domain/decimal-string.ts';
import type { UnknownReason } from '../../domain/known.ts';
import type { PositionRow, SizeUnit } from '../../domain/ticket-reading.ts';
import { unitOf } from '../convert/unit-of.ts';
import { factorsAmong } from '../extract/factors.ts';
import { orderButtonOf } from '../labels/order-button.ts';
import type { Market } from '../locate/match-page.ts';
import { type NumberContext, parseNumber } from '../numbers/parse-number.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import type { PositionsRecipe } from '../recipe.ts';
import { arithmeticSide, type RowTerms } from './arithmetic.ts';
import { cellNumber, modeBehind } from './cell.ts';
import { type RowMarket, rowMarket } from './row-symbol.ts';
import { isBadge, takenApart } from './row-texts.ts';
import type { Column, Row, Table } from './table.ts';

export interface RowContext {
  readonly market: Market | null;
  readonly recipe: PositionsRecipe | undefined;
  readonly numbers: NumberContext;
  readonly table: Table;
  /** Coins or face value a contract, by symbol. */
  readonly contractSize: (symbol: string) => DecimalString | undefined;
}

/** A position, or why the row is none that could be trusted. */
export type ReadRow = PositionRow | { readonly why: UnknownReason };

/** A row as a position. */
export function readRow(row: Row, context: RowContext): ReadRow {
  const items = takenApart(textItems(row.element));
  const named = marketOfRow(row, items, context);
  if (named === null) return { why: 'unparsable' };
  const figure = (column: Column) => figureOf(row, column, context);
  const size = sizeOf(row, named, context);
  if ('why' in size) return size;
  const entryPrice = figure('entryPrice');
  const marked = context.recipe?.markedAtOracle === true ? figure('oraclePrice') : undefined;
  const markPrice = figure('markPrice') ?? marked;
  const unrealisedPnl = figure('unrealisedPnl');
  const worthAt = context.recipe?.quoteAt === 'entry' ? entryPrice : markPrice;
  const terms = { size: absoluteDecimal(size.value), entryPrice, markPrice, unrealisedPnl };
  const computed =
    named.kind === 'inverse'
      ? inverseSide({ ...terms, size: inBase(size, named, worthAt, context) })
      : arithmeticSide(terms);
  if (size.unit === null && computed === null) return { why: 'ambiguous' };
  const side = sideOf(row, items, size, computed, context);
  if (side === null) return { why: 'ambiguous' };
  const kind = named.kind ?? (computed === null ? undefined : 'linear');
  const base = inBase(size, { ...named, ...(kind === undefined ? {} : { kind }) }, worthAt, context);
  if (typeof base !== 'string') return base;
  const mode = modeOf(items) ?? context.recipe?.marginMode;
  return defined({
    symbol: named.symbol,
    side,
    size: base,
    entryPrice: positive(entryPrice),
    markPrice: positive(markPrice),
    marginMode: mode,
    leverage: leverageOf(row, items, context),
    // On cross the column shows what the position needs, not what is assigned to it.
    margin: mode === 'cross' ? undefined : positive(figure('margin')),
    unrealisedPnl,
    liquidationPrice: positive(figure('liquidationPrice')),
  });
}

/** By the face value, where the unit of the size is on the page. */
function inverseSide(
  terms: Omit<RowTerms, 'size'> & { readonly size: ReturnType<typeof inBase> },
): Side | null {
  const { size } = terms;
  return typeof size === 'string' ? arithmeticSide({ ...terms, size }, 'inverse') : null;
}

type Loose = { readonly [Member in keyof PositionRow]: PositionRow[Member] | undefined };

/** Without the members that are not on the page. */
function defined(row: Loose & Pick<PositionRow, 'symbol' | 'side' | 'size'>): PositionRow {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as PositionRow;
}

function figureOf(row: Row, column: Column, context: RowContext): DecimalString | undefined {
  const parsed = cellNumber(row.cell(column), context.numbers);
  return parsed.kind === 'number' && parsed.unit !== '%' && parsed.unit !== 'x' ? parsed.value : undefined;
}

function positive(value: DecimalString | undefined): DecimalString | undefined {
  return value === undefined || value.startsWith('-') || !/[1-9]/.test(value) ? undefined : value;
}

function marketOfRow(row: Row, items: readonly TextItem[], context: RowContext): RowMarket | null {
  const cell = row.cell('symbol');
  const own = cell === undefined || cell.length === 0 ? items : takenApart(cell);
  const tag = own.find(({ text }) => isTag(text, context))?.text;
  for (const { text } of own) {
    if (text === tag || isBadge(text)) continue;
    const whole = tag === undefined ? text : `${tag}:${text}`;
    const named = rowMarket(whole, context.market, context.recipe);
    if (named !== null) return named;
  }
  return null;
}

function isTag(text: string, { recipe }: RowContext): boolean {
  return recipe?.tag !== undefined && new RegExp(recipe.tag).test(text);
}

interface Size {
  /** With the page's own sign. */
  readonly value: DecimalString;
  /** `null`: the page prints none. */
  readonly unit: SizeUnit | null;
  /** The page prints a plus: it signs its sizes. */
  readonly plus: boolean;
}

function sizeOf(row: Row, named: RowMarket, context: RowContext): Size | { readonly why: UnknownReason } {
  const units = named.base === undefined ? [] : [named.base];
  const numbers = { ...context.numbers, units: [...units, ...(context.numbers.units ?? [])] };
  const parsed = cellNumber(row.cell('size'), numbers);
  if (parsed.kind === 'none') return { why: parsed.why === 'unparsable' ? 'unparsable' : 'not-on-page' };
  const word = parsed.unit === '' ? (context.table.units.get('size') ?? '') : parsed.unit;
  const plus = /^\s*[+＋]/.test(row.cell('size')?.[0]?.text ?? '');
  if (word === '') return { value: parsed.value, unit: context.recipe?.sizeUnit ?? null, plus };
  const market = named.base === undefined ? context.market : named;
  const unit = unitOf(word, market);
  return unit === null || unit === 'percent' ? { why: 'unparsable' } : { value: parsed.value, unit, plus };
}

function inBase(
  { value, unit }: Size,
  named: RowMarket,
  mark: DecimalString | undefined,
  context: RowContext,
): DecimalString | { readonly why: UnknownReason } {
  const size = absoluteDecimal(value);
  if (!/[1-9]/.test(size)) return { why: 'not-on-page' };
  if (unit === 'contracts') {
    const contract = context.contractSize(named.symbol);
    return contract === undefined ? { why: 'venue-facts-missing' } : multiplyDecimals(size, contract);
  }
  if (named.kind === undefined) return { why: 'venue-facts-missing' };
  const inverse = named.kind === 'inverse';
  if (unit === null || unit === (inverse ? 'quote' : 'base')) return size;
  if (unit === 'cost' || unit === 'percent' || mark === undefined) return { why: 'ambiguous' };
  return inverse
    ? multiplyDecimals(size, mark)
    : (divideDecimals(size, mark, 18) ?? { why: 'undefined-ratio' });
}

/** The sign, the side's word and the arithmetic of the row; whatever of them is there must say the same. */
function sideOf(
  row: Row,
  items: readonly TextItem[],
  size: Size,
  computed: Side | null,
  context: RowContext,
): Side | null {
  const said = new Set<Side>([...sideWords(row, items), ...sideMarks(row, context)]);
  if (size.value.startsWith('-')) said.add('short');
  else if (size.plus) said.add('long');
  else if (context.recipe?.signed === true && said.size === 0) said.add('long');
  const [only] = said;
  if (said.size > 1) return null;
  return only ?? computed;
}

function sideMarks({ element }: Row, { recipe }: RowContext): readonly Side[] {
  return (['long', 'short'] as const).filter((side) => {
    const css = recipe?.sides?.[side];
    return css !== undefined && element.querySelector(css) !== null;
  });
}

/** Side words in the row, those of its buttons left out. */
function sideWords(row: Row, items: readonly TextItem[]): readonly Side[] {
  return items.flatMap((item) => {
    const word = orderButtonOf(item.text, []);
    if (word?.side === undefined || word.effect !== undefined) return [];
    const action = item.element.closest('button,a,[role=button]');
    return action !== null && row.element.contains(action) ? [] : [word.side];
  });
}

function modeOf(items: readonly TextItem[]): MarginMode | undefined {
  const modes = new Set<MarginMode>();
  for (const { caption, text } of items) {
    const said = caption ?? modeBehind(text);
    if (said?.meanings.includes('cross')) modes.add('cross');
    if (said?.meanings.includes('isolated')) modes.add('isolated');
  }
  const [only] = modes;
  return modes.size === 1 ? only : undefined;
}

/** The leverage column, else the one `10x` of the row, its letter maybe in an element of its own. */
function leverageOf(row: Row, items: readonly TextItem[], context: RowContext): DecimalString | undefined {
  const cell = cellNumber(row.cell('leverage'), context.numbers);
  if (cell.kind === 'number' && (cell.unit === 'x' || cell.unit === '')) return positive(cell.value);
  const factors = new Set<DecimalString>();
  for (const { text } of factorsAmong(items)) {
    const parsed = parseNumber(text, context.numbers);
    if (parsed.kind === 'number') factors.add(parsed.value);
  }
  const [only] = factors;
  return factors.size === 1 ? positive(only) : undefined;
}

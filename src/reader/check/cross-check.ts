import {
  compareDecimals,
  type DecimalString,
  divideDecimals,
  multiplyDecimals,
} from '../../domain/decimal-string.ts';
import { type UnknownReason, unknown } from '../../domain/known.ts';
import type { Field, TicketFieldName, TicketReading } from '../../domain/ticket-reading.ts';
import { sameCoin, unitOf } from '../convert/unit-of.ts';
import type { Scene } from '../extract/scene.ts';
import { rowMarket } from '../positions/row-symbol.ts';

export interface Witnesses {
  /** The contract's name in the market header, where the recipe knows that place. */
  readonly header: string | undefined;
  /** Words that stand as the unit of the size. */
  readonly unitWords: readonly string[];
  /** The trader said what the unit's word means: value or cost. */
  readonly unitIsStated: boolean;
  /** The page's own largest size, in the unit of the size. */
  readonly maxSize: DecimalString | undefined;
}

export interface Checked {
  readonly reading: TicketReading;
  /** Names of the checks that failed. */
  readonly failedChecks: readonly string[];
}

/** A cost line differs by fees and the venue's own buffer. */
const costFactor = 1.5;
/** More than the account can carry may be typed; ten times as much is another unit. */
const maxFactor = 10;

/**
 * Holds the fields against each other before they are trusted. A check that fails makes the fields it concerns
 * unknown; which check it was is reported.
 */
export function crossCheck(
  scene: Scene,
  fields: TicketReading,
  convert: (reading: TicketReading) => Field<DecimalString>,
  witnesses: Witnesses,
): Checked {
  const failedChecks: string[] = [];
  let reading = fields;
  const fail = (check: string, why: UnknownReason, names: readonly TicketFieldName[]) => {
    failedChecks.push(check);
    reading = withUnknown(reading, why, names);
  };

  if (!headerAgrees(scene, witnesses.header)) fail('symbol-header', 'symbol-mismatch', ofTheContract);
  if (!unitAgrees(scene, witnesses.unitWords)) fail('symbol-unit', 'symbol-mismatch', ofTheContract);
  if (!witnesses.unitIsStated && !quoteIsSettled(scene, reading)) {
    const meant = meaningOfQuote(reading);
    if (meant === null) fail('size-unit', 'ambiguous', ['sizeUnit', 'sizeBase']);
    else if (reading.sizeUnit.known)
      reading = { ...reading, sizeUnit: { ...reading.sizeUnit, value: meant } };
  }
  reading = { ...reading, sizeBase: convert(reading) };
  const cost = costLine(scene, reading);
  if (cost === 'other-unit') fail('cost', 'ambiguous', ['sizeUnit', 'sizeBase', 'pageCost']);
  if (cost === 'other-order') fail('cost', 'stale', ['pageCost']);
  if (!fitsMax(reading, witnesses.maxSize)) fail('max-size', 'ambiguous', ['size', 'sizeUnit', 'sizeBase']);
  return { reading, failedChecks };
}

const ofTheContract = [
  'symbol',
  'price',
  'size',
  'sizeUnit',
  'sizeBase',
  'stopLoss',
  'takeProfit',
  'markPrice',
  'lastPrice',
  'pageLiquidationPrice',
  'pageCost',
  'leverage',
  'marginMode',
] as const satisfies readonly TicketFieldName[];

function withUnknown(
  reading: TicketReading,
  why: UnknownReason,
  names: readonly TicketFieldName[],
): TicketReading {
  const changed = names.filter((name) => reading[name].known);
  return { ...reading, ...Object.fromEntries(changed.map((name) => [name, unknown(why, name)])) };
}

function headerAgrees({ market, match }: Scene, header: string | undefined): boolean {
  if (header === undefined || market === null) return true;
  const named = rowMarket(header, market, match.recipe?.positions);
  if (named === null) return true;
  if (named.symbol === market.symbol) return true;
  return named.base !== undefined && market.base !== undefined && sameCoin(named.base, market.base);
}

const money = /^(?:USD.?|FDUSD|BUSD|EUR|GBP)$/;

/** A ticker as unit of the size that is none of the contract's coins belongs to another one: the page is mid-change. */
function unitAgrees({ market }: Scene, words: readonly string[]): boolean {
  if (market?.base === undefined) return true;
  return words.every(
    (word) => !/^[A-Z0-9]{2,12}$/.test(word) || money.test(word) || unitOf(word, market) !== null,
  );
}

/**
 * A size in the quote coin is value on some venues and cost on others; recipes that know say so. The cost of an inverse
 * contract is in the other coin.
 */
function quoteIsSettled({ match, market }: Scene, { sizeUnit }: TicketReading): boolean {
  if (!sizeUnit.known || sizeUnit.value !== 'quote') return true;
  return match.recipe?.quoteSizeIs !== undefined || market?.kind === 'inverse';
}

/** What the page's own cost line shows a size in the quote coin to mean; `null` when it cannot tell. */
function meaningOfQuote({ size, leverage, pageCost }: TicketReading): 'quote' | 'cost' | null {
  if (!size.known || !leverage.known || !pageCost.known || !/[1-9]/.test(pageCost.value)) return null;
  const ratio = Number(size.value) / Number(pageCost.value);
  if (within(ratio, Number(leverage.value), 1.25)) return 'quote';
  return within(ratio, 1, 1.25) ? 'cost' : null;
}

/**
 * What the page's cost line says of the size. Off by the leverage or by the price: the unit is another one. Off by
 * anything else: the line is of an earlier order, or of the part that does not close a position.
 */
function costLine({ market }: Scene, reading: TicketReading): 'agrees' | 'other-unit' | 'other-order' {
  const { sizeBase, leverage, pageCost } = reading;
  const price = reading.price.known ? reading.price : reading.markPrice;
  if (!sizeBase.known || !leverage.known || !pageCost.known || !price.known) return 'agrees';
  const value =
    market?.kind === 'inverse'
      ? divideDecimals(sizeBase.value, price.value, 18)
      : multiplyDecimals(sizeBase.value, price.value);
  const margin = value === undefined ? undefined : divideDecimals(value, leverage.value, 12);
  if (margin === undefined || !/[1-9]/.test(pageCost.value) || !/[1-9]/.test(margin)) return 'agrees';
  const factor = Number(margin) / Number(pageCost.value);
  if (within(factor, 1, costFactor)) return 'agrees';
  const units = [Number(leverage.value), Number(price.value)];
  return units.some((unit) => within(factor, unit, 1.25) || within(factor, 1 / unit, 1.25))
    ? 'other-unit'
    : 'other-order';
}

function within(value: number, target: number, factor: number): boolean {
  return value <= target * factor && value >= target / factor;
}

function fitsMax({ size }: TicketReading, maxSize: DecimalString | undefined): boolean {
  if (!size.known || maxSize === undefined || !/[1-9]/.test(maxSize)) return true;
  return compareDecimals(size.value, multiplyDecimals(maxSize, String(maxFactor) as DecimalString)) <= 0;
}

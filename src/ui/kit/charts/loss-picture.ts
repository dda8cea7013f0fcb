import type { MarginMode, Side } from '../../../domain/account.ts';
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  multiplyDecimals,
  subtractDecimals,
} from '../../../domain/decimal-string.ts';
import type { Figure, Liquidation, Losses, OrderExposure, PositionAfter } from '../../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../../domain/known.ts';

/** A price and what the position has lost there against its entry, by the price alone. */
export interface LossPoint {
  readonly price: DecimalString;
  readonly loss: DecimalString;
}

export interface LossMark extends LossPoint {
  readonly kind: 'stop' | 'liquidation';
  /** The loss as every surface gives it, with fees and funding. */
  readonly amount: Figure;
}

export interface LossLine {
  readonly mode: MarginMode;
  /** From the entry on, each farther against the position than the one before; at least the entry. */
  readonly points: readonly LossPoint[];
  readonly liquidation: LossMark | { readonly kind: 'none' } | Unknown;
  /** The last point is one after the liquidation: there is nothing left to lose. */
  readonly ended: boolean;
}

export type LossPicture =
  | { readonly kind: 'unknown'; readonly because: Unknown }
  /** The order leaves nothing open. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'picture';
      readonly side: Side;
      readonly entry: DecimalString;
      /** The ticket's own mode first. */
      readonly lines: readonly LossLine[];
      readonly stop: LossMark | null;
      /** Modes that could not be worked out. */
      readonly missing: readonly Unknown[];
    };

const zero = decimal('0');
const one = decimal('1');

/**
 * Loss over price in both modes, through the points the engine gives and no others: entry, stop, liquidation, and the moves
 * of the order's own symbol. The moves count what the account loses from the mark on; against the entry that is the loss
 * less the profit that is open at the mark. With a second leg on the symbol they are not this position's and stay out.
 */
export function lossPicture(exposure: OrderExposure): LossPicture {
  const legs = exposure.positions.filter(({ symbol }) => symbol === exposure.symbol);
  const own = legs.length === 1 ? legs[0] : legs.find((leg) => isOwn(leg, exposure));
  if (own === undefined) return { kind: 'nothing' };
  const { entryPrice: entry, markPrice: mark, unrealisedPnl: profit } = own;
  if (entry === undefined || isUnknown(entry)) return { kind: 'unknown', because: entry ?? noEntry };
  const moves = legs.length === 1 && isKnown(mark) && isKnown(profit) ? { mark, profit } : undefined;
  const { marginMode, otherMode } = exposure;
  const from = { exposure, side: own.side, entry, moves };
  const lines = [
    ...(isUnknown(marginMode) ? [] : [lineOf(marginMode, exposure, from)]),
    ...(isUnknown(otherMode) ? [] : [lineOf(otherMode.marginMode, otherMode, from)]),
  ];
  const missing = [marginMode, otherMode].filter(isUnknown);
  const [because] = missing;
  if (lines.length === 0 && because !== undefined) return { kind: 'unknown', because };
  return { kind: 'picture', side: own.side, entry, lines, stop: stopOf(exposure.losses), missing };
}

const noEntry: Unknown = { known: false, why: 'missing-input', field: 'entryPrice' };

function isOwn(leg: PositionAfter, { side, marginMode }: OrderExposure): boolean {
  return leg.side === side && leg.marginMode === marginMode;
}

function isKnown(figure: Figure | undefined): figure is DecimalString {
  return figure !== undefined && !isUnknown(figure);
}

interface From {
  readonly exposure: OrderExposure;
  readonly side: Side;
  readonly entry: DecimalString;
  readonly moves: { readonly mark: DecimalString; readonly profit: DecimalString } | undefined;
}

function lineOf(
  mode: MarginMode,
  { liquidation, losses }: { readonly liquidation: Liquidation | Unknown; readonly losses: Losses },
  from: From,
): LossLine {
  const { side, entry } = from;
  const mark = liquidationMark(liquidation, losses);
  const points: LossPoint[] = [{ price: entry, loss: zero }];
  let ended: LossPoint | undefined;
  for (const { point, isLiquidated } of shockPoints(mode, from)) {
    if (!isBeyond(point.price, entry, side)) continue;
    points.push(point);
    if (isLiquidated && (ended === undefined || isBeyond(point.price, ended.price, side))) ended = point;
  }
  if ('price' in mark) points.push({ price: mark.price, loss: mark.loss });
  points.sort((a, b) => (side === 'long' ? -1 : 1) * compareDecimals(a.price, b.price));
  return { mode, points, liquidation: mark, ended: ended !== undefined && points.at(-1) === ended };
}

function shockPoints(mode: MarginMode, { exposure, moves }: From) {
  if (moves === undefined) return [];
  const { mark, profit } = moves;
  return exposure.shocks.flatMap(({ scope, marginMode, move, loss, liquidated }) => {
    if (scope !== 'this' || marginMode !== mode || isUnknown(loss) || isUnknown(liquidated)) return [];
    const price = multiplyDecimals(mark, addDecimals(one, move));
    const point: LossPoint = { price, loss: subtractDecimals(loss, profit) };
    return [{ point, isLiquidated: liquidated.some((name) => name.startsWith(`${exposure.symbol} `)) }];
  });
}

function liquidationMark(
  liquidation: Liquidation | Unknown,
  { atLiquidation }: Losses,
): LossLine['liquidation'] {
  if (isUnknown(liquidation)) return liquidation;
  if (liquidation.kind === 'none') return { kind: 'none' };
  if (isUnknown(atLiquidation)) return atLiquidation;
  if ('kind' in atLiquidation) return { kind: 'none' };
  const { price, priceLoss, amount } = atLiquidation;
  if (isUnknown(price)) return price;
  return isUnknown(priceLoss) ? priceLoss : { kind: 'liquidation', price, loss: priceLoss, amount };
}

function stopOf({ atStop }: Losses): LossMark | null {
  if (isUnknown(atStop) || !('amount' in atStop)) return null;
  const { price, priceLoss, amount } = atStop;
  return isUnknown(price) || isUnknown(priceLoss) ? null : { kind: 'stop', price, loss: priceLoss, amount };
}

/** Farther against the position: lower for a long, higher for a short. */
function isBeyond(price: DecimalString, from: DecimalString, side: Side): boolean {
  const order = compareDecimals(price, from);
  return side === 'long' ? order < 0 : order > 0;
}

/** How far a price lies from the entry, without a sign. */
export function awayFrom(entry: DecimalString, price: DecimalString): DecimalString {
  return absoluteDecimal(subtractDecimals(price, entry));
}

import type { MarginMode } from '../domain/account.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine, missingInput, positiveAt } from './amount.ts';
import type { OrderTerms } from './apply-order.ts';
import type { Contract } from './contract.ts';
import { type Decimal, parse, zero } from './decimal.ts';
import { initialMargin } from './formulas/initial-margin.ts';
import { notional } from './formulas/notional.ts';
import { tradingFee } from './formulas/trading-fee.ts';
import { initialMarginAt } from './initial-margin-at.ts';
import { marginBySize } from './margin-by-size.ts';
import type { OwnCollateral } from './own-collateral.ts';

/** The order as numbers, in one margin mode. A market order fills at the mark; a limit order at its price, as maker. */
export function orderTerms(
  order: Order,
  mode: MarginMode | Unknown,
  state: AccountState,
  contract: Contract,
  rules: VenueRules,
): OrderTerms {
  const mark = orderMark(order, state, contract);
  const price = order.type === 'market' ? mark : positiveAt('order.price', order.price);
  const size = orderSize(order, mode, state);
  const leverage = positiveAt('order.leverage', order.leverage);
  const value = (of: Amount, at: Amount) => combine([contract.kind, of, at], notional);
  const reserve = mode === 'isolated' ? rules.isolatedMarginBuffer : undefined;
  const buffer = reserve === undefined ? zero : parse(reserve);
  const marginFor = (of: Amount): Amount => {
    if (isUnknown(mode) && dependsOnMode(order, rules)) return mode;
    if (order.margin !== undefined && mode === 'isolated') {
      return partOf(parse(order.margin), of, size);
    }
    if (order.collateralCoins !== undefined && mode === 'isolated') return zero;
    const at = initialMarginAt(rules, mode) === 'mark' ? mark : price;
    const bySize = marginBySize(contract, of, value(of, at), heldSize(order, mode, state));
    if (bySize !== null) return bySize;
    return combine([value(of, at), leverage], (worth, times) => initialMargin(worth, times, buffer));
  };
  const coins = mode === 'isolated' ? order.collateralCoins : undefined;
  const collateralFor = (of: Amount): OwnCollateral | undefined =>
    coins === undefined ? undefined : { coins: partOf(parse(coins), of, size), owed: zero };
  return {
    symbol: order.symbol,
    side: order.side,
    effect: order.effect,
    // On GMX a long and a short of one market are positions of their own.
    positionMode: order.positionMode ?? (rules.model === 'gmx' ? 'hedge' : undefined),
    mode,
    price,
    size,
    leverage,
    mark,
    marginFor,
    collateralFor,
    openFee: combine([value(size, price), openFeeRate(order, contract)], tradingFee),
  };
}

/** Whether an order's margin differs from mode to mode: what was put up and the venue's reserve count on isolated only. */
function dependsOnMode(order: Order, rules: VenueRules): boolean {
  return (
    (order.margin ?? order.collateralCoins ?? rules.isolatedMarginBuffer) !== undefined ||
    initialMarginAt(rules, 'cross') !== initialMarginAt(rules, 'isolated')
  );
}

/** What of `whole`, given for a size, falls to a part of that size. */
function partOf(whole: Decimal, part: Amount, size: Amount): Amount {
  return combine([part, size], (some, all) => (some.eq(all) ? whole : whole.times(some).div(all)));
}

/** A limit order is taken to rest in the book; everything else takes from it. */
export function openFeeRate(order: Order, contract: Contract): Amount {
  return contract.amount(order.type === 'limit' ? 'makerFee' : 'takerFee');
}

/** The contract's mark, else the one its open position shows. */
function orderMark(order: Order, state: AccountState, contract: Contract): Amount {
  const mark = contract.amount('markPrice');
  if (!isUnknown(mark)) return mark;
  const open = state.holdings.find(({ terms }) => terms.symbol === order.symbol && !isUnknown(terms.mark));
  return open?.terms.mark ?? mark;
}

/** What is open already on the order's side, symbol and mode. */
function heldSize({ symbol, side }: Order, mode: MarginMode | Unknown, state: AccountState): Amount {
  const added = state.holdings.find(
    ({ terms }) => terms.symbol === symbol && terms.side === side && terms.mode === mode,
  );
  return added?.terms.size ?? zero;
}

/** The order's size; a close without one takes the whole position it stands against, in its own mode where that is known. */
function orderSize(order: Order, mode: MarginMode | Unknown, state: AccountState): Amount {
  if (order.size !== undefined) return positiveAt('order.size', order.size);
  if (order.effect === 'close') {
    const closed = state.holdings.find(
      ({ terms }) =>
        terms.symbol === order.symbol &&
        terms.side !== order.side &&
        (isUnknown(mode) || isUnknown(terms.mode) || terms.mode === mode),
    );
    if (closed !== undefined) return closed.terms.size;
  }
  return missingInput('order.size');
}

import type { Hedge } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type Amount, combine, total } from './amount.ts';
import type { Coin } from './coin.ts';
import { plain, smaller, zero } from './decimal.ts';
import { gainsWithX } from './holding.ts';
import type { OrderView } from './order-view.ts';

/**
 * Which coins gain where the order's position loses, and whether they stand where it is backed from. Coins gain with a
 * linear contract's price, so they cover a short of it; an inverse contract's quote currency gains against the coin as the
 * price falls, so it covers a long. Isolated margin holds no coins of the account.
 */
export function hedgeOf({ own, applied }: OrderView): Hedge | Unknown {
  if (own === null) return { kind: 'none' };
  const { kind } = own.contract;
  if (isUnknown(kind)) return kind;
  const coins = applied.after.coins.filter(({ symbol }) => symbol === own.terms.symbol);
  if (coins.length === 0 || gainsWithX(kind, own.terms.side)) return { kind: 'none' };
  const { mode, size } = own.terms;
  if (isUnknown(mode)) return mode;
  const inside = mode === 'cross' ? coins.filter(({ inMarginAccount }) => inMarginAccount) : [];
  return combine([coveredBy(coins, size), coveredBy(inside, size)], (covered, inMargin) => ({
    kind: inMargin.isZero() ? 'in-economics-only' : inMargin.lt(covered) ? 'partly-in-margin' : 'in-margin',
    covered: plain(covered),
    coveredInMargin: plain(inMargin),
  }));
}

function coveredBy(coins: readonly Coin[], size: Amount): Amount {
  const amount = total(
    zero,
    coins.map((coin) => coin.amount),
  );
  return combine([amount, size], smaller);
}

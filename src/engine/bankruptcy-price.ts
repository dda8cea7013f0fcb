import type { AssessInput } from '../domain/assess-input.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import type { Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { LiquidationPoint } from './liquidation.ts';
import { liquidationPrice } from './liquidation-price.ts';

const nothing = { rate: decimal('0'), amount: decimal('0') };

/**
 * The mark at which the money behind one open position is gone: collateral + PnL = 0, other prices unchanged. On isolated
 * its margin, on cross the equity of the pool, on a venue that spreads the pool pro rata (KuCoin) its share of it.
 *
 * With `closingFee` what is left just pays for closing there: collateral + PnL = value x `closingFee`, as venues count
 * whose margin holds the closing fee (Bybit inverse, `margin` then with it). A fraction, >= 0.
 *
 * The liquidation price of the same account without maintenance; not part of `assess`.
 * @see Bybit help: 1 BTC long at 10,000, 50x is 9,800; inverse of 2019: 10,000 USD at 8,000 on 0.5 BTC, 0.075 %, is 5,718.57
 */
export function bankruptcyPrice(
  input: AssessInput,
  rules: VenueRules,
  index: number,
  closingFee: DecimalString = nothing.rate,
): LiquidationPoint | Unknown {
  // `rules` are all there are: neither the input's nor other rule sets may bring maintenance back.
  const { rules: _own, ...plain } = input;
  const { alsoUnder: _also, ...alone } = rules;
  const { account } = plain;
  const positions = account.positions.map((position, at) => ({
    ...position,
    maintenance: at === index ? { ...nothing, rate: closingFee } : nothing,
  }));
  const bare: VenueRules = {
    ...alone,
    maintenanceAt: 'liquidation',
    triggerFee: 'none',
    marginIncludesClosingFee: false,
  };
  return liquidationPrice({ ...plain, account: { ...account, positions } }, bare, index);
}

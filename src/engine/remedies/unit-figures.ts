import { type Amount, combine } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { notBelowZero, one, zero } from '../decimal.ts';
import { closingFeeReserve } from '../formulas/closing-fee-reserve.ts';
import { notional } from '../formulas/notional.ts';
import { openLoss } from '../formulas/open-loss.ts';
import { tradingFee } from '../formulas/trading-fee.ts';
import { unrealisedPnl } from '../formulas/unrealised-pnl.ts';
import { fundingToHorizon } from '../funding-to-horizon.ts';
import { openFeeRate } from '../order-terms.ts';
import type { OrderView } from '../order-view.ts';

/** What one unit of the order's size adds to the figures: all of them are proportional to it. */
export class UnitFigures {
  readonly #view: OrderView;
  readonly #planning: Planning;

  constructor(view: OrderView, planning: Planning) {
    this.#view = view;
    this.#planning = planning;
  }

  valueAt(price: Amount): Amount {
    return combine([this.#view.contract.kind, one, price], notional);
  }

  get openFee(): Amount {
    const { order, contract, terms } = this.#view;
    return combine([this.valueAt(terms.price), openFeeRate(order, contract)], tradingFee);
  }

  /** Profit (> 0) or loss of a unit bought at the order's price. */
  pnlAt(price: Amount): Amount {
    const { contract, order, terms } = this.#view;
    return combine([contract.kind, terms.price, price], (kind, entry, at) =>
      unrealisedPnl(kind, order.side, one, entry, at),
    );
  }

  /** Closing fee and slippage at a price, and funding to the horizon where it is paid. */
  stopCosts(price: Amount): Amount {
    const { contract, order, terms } = this.#view;
    const funding = fundingToHorizon(order.side, this.valueAt(terms.price), contract, this.#planning);
    return combine(
      [this.valueAt(price), contract.amount('takerFee'), funding, this.openFee],
      (value, rate, paid, open) =>
        tradingFee(value, rate)
          .plus(value.times(this.#planning.slippage))
          .plus(notBelowZero(paid))
          .plus(open),
    );
  }

  /** Isolated margin; a margin that was typed does not change with the size. */
  get isolatedMargin(): Amount {
    return this.#view.order.margin === undefined ? this.#view.terms.marginFor(one) : zero;
  }

  /** What a venue holds back of the available balance beyond margin, fee and what the pool's equity shows by itself. */
  get reserve(): Amount {
    const { contract, order, terms, own } = this.#view;
    const rules = own?.rules;
    const closing =
      rules?.costIncludes === 'margin+open+close-fee'
        ? combine(
            [contract.kind, this.valueAt(terms.price), terms.leverage, contract.amount('takerFee')],
            (kind, value, leverage, rate) => closingFeeReserve(kind, order.side, value, leverage, rate),
          )
        : zero;
    const opening =
      rules?.costIncludesOpenLoss === true && terms.mode === 'isolated'
        ? combine([contract.kind, terms.price, terms.mark], (kind, price, mark) =>
            openLoss(kind, order.side, one, price, mark),
          )
        : zero;
    return combine([closing, opening], (a, b) => a.plus(b));
  }
}

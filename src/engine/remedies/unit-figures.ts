import type { Unknown } from '../../domain/known.ts';
import { type Amount, combine } from '../amount.ts';
import { takesFeeFromMargin } from '../apply-order.ts';
import type { Planning } from '../assumptions.ts';
import { type Decimal, notBelowZero, one, zero } from '../decimal.ts';
import { closingFeeReserve } from '../formulas/closing-fee-reserve.ts';
import { notional } from '../formulas/notional.ts';
import { openLoss } from '../formulas/open-loss.ts';
import { tradingFee } from '../formulas/trading-fee.ts';
import { unrealisedPnl } from '../formulas/unrealised-pnl.ts';
import { fundingToHorizon } from '../funding-to-horizon.ts';
import type { OpenView } from '../open-view.ts';
import { openFeeRate } from '../order-terms.ts';

/** What one unit of the order's size adds to the figures: all but some margins are proportional to it. */
export class UnitFigures {
  readonly #view: OpenView;
  readonly #planning: Planning;

  constructor(view: OpenView, planning: Planning) {
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

  /** Initial margin in the order's mode: how it grows at the ticket's size. A margin that was typed does not. */
  get margin(): Growth | Unknown {
    const { order, terms, applied, contract } = this.#view;
    if (order.margin !== undefined && terms.mode === 'isolated') return { slope: zero };
    const single = terms.marginFor(one);
    if (contract.initialRate === null) return combine([single], (slope) => ({ slope }));
    // Where the rate grows with the size the margin is A s + B s^2; both follow from the margins of one and of two units.
    return combine([single, terms.marginFor(two), applied.opened], (first, second, opened) => {
      const bend = second.minus(first).minus(first).div(two);
      return { slope: first.minus(bend).plus(bend.times(opened).times(two)), bend };
    });
  }

  /** Fee that leaves the wallet beside the margin. */
  get feeBesideMargin(): Amount {
    const { own, terms } = this.#view;
    return takesFeeFromMargin(own.rules, terms.mode) ? zero : this.openFee;
  }

  /** The venue's reserve for the closing fee where it is part of the initial margin. */
  get reserveInMargin(): Amount {
    return this.#isReserveInMargin ? this.#closingReserve : zero;
  }

  /** What a venue holds back of the available balance that no margin, fee or equity of the account shows. */
  get heldBack(): Amount {
    const { own, contract, order, terms } = this.#view;
    const isReserved = own.rules.costIncludes === 'margin+open+close-fee' && !this.#isReserveInMargin;
    const opening =
      own.rules.costIncludesOpenLoss === true && terms.mode === 'isolated'
        ? combine([contract.kind, terms.price, terms.mark], (kind, price, mark) =>
            openLoss(kind, order.side, one, price, mark),
          )
        : zero;
    return combine([isReserved ? this.#closingReserve : zero, opening], (a, b) => a.plus(b));
  }

  get #isReserveInMargin(): boolean {
    const { own, terms } = this.#view;
    return own.rules.marginIncludesClosingFee === true && terms.mode === 'cross';
  }

  get #closingReserve(): Amount {
    const { contract, order, terms } = this.#view;
    return combine(
      [contract.kind, this.valueAt(terms.price), terms.leverage, contract.amount('takerFee')],
      (kind, value, leverage, rate) => closingFeeReserve(kind, order.side, value, leverage, rate),
    );
  }
}

interface Growth {
  readonly slope: Decimal;
  readonly bend?: Decimal;
}

const two = one.plus(one);

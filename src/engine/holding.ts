import type { MarginMode, Side } from '../domain/account.ts';
import type { ContractKind } from '../domain/instrument.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, combine } from './amount.ts';
import type { Contract } from './contract.ts';
import { type Decimal, smaller, zero } from './decimal.ts';
import { closingFeeReserve } from './formulas/closing-fee-reserve.ts';
import { initialMargin } from './formulas/initial-margin.ts';
import { notional } from './formulas/notional.ts';
import { unrealisedPnl } from './formulas/unrealised-pnl.ts';
import { initialMarginAt } from './initial-margin-at.ts';
import { marginBySize } from './margin-by-size.ts';
import {
  bracketOfSize,
  type MaintenanceCurve,
  type MaintenanceRule,
  maintenanceOf,
} from './models/maintenance-curve.ts';
import { curveOfSize } from './models/quadratic.ts';
import type { OwnCollateral } from './own-collateral.ts';

export interface HoldingTerms {
  readonly symbol: string;
  readonly side: Side;
  readonly mode: MarginMode | Unknown;
  /** > 0; base coin (linear) or face value (inverse). */
  readonly size: Amount;
  readonly entry: Amount;
  readonly mark: Amount;
  readonly leverage: Amount;
  /** Isolated margin assigned, before this position's own PnL. Meaningless on cross. */
  readonly margin: Amount;
  readonly maintenance: MaintenanceRule | Unknown;
  readonly collateral?: OwnCollateral;
}

/** What maintenance, with the trigger fee, a position asks for at one price. */
export interface Requirement {
  /** With the venue's reserve for the closing fee. */
  readonly maintenance: Decimal;
  /** What of it are fees that count in the trigger, those owed already among them. */
  readonly fee: Decimal;
  readonly withFee: Decimal;
}

/** One position as the engine works with it. All amounts in the settle currency; each computed once. */
export class Holding {
  readonly terms: HoldingTerms;
  readonly contract: Contract;
  readonly rules: VenueRules;
  #value: Amount | undefined;
  #entryValue: Amount | undefined;
  #net: Amount | undefined;
  #unrealisedPnl: Amount | undefined;
  #assigned: Amount | undefined;
  #initialMargin: Amount | undefined;
  #closingReserve: Amount | undefined;
  #curve: MaintenanceCurve | Unknown | undefined;
  #requirement: Requirement | Unknown | undefined;

  constructor(terms: HoldingTerms, contract: Contract, rules: VenueRules) {
    this.terms = terms;
    this.contract = contract;
    this.rules = rules;
  }

  with(changes: Partial<HoldingTerms>): Holding {
    return new Holding({ ...this.terms, ...changes }, this.contract, this.rules);
  }

  get name(): string {
    return `${this.terms.symbol} ${this.terms.side}`;
  }

  get value(): Amount {
    this.#value ??= this.#valueAt(this.terms.mark);
    return this.#value;
  }

  /** Value at the entry price. */
  get entryValue(): Amount {
    this.#entryValue ??= this.#valueAt(this.terms.entry);
    return this.#entryValue;
  }

  /** What the position adds to the pool it stands in: counted PnL less maintenance, with the trigger's fee. */
  get net(): Amount {
    this.#net ??= combine([this.countedPnl, this.requirement], (pnl, { withFee }) => pnl.minus(withFee));
    return this.#net;
  }

  /** > 0 is profit. */
  get unrealisedPnl(): Amount {
    this.#unrealisedPnl ??= this.pnlAt(this.terms.mark);
    return this.#unrealisedPnl;
  }

  /** What of the unrealised PnL counts in the money it stands in: in a pool profit does not on every venue. */
  get countedPnl(): Amount {
    if (this.profitCounts) return this.unrealisedPnl;
    return combine([this.unrealisedPnl], (pnl) => this.counted(pnl));
  }

  /** An isolated position's profit backs itself, on every venue. */
  get profitCounts(): boolean {
    return this.rules.unrealisedProfitCounts || this.terms.mode === 'isolated';
  }

  counted(pnl: Decimal): Decimal {
    return this.profitCounts ? pnl : smaller(pnl, zero);
  }

  /** What stands behind it on isolated before its own PnL: the margin, and coins at the mark. */
  get assigned(): Amount {
    const coins = this.terms.collateral?.coins;
    if (coins === undefined || (!isUnknown(coins) && coins.isZero())) return this.terms.margin;
    this.#assigned ??= combine(
      [this.terms.margin, this.contract.kind, coins, this.terms.mark],
      (margin, kind, amount, mark) => margin.plus(notional(kind, amount, mark)),
    );
    return this.#assigned;
  }

  get initialMargin(): Amount {
    const { mode } = this.terms;
    if (mode === 'isolated') return this.assigned;
    this.#initialMargin ??= combine(
      [mode, this.#marginAt(initialMarginAt(this.rules, 'cross')), this.closingReserve],
      (_, margin, reserve) => margin.plus(reserve),
    );
    return this.#initialMargin;
  }

  /** What the venue assigns when this position goes from cross to isolated. */
  get marginToIsolate(): Amount {
    return this.#marginAt(initialMarginAt(this.rules, 'isolated'));
  }

  /** What of initial and of maintenance margin is the venue's reserve for the closing fee; 0 where it keeps none. */
  get closingReserve(): Amount {
    if (this.rules.marginIncludesClosingFee !== true || this.terms.mode === 'isolated') return zero;
    this.#closingReserve ??= combine(
      [this.contract.kind, this.entryValue, this.terms.leverage, this.contract.amount('takerFee')],
      (kind, value, leverage, rate) => closingFeeReserve(kind, this.terms.side, value, leverage, rate),
    );
    return this.#closingReserve;
  }

  /** How maintenance follows from this position's value. */
  get curve(): MaintenanceCurve | Unknown {
    const rule = this.terms.maintenance;
    if (isUnknown(rule) || (rule.kind !== 'size-linear' && rule.kind !== 'size-brackets')) return rule;
    this.#curve ??= combine([this.contract.kind, this.terms.size], (kind, size) =>
      rule.kind === 'size-linear' ? curveOfSize(rule, kind, size) : bracketOfSize(rule, size),
    );
    return this.#curve;
  }

  get requirement(): Requirement | Unknown {
    this.#requirement ??= this.requirementOf(this.value);
    return this.#requirement;
  }

  /** Profit or loss if the price stood there. */
  pnlAt(price: Amount): Amount {
    const { side, size, entry } = this.terms;
    return combine([this.contract.kind, size, entry, price], (kind, ...known) =>
      unrealisedPnl(kind, side, ...known),
    );
  }

  /** Requirement if the position were worth that; a venue that freezes maintenance at entry asks for the same always. */
  requirementOf(worth: Amount): Requirement | Unknown {
    const valued = this.rules.maintenanceAt === 'entry' ? this.entryValue : worth;
    const { triggerFee } = this.contract;
    const owed = this.terms.collateral?.owed ?? zero;
    return combine(
      [valued, this.curve, triggerFee, this.closingReserve, owed],
      (value, curve, rate, kept, due) => {
        const end = curve.kind === 'brackets' ? curve.end : undefined;
        if (end !== undefined && value.gt(end.at)) return end.why;
        const asked = maintenanceOf(curve, value);
        const maintenance = kept.isZero() ? asked : asked.plus(kept);
        if (rate.isZero() && due.isZero()) return { maintenance, fee: zero, withFee: maintenance };
        const charged = value.times(rate);
        const fee = due.isZero() ? charged : charged.plus(due);
        return { maintenance, fee, withFee: maintenance.plus(fee) };
      },
    );
  }

  #marginAt(valued: 'order' | 'mark'): Amount {
    const worth = valued === 'mark' ? this.value : this.entryValue;
    return (
      marginBySize(this.contract, this.terms.size, worth, zero) ??
      combine([worth, this.terms.leverage], (value, leverage) => initialMargin(value, leverage, zero))
    );
  }

  #valueAt(price: Amount): Amount {
    return combine([this.contract.kind, this.terms.size, price], notional);
  }
}

/** True when the position gains as x rises, where x is the price (linear) or its inverse (inverse). */
export function gainsWithX(kind: ContractKind, side: Side): boolean {
  return kind === 'linear' ? side === 'long' : side === 'short';
}

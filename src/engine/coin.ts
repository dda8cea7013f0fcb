import type { CoinHolding } from '../domain/account.ts';
import type { ContractKind } from '../domain/instrument.ts';
import type { Unknown } from '../domain/known.ts';
import { type Amount, amountAt, combine, missingInput, positiveAt, total } from './amount.ts';
import type { Contracts } from './contract.ts';
import { type Decimal, zero } from './decimal.ts';
import { notional } from './formulas/notional.ts';

/** Coins of the trader beside the contracts, whose worth moves with the mark of one symbol. */
export class Coin {
  readonly symbol: string;
  readonly inMarginAccount: boolean;
  /** That of the contract it moves with. */
  readonly kind: ContractKind | Unknown;
  readonly amount: Amount;
  /** Worth in the settle currency at the mark. */
  readonly worth: Amount;
  /** What of it counts as collateral. Asked for in the margin account only. */
  readonly counted: Amount;
  /** The amount that counts. */
  readonly countedAmount: Amount;

  constructor(holding: CoinHolding, index: number, contracts: Contracts) {
    const path = `account.coins[${index}]`;
    const contract = contracts.of(holding.symbol);
    const mark =
      holding.markPrice === undefined
        ? contract.amount('markPrice')
        : positiveAt(`${path}.markPrice`, holding.markPrice);
    const weight =
      holding.weight === undefined
        ? missingInput(`${path}.weight`)
        : amountAt(`${path}.weight`, holding.weight);
    this.symbol = holding.symbol;
    this.kind = contract.kind;
    this.inMarginAccount = holding.inMarginAccount;
    this.amount = positiveAt(`${path}.amount`, holding.amount);
    this.worth = combine([contract.kind, this.amount, mark], notional);
    this.counted = combine([this.worth, weight], times);
    this.countedAmount = combine([this.amount, weight], times);
  }
}

function times(a: Decimal, b: Decimal): Decimal {
  return a.times(b);
}

interface Purse {
  readonly crossBalance: Amount;
  readonly coins: readonly Coin[];
}

/** The cross balance with what the coins in the margin account are worth: all the money that is in it. */
export function moneyOf({ crossBalance, coins }: Purse): Amount {
  const inside = coins.filter(({ inMarginAccount }) => inMarginAccount);
  if (inside.length === 0) return crossBalance;
  const worth = total(
    zero,
    inside.map((coin) => coin.worth),
  );
  return combine([crossBalance, worth], (cash, sum) => cash.plus(sum));
}

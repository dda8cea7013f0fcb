import type { Account, Position } from '../domain/account.ts';
import { isUnknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, amountAt, missingInput, positiveAt } from './amount.ts';
import { Coin } from './coin.ts';
import type { Contracts } from './contract.ts';
import { parse, zero } from './decimal.ts';
import { Holding } from './holding.ts';
import { fixedCurve } from './models/maintenance-curve.ts';
import { ownCollateralOf } from './own-collateral.ts';

/** An account as the engine works with it. */
export interface AccountState {
  /** Cash in the cross pool; margin of isolated positions is not in it. */
  readonly crossBalance: Amount;
  readonly holdings: readonly Holding[];
  /** In the margin account and elsewhere. */
  readonly coins: readonly Coin[];
}

export function accountState(account: Account, contracts: Contracts, rules: VenueRules): AccountState {
  return {
    crossBalance: amountAt('account.crossBalance', account.crossBalance),
    holdings: account.positions.map((position, index) => holdingOf(position, index, contracts, rules)),
    coins: (account.coins ?? []).map((coin, index) => new Coin(coin, index, contracts)),
  };
}

/** One position of the input. */
export function holdingOf(
  position: Position,
  index: number,
  contracts: Contracts,
  rules: VenueRules,
): Holding {
  const path = `account.positions[${index}]`;
  const contract = contracts.of(position.symbol);
  const own = positiveAt(`${path}.markPrice`, position.markPrice);
  const mark = position.markPrice === undefined ? contract.amount('markPrice') : own;
  const fixed = position.maintenance;
  const collateral = ownCollateralOf(position, path, rules);
  return new Holding(
    {
      symbol: position.symbol,
      side: position.side,
      mode: position.marginMode ?? missingInput(`${path}.marginMode`),
      size: positiveAt(`${path}.size`, position.size),
      entry: positiveAt(`${path}.entryPrice`, position.entryPrice),
      mark: isUnknown(mark) ? own : mark,
      leverage: positiveAt(`${path}.leverage`, position.leverage),
      margin:
        position.margin === undefined && collateral !== undefined && position.collateralCoins !== undefined
          ? zero
          : amountAt(`${path}.margin`, position.margin),
      ...(collateral === undefined ? {} : { collateral }),
      maintenance:
        fixed === undefined ? contract.maintenance : fixedCurve(parse(fixed.rate), parse(fixed.amount)),
    },
    contract,
    rules,
  );
}

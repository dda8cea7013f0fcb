import { type Amount, combine } from './amount.ts';
import type { Contract } from './contract.ts';
import { sizeLinearMargin } from './formulas/size-linear-margin.ts';

/**
 * Initial margin of a size worth `value` where the venue's rate grows with the size in coins (Deribit), whatever the
 * leverage; `null` where leverage decides it. `held` of the same side pays the growth of its own rate too: together they
 * take (held + size)'s margin less held's.
 */
export function marginBySize(contract: Contract, size: Amount, value: Amount, held: Amount): Amount | null {
  const rate = contract.initialRate;
  if (rate === null) return null;
  return combine([contract.kind, size, value, held], (kind, added, worth, before) => {
    const coins = kind === 'linear' ? added : worth;
    const coinsBefore = before.isZero() || added.isZero() ? before : before.times(coins).div(added);
    return sizeLinearMargin(worth, rate.base, rate.perUnit, coins.plus(coinsBefore).plus(coinsBefore));
  });
}

import type { Shock } from '../domain/exposure.ts';
import type { Unknown } from '../domain/known.ts';
import { type Amount, combine, total } from './amount.ts';
import type { Coin } from './coin.ts';
import { zero } from './decimal.ts';
import { type CoinLoss, noCoinLoss, type ShockedAccount } from './shock-outcome.ts';
import type { Move } from './shocked-holding.ts';

/**
 * What a shock takes of the coins in the margin account (< 0 where they gain). They move with their symbol: the order's own
 * moves against the order; where everything moves, a symbol held short alone rises, and any other falls, which is what
 * hurts the coins.
 */
export function coinLossOf(account: ShockedAccount, scope: Shock['scope'], move: Move): CoinLoss | Unknown {
  const { coins } = account.pool;
  if (coins.length === 0) return noCoinLoss;
  const lostOf = (of: (coin: Coin) => Amount) =>
    total(
      zero,
      coins.map((coin) => lost(of(coin), coin, directionOf(coin.symbol, account, scope), move)),
    );
  return combine([lostOf((coin) => coin.worth), lostOf((coin) => coin.counted)], (worth, counted) => ({
    worth,
    counted,
  }));
}

type Direction = 'up' | 'down' | 'still';

function directionOf(symbol: string, account: ShockedAccount, scope: Shock['scope']): Direction {
  if (symbol === account.symbol) return account.side === 'short' ? 'up' : 'down';
  if (scope === 'this') return 'still';
  const held = account.holdings.filter(({ terms }) => terms.symbol === symbol);
  return held.length > 0 && held.every(({ terms }) => terms.side === 'short') ? 'up' : 'down';
}

function lost(worth: Amount, { kind }: Coin, direction: Direction, move: Move): Amount {
  if (direction === 'still') return combine([worth], () => zero);
  const factor = direction === 'up' ? move.up : move.down;
  return combine([kind, worth], (of, before) =>
    before.minus(of === 'linear' ? before.times(factor) : before.div(factor)),
  );
}

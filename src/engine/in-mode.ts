import type { MarginMode } from '../domain/account.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine } from './amount.ts';
import { zero } from './decimal.ts';

/**
 * The account as the venue would have it once the ticket's mode holds: where the mode belongs to the symbol or to the
 * account, the open positions it covers change with it. Going isolated assigns a position its initial margin out of the
 * cross balance; going cross gives the margin back. Where each order or position has its own mode, nothing changes.
 */
export function inMode(
  state: AccountState,
  mode: MarginMode | Unknown,
  symbol: string,
  rules: VenueRules,
): AccountState {
  if (isUnknown(mode) || rules.modeScope === 'order' || rules.modeScope === 'position') return state;
  const covered = (of: string) => rules.modeScope === 'account' || of === symbol;
  let crossBalance: Amount = state.crossBalance;
  const holdings = state.holdings.map((holding) => {
    const held = holding.terms.mode;
    if (isUnknown(held) || held === mode || !covered(holding.terms.symbol)) return holding;
    const margin = mode === 'isolated' ? holding.marginToIsolate : holding.initialMargin;
    crossBalance = combine([crossBalance, margin], (cash, moved) =>
      mode === 'isolated' ? cash.minus(moved) : cash.plus(moved),
    );
    return holding.with({ mode, margin: mode === 'isolated' ? margin : zero });
  });
  return { ...state, crossBalance, holdings };
}

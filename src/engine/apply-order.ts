import type { MarginMode, Side } from '../domain/account.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { OrderEffect, PositionMode } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine, mergeUnknowns } from './amount.ts';
import type { Contract } from './contract.ts';
import { zero } from './decimal.ts';
import { averageEntry } from './formulas/average-entry.ts';
import { unrealisedPnl } from './formulas/unrealised-pnl.ts';
import { Holding } from './holding.ts';
import { type OwnCollateral, paidOut, together, withoutPart } from './own-collateral.ts';

/** What of an order changes the account. */
export interface OrderTerms {
  readonly symbol: string;
  readonly side: Side;
  readonly effect: OrderEffect;
  readonly positionMode: PositionMode | undefined;
  readonly mode: MarginMode | Unknown;
  /** Price it is taken to fill at. */
  readonly price: Amount;
  readonly size: Amount;
  readonly leverage: Amount;
  readonly mark: Amount;
  /** Isolated margin that a size of this order takes. Not asked for on cross. */
  readonly marginFor: (size: Amount) => Amount;
  /** The same for collateral that is no margin; `undefined` on cross and where margin is all there is. */
  readonly collateralFor: (size: Amount) => OwnCollateral | undefined;
  /** Paid from the cross balance in both modes, but where the venue takes it out of isolated margin. */
  readonly openFee: Amount;
}

export interface Applied {
  readonly after: AccountState;
  /** The position the order belongs to afterwards; `null` when it leaves none. */
  readonly own: Holding | null;
  readonly ownIndex: number;
  /** How much of the order opens (the rest closes what was there), in the order's own size. */
  readonly opened: Amount;
}

/**
 * The account after an order has filled: a second leg in hedge mode, else added to at the average entry, netted, or
 * flipped. The same figures are then computed on this account as on any other.
 *
 * Only a position in the order's own margin mode is met by it; where a venue lets both modes live on one symbol they are
 * separate (elsewhere `inMode` has brought them to the ticket's). Both sides open on one symbol and mode are hedge mode.
 */
export function applyOrder(
  state: AccountState,
  terms: OrderTerms,
  contract: Contract,
  rules: VenueRules,
): Applied {
  const meets = (holding: Holding, side: Side) =>
    holding.terms.symbol === terms.symbol &&
    holding.terms.side === side &&
    (isUnknown(terms.mode) || isUnknown(holding.terms.mode) || holding.terms.mode === terms.mode);
  const same = state.holdings.findIndex((holding) => meets(holding, terms.side));
  const against = state.holdings.findIndex((holding) => meets(holding, opposite(terms.side)));
  const hedge = terms.positionMode === 'hedge' || (same >= 0 && against >= 0);
  const standing = state.holdings[against];
  if (terms.effect !== 'open') {
    return standing === undefined
      ? unchanged(state, same)
      : reduce(state, standing, against, terms, contract, rules);
  }
  if (standing !== undefined && !hedge) {
    const doubt = unknownMeeting(terms.mode, standing.terms.mode, rules);
    const met = doubt === undefined ? terms : { ...terms, size: doubt };
    return reduce(state, standing, against, met, contract, rules);
  }
  const added = state.holdings[same];
  return open(
    state,
    added,
    added === undefined ? state.holdings.length : same,
    terms,
    terms.size,
    contract,
    rules,
  );
}

/**
 * Why it is not known whether an opening order meets a position: where each has a mode of its own, a position in the other
 * one stays and all of the order opens. `undefined` where it is known.
 */
function unknownMeeting(
  mode: MarginMode | Unknown,
  held: MarginMode | Unknown,
  { modeScope }: VenueRules,
): Unknown | undefined {
  if (modeScope !== 'order' && modeScope !== 'position') return undefined;
  const unknowns = [mode, held].filter(isUnknown);
  return unknowns.length === 0 ? undefined : mergeUnknowns(unknowns);
}

function opposite(side: Side): Side {
  return side === 'long' ? 'short' : 'long';
}

function unchanged(state: AccountState, index: number): Applied {
  return { after: state, own: state.holdings[index] ?? null, ownIndex: index, opened: zero };
}

function open(
  state: AccountState,
  added: Holding | undefined,
  index: number,
  terms: OrderTerms,
  size: Amount,
  contract: Contract,
  rules: VenueRules,
): Applied {
  const { mode, price, leverage } = terms;
  const put = marginOn(mode, terms.marginFor(size));
  // Where the fee comes out of what the trader puts up, less of it stands behind the position.
  const margin = takesFeeFromMargin(rules, mode)
    ? combine([put, terms.openFee], (all, fee) => all.minus(fee))
    : put;
  const collateral = terms.collateralFor(size);
  const own =
    added === undefined
      ? new Holding(
          {
            symbol: terms.symbol,
            side: terms.side,
            mode,
            size,
            entry: price,
            mark: terms.mark,
            leverage,
            margin,
            maintenance: contract.maintenance,
            ...withCollateral(collateral),
          },
          contract,
          rules,
        )
      : added.with({
          mode,
          size: combine([added.terms.size, size], (a, b) => a.plus(b)),
          entry: combine(
            [contract.kind, added.terms.size, added.terms.entry, size, price],
            (kind, q, e, q2, e2) => averageEntry(kind, q, e, q2, e2),
          ),
          leverage,
          margin: combine([marginOn(mode, marginOn(added.terms.mode, added.terms.margin)), margin], (a, b) =>
            a.plus(b),
          ),
          ...withCollateral(together(added.terms.collateral, collateral)),
        });
  // A position of unknown mode may have margin of its own that this order's mode moves.
  const moved = added === undefined ? zero : marginOn(added.terms.mode, zero);
  const crossBalance = combine([state.crossBalance, terms.openFee, margin, moved], (cash, fee, taken) =>
    cash.minus(fee).minus(taken),
  );
  return { after: replaced(state, index, own, crossBalance), own, ownIndex: index, opened: size };
}

/** What of a margin is assigned in a mode: none on cross, and nobody knows in a mode that is not known. */
function marginOn(mode: MarginMode | Unknown, margin: Amount): Amount {
  if (isUnknown(mode)) return mode;
  return mode === 'isolated' ? margin : zero;
}

/** True where the opening fee is paid out of isolated margin. */
export function takesFeeFromMargin(rules: VenueRules, mode: MarginMode | Unknown): boolean {
  return rules.openFeeFromMargin === true && mode === 'isolated';
}

function withCollateral(collateral: OwnCollateral | undefined): { readonly collateral?: OwnCollateral } {
  return collateral === undefined ? {} : { collateral };
}

function reduce(
  state: AccountState,
  standing: Holding,
  index: number,
  terms: OrderTerms,
  contract: Contract,
  rules: VenueRules,
): Applied {
  const held = standing.terms.size;
  const wanted = terms.size;
  if (isUnknown(wanted) || isUnknown(held)) {
    const own = standing.with({ size: mergeUnknowns([held, wanted].filter(isUnknown)) });
    const crossBalance = combine([state.crossBalance, wanted, terms.openFee], (cash) => cash);
    return { after: replaced(state, index, own, crossBalance), own, ownIndex: index, opened: wanted };
  }
  const closed = wanted.lt(held) ? wanted : held;
  const left = held.minus(closed);
  const { side, entry, mode } = standing.terms;
  const realised = combine([standing.contract.kind, entry, terms.price], (kind, from, to) =>
    unrealisedPnl(kind, side, closed, from, to),
  );
  const margin = marginOn(mode, standing.terms.margin);
  const released = combine([margin], (all) => all.times(closed).div(held));
  const beside = paidOut(standing.terms.collateral, closed, held, standing.contract.kind, terms.price);
  const crossBalance = combine(
    [state.crossBalance, realised, released, beside, terms.openFee],
    (cash, pnl, back, rest, fee) => cash.plus(pnl).plus(back).plus(rest).minus(fee),
  );
  if (!left.isZero()) {
    const own = standing.with({
      size: left,
      margin: combine([margin, released], (all, back) => all.minus(back)),
      ...withCollateral(withoutPart(standing.terms.collateral, closed, held)),
    });
    return { after: replaced(state, index, own, crossBalance), own, ownIndex: index, opened: zero };
  }
  const rest = wanted.minus(closed);
  if (terms.effect !== 'open' || rest.isZero()) {
    const holdings = state.holdings.filter((_, at) => at !== index);
    return { after: { ...state, crossBalance, holdings }, own: null, ownIndex: -1, opened: zero };
  }
  return open(
    { ...state, crossBalance },
    undefined,
    index,
    { ...terms, openFee: zero },
    rest,
    contract,
    rules,
  );
}

function replaced(state: AccountState, index: number, own: Holding, crossBalance: Amount): AccountState {
  const holdings = [...state.holdings];
  holdings[index] = own;
  return { ...state, crossBalance, holdings };
}

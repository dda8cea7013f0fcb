import type { MarginMode, Side } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import {
  type AccountExposure,
  type Assumed,
  type Exposure,
  isOrderExposure,
  type OrderExposure,
} from '../domain/exposure.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { Order } from '../domain/order.ts';
import type { VenueRules } from '../domain/venue.ts';
import { accountEquity, marginRatio } from './account-equity.ts';
import { type AccountState, accountState } from './account-state.ts';
import { combine, figure, missingInput } from './amount.ts';
import { type Planning, planningOf } from './assumptions.ts';
import { moneyOf } from './coin.ts';
import { Contracts } from './contract.ts';
import { CrossPool } from './cross-pool.ts';
import { notBelowZero, plain } from './decimal.ts';
import { confirmedRemedies } from './envelope/confirmed-remedies.ts';
import { distinctRuleSets } from './envelope/distinct-rule-sets.ts';
import { markOf } from './envelope/mark-of.ts';
import { type Risk, worstCase, worstRisk } from './envelope/worst-case.ts';
import { flatPriceOf } from './flat-price.ts';
import { fundingPayment } from './formulas/funding-payment.ts';
import { notional } from './formulas/notional.ts';
import { tradingFee } from './formulas/trading-fee.ts';
import { fundingToHorizon } from './funding-to-horizon.ts';
import { hedgeOf } from './hedge.ts';
import { idleOf, shareOf } from './idle.ts';
import { leftOutOf } from './left-out.ts';
import { liquidationOf } from './liquidation-range.ts';
import { type LossAmounts, lossesOf } from './losses.ts';
import { feeOfOpened, openedSize } from './opened-part.ts';
import { orderCost } from './order-cost.ts';
import { type OrderView, orderView } from './order-view.ts';
import { positionsAfter, rangeOfOrder } from './positions-after.ts';
import { reachOf } from './reach.ts';
import { remediesOf } from './remedies/remedies-of.ts';
import { ruleSetsInForce } from './rules-in-force.ts';
import type { ShockedAccount } from './shock-outcome.ts';
import { shocksOf } from './shocks.ts';

/**
 * The one door to the engine: what an account, and an order on it, mean in money.
 *
 * `rules` are the venue's; the input's own `rules` win over them member by member. Missing inputs make exactly the figures
 * that depend on them unknown, and those name all of them. Nothing is rounded. Where the venue's rules are not known
 * (`alsoUnder`) each figure is the worst of what all rule sets make of it.
 *
 * @param moves for shocks at other moves than the usual: fractions of the price, > 0 against the order's position
 */
export function assess(
  given: AssessInput,
  venueRules: VenueRules,
  moves?: readonly DecimalString[],
): Exposure {
  const input = namingStandIn(given, venueRules);
  const [own, ...others] = distinctRuleSets(input, ruleSetsInForce(venueRules, input.rules));
  const exposure = exposureOf(contextOf(input, own), moves);
  if (others.length === 0) return exposure;
  const stricter = others.map((rules) => exposureOf(contextOf(input, rules), moves));
  const worst = worstCase([exposure, ...stricter], (symbol) => markOf(input, symbol));
  const { order } = input;
  if (order === undefined || !isOrderExposure(worst)) return worst;
  const remedies = confirmedRemedies(worst.remedies, { ...input, order }, (changed) => {
    const under = (rules: VenueRules) => {
      const context = contextOf(changed, rules);
      return riskOf(ownView(context, changed.order), context).risk;
    };
    return worstRisk([under(own), ...others.map(under)], markOf(changed, order.symbol));
  });
  return { ...worst, remedies };
}

/** A venue of its own whose rules are not known is assessed as an unknown one: that is assumed, and said. */
function namingStandIn(input: AssessInput, { alsoUnder }: VenueRules): AssessInput {
  if (alsoUnder === undefined || input.rules !== undefined || input.venue === 'generic') return input;
  const note: Assumed = {
    field: 'venue',
    value: 'generic',
    why: `not all rules of ${input.venue} are known`,
  };
  return { ...input, assumed: [note, ...(input.assumed ?? [])] };
}

interface Context {
  readonly input: AssessInput;
  readonly rules: VenueRules;
  readonly contracts: Contracts;
  readonly before: AccountState;
  readonly planning: Planning;
}

function contextOf(input: AssessInput, rules: VenueRules): Context {
  const contracts = new Contracts(input.instruments, rules);
  const before = accountState(input.account, contracts, rules);
  return { input, rules, contracts, before, planning: planningOf(input.assumptions) };
}

type Moves = readonly DecimalString[] | undefined;

function exposureOf(context: Context, moves: Moves): Exposure {
  const { order } = context.input;
  return order === undefined ? accountExposure(context, moves) : orderExposure(context, order, moves);
}

function accountExposure(
  { input, rules, contracts, before, planning }: Context,
  moves: Moves,
): AccountExposure {
  const pool = new CrossPool(before, rules);
  const equity = accountEquity(before, pool);
  const [first, second] = before.holdings;
  const only = second === undefined ? (first ?? null) : null;
  const ratio = marginRatio(only, pool);
  const account: ShockedAccount = {
    marginMode: first?.terms.mode === 'isolated' ? 'isolated' : 'cross',
    holdings: before.holdings,
    pool,
    equity,
    own: only,
    symbol: null,
    side: 'long',
  };
  return {
    equity: { before: figure(equity), after: figure(equity) },
    marginRatio: { before: figure(ratio), after: figure(ratio) },
    positions: positionsAfter(before, pool, null, planning),
    shocks: shocksOf([account], rules, moves),
    leftOut: leftOutOf(input, before, null, contracts, rules),
    assumed: [...(input.assumed ?? []), ...planning.assumed],
    ...atLeast(input),
  };
}

function atLeast(input: AssessInput): { readonly atLeast?: true } {
  return input.account.crossBalanceIsLowerBound === true ? { atLeast: true } : {};
}

/** The ticket in its own mode. */
function ownView({ before, contracts, rules }: Context, order: Order): OrderView {
  const mode = order.marginMode ?? missingInput('order.marginMode');
  return orderView(order, mode, before, contracts.of(order.symbol), rules);
}

/** What a ticket can cost, as amounts and as figures. */
function riskOf(view: OrderView, { before, planning }: Context) {
  const losses = lossesOf(view, planning);
  const idle = idleOf(view, losses, moneyOf(before));
  const risk: Risk = {
    liquidation: liquidationOfOrder(view, planning),
    losses: losses.figures,
    idle: idle.figures,
    reach: reachOf(view, losses, idle, moneyOf(before), planning),
  };
  return { losses, idle, risk };
}

function liquidationOfOrder(view: OrderView, planning: Planning): OrderExposure['liquidation'] {
  return view.own === null
    ? { kind: 'none', why: 'no-position' }
    : liquidationOf(view.own, view.pool, rangeOfOrder(view, planning));
}

function orderExposure(context: Context, order: Order, moves: Moves): OrderExposure {
  const { input, rules, contracts, before, planning } = context;
  const view = ownView(context, order);
  const { contract } = view;
  const { mode } = view.terms;
  const poolBefore = new CrossPool(before, rules);
  const { after } = view.applied;
  const { losses, idle, risk } = riskOf(view, context);
  const equityBefore = accountEquity(before, poolBefore);
  const equityAfter = accountEquity(after, view.pool);
  const standing = before.holdings[view.applied.ownIndex] ?? null;
  const ratioBefore =
    mode === 'cross' || standing !== null
      ? marginRatio(standing, poolBefore)
      : isUnknown(mode)
        ? mode
        : noRatio;
  const ratioAfter = mode === 'isolated' && view.own === null ? noRatio : marginRatio(view.own, view.pool);
  const views = viewsByMode(view, context, order);
  const openFee = view.terms.openFee;
  const value = combine([contract.kind, view.terms.size, view.terms.price], notional);
  // What is there afterwards to be closed and to pay funding.
  const carried = combine([contract.kind, openedSize(view), view.terms.price], notional);
  const close = combine([carried, contract.amount('takerFee')], tradingFee);
  const perInterval = combine([carried, contract.amount('fundingRate')], (worth, rate) =>
    fundingPayment(order.side, worth, rate),
  );
  const toHorizon = fundingToHorizon(order.side, carried, contract, planning);
  return {
    symbol: order.symbol,
    side: order.side,
    marginMode: mode,
    notional: figure(value),
    initialMargin: figure(view.orderMargin),
    orderCost: figure(orderCost(view, value, rules)),
    fees: {
      open: figure(openFee),
      close: figure(close),
      roundTripOfMargin: figure(
        shareOf(
          combine([feeOfOpened(view), close], (a, b) => a.plus(b)),
          view.orderMargin,
          'fees.roundTripOfMargin',
        ),
      ),
    },
    funding: {
      perInterval: figure(perInterval),
      toHorizon: figure(toHorizon),
      ofMargin: figure(shareOf(toHorizon, view.orderMargin, 'funding.ofMargin')),
      flatPrice: flatPriceOf(view),
    },
    ...risk,
    plannedVersusExposed: plannedVersusExposed(view, losses),
    equity: { before: figure(equityBefore), after: figure(equityAfter) },
    marginRatio: { before: figure(ratioBefore), after: figure(ratioAfter) },
    otherMode: otherMode(context, mode, views),
    remedies: remediesOf({
      view,
      isolated: views.get('isolated'),
      losses,
      idle,
      equityBefore,
      tiers: contract.tiersByValue,
      viewOf: (changed, inMode) => orderView(changed, inMode, before, contract, rules),
      planning,
    }),
    ...(before.coins.length === 0 ? {} : { hedge: hedgeOf(view) }),
    positions: positionsAfter(after, view.pool, view, planning),
    shocks: shocksOf(shockedAccounts(views, view.own?.terms.side ?? order.side), rules, moves),
    leftOut: leftOutOf(input, before, order, contracts, rules),
    assumed: [...(input.assumed ?? []), ...marketPrice(order, view), ...planning.assumed],
    ...atLeast(input),
  };
}

const noRatio: Unknown = unknown('undefined-ratio', 'marginRatio');

/** A market order fills at the mark, and the output says so. */
function marketPrice(order: Order, view: OrderView): Assumed[] {
  const { price } = view.terms;
  if (order.type !== 'market' || isUnknown(price)) return [];
  return [{ field: 'order.price', value: plain(price), why: 'market order: the mark is used' }];
}

/** Planned: the loss at the stop, else the order's margin. Exposed: the worst loss. */
function plannedVersusExposed(view: OrderView, losses: LossAmounts): OrderExposure['plannedVersusExposed'] {
  const planned = losses.atStop ?? view.orderMargin;
  const exposed = combine([losses.worst], ({ amount }) => notBelowZero(amount));
  return {
    planned: figure(planned),
    exposed: figure(exposed),
    ratio: figure(shareOf(exposed, planned, 'plannedVersusExposed.ratio')),
  };
}

function flipped(mode: MarginMode): MarginMode {
  return mode === 'cross' ? 'isolated' : 'cross';
}

function otherMode(
  { before, planning }: Context,
  mode: MarginMode | Unknown,
  views: ReadonlyMap<MarginMode, OrderView>,
): OrderExposure['otherMode'] {
  if (isUnknown(mode)) return mode;
  const view = views.get(flipped(mode));
  if (view === undefined) return unknown('model-not-supported', 'rules.modes');
  const losses = lossesOf(view, planning);
  return {
    marginMode: flipped(mode),
    initialMargin: figure(view.orderMargin),
    liquidation: liquidationOfOrder(view, planning),
    losses: losses.figures,
    idle: idleOf(view, losses, moneyOf(before)).figures,
  };
}

/** The ticket in every mode the venue offers; in the ticket's own mode the view that is there already. */
function viewsByMode(
  view: OrderView,
  { before, rules }: Context,
  order: Order,
): ReadonlyMap<MarginMode, OrderView> {
  return new Map(
    rules.modes.map((mode) => [
      mode,
      view.terms.mode === mode ? view : orderView(order, mode, before, view.contract, rules),
    ]),
  );
}

/** `side` is that of the position in the ticket's own mode: every view is hit by the same move. */
function shockedAccounts(views: ReadonlyMap<MarginMode, OrderView>, side: Side): ShockedAccount[] {
  return [...views].map(([marginMode, { applied, pool, own, terms }]) => ({
    marginMode,
    holdings: applied.after.holdings,
    pool,
    equity: accountEquity(applied.after, pool),
    own,
    symbol: terms.symbol,
    side,
  }));
}

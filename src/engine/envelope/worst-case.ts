import type { DecimalString } from '../../domain/decimal-string.ts';
import {
  type AccountExposure,
  type Exposure,
  type FlatPrice,
  type Idle,
  isOrderExposure,
  type Losses,
  type OrderExposure,
  type OtherMode,
  type PositionAfter,
  type Shock,
} from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { parse } from '../decimal.ts';
import { nearestLiquidation } from './nearest-liquidation.ts';
import { ratioFigure } from './ratio-figure.ts';
import { largest, largestRatio, smallest } from './worse-figure.ts';
import { worseRemedies } from './worse-remedies.ts';

/** The marks an account is assessed at, by symbol. */
export type MarkOf = (symbol: string) => DecimalString | undefined;

/**
 * One exposure for an account whose rules are not known, from that account assessed under several: the largest losses, the
 * nearest liquidation, everybody who is liquidated under any. The first is under the venue's own rules: what it does not
 * know stays unknown, and figures that no rule changes (notional, fees, funding) are its.
 */
export function worstCase(exposures: readonly [Exposure, ...Exposure[]], markOf: MarkOf): Exposure {
  const [own] = exposures;
  const account = worstAccount(exposures, markOf);
  if (!isOrderExposure(own)) return account;
  const others = exposures.slice(1).filter(isOrderExposure);
  return { ...own, ...account, ...worstOrder([own, ...others], markOf(own.symbol)) };
}

/** What an order can cost, by which a remedy is confirmed too. */
export type Risk = Pick<OrderExposure, 'liquidation' | 'losses' | 'idle' | 'reach'>;

/** The worst of it under several rule sets, the first the venue's own. */
export function worstRisk(risks: readonly [Risk, ...Risk[]], mark: DecimalString | undefined): Risk {
  const [own] = risks;
  return {
    liquidation: nearestLiquidation(
      risks.map((each) => each.liquidation),
      mark,
    ),
    losses: worstLosses(risks.map((each) => each.losses)),
    idle: worstIdle(risks.map((each) => each.idle)),
    reach: {
      move: own.reach.move,
      loss: largest(risks.map(({ reach }) => reach.loss)),
      idleTaken: largest(risks.map(({ reach }) => reach.idleTaken)),
      share: largest(risks.map(({ reach }) => reach.share)),
    },
  };
}

function worstAccount(exposures: readonly [Exposure, ...Exposure[]], markOf: MarkOf): AccountExposure {
  const [own] = exposures;
  const all = <T>(read: (exposure: Exposure) => T): readonly T[] => exposures.map(read);
  return {
    ...own,
    equity: {
      before: smallest(all(({ equity }) => equity.before)),
      after: smallest(all(({ equity }) => equity.after)),
    },
    marginRatio: {
      before: largestRatio(all(({ marginRatio }) => marginRatio.before)),
      after: largestRatio(all(({ marginRatio }) => marginRatio.after)),
    },
    positions: own.positions.map((position) => worstPosition(position, exposures, markOf)),
    shocks: own.shocks.map((shock) => worstShock(shock, exposures)),
    leftOut: [...new Set(all(({ leftOut }) => leftOut).flat())],
  };
}

/** Where rules disagree on what belongs together (one entry, or one a mode) only the same entries are compared. */
function worstPosition(
  position: PositionAfter,
  exposures: readonly Exposure[],
  markOf: MarkOf,
): PositionAfter {
  const same = exposures.flatMap(({ positions }) =>
    positions.filter(
      ({ symbol, side, marginMode }) =>
        symbol === position.symbol && side === position.side && marginMode === position.marginMode,
    ),
  );
  return {
    ...position,
    maintenanceMargin: largest(same.map((each) => each.maintenanceMargin)),
    liquidation: nearestLiquidation(
      same.map((each) => each.liquidation),
      markOf(position.symbol),
    ),
    exposedToThisOrder: isUnknown(position.exposedToThisOrder)
      ? position.exposedToThisOrder
      : same.some((each) => each.exposedToThisOrder === true),
  };
}

function worstShock(shock: Shock, exposures: readonly Exposure[]): Shock {
  const size = ({ move }: Shock) => move.replace('-', '');
  const same = exposures.flatMap(({ shocks }) =>
    shocks.filter(
      (each) =>
        each.scope === shock.scope && each.marginMode === shock.marginMode && size(each) === size(shock),
    ),
  );
  const names = same.flatMap(({ liquidated }) => (isUnknown(liquidated) ? [] : liquidated));
  return {
    ...shock,
    equity: smallest(same.map(({ equity }) => equity)),
    loss: largest(same.map(({ loss }) => loss)),
    marginRatio: largestRatio(same.map(({ marginRatio }) => marginRatio)),
    liquidated: isUnknown(shock.liquidated) ? shock.liquidated : [...new Set(names)],
  };
}

function worstOrder(
  orders: readonly [OrderExposure, ...OrderExposure[]],
  mark: DecimalString | undefined,
): Partial<OrderExposure> {
  const [own] = orders;
  const risk = worstRisk(orders, mark);
  const { worst } = risk.losses;
  const exposed = isUnknown(worst) ? worst : worst.amount;
  const { planned } = own.plannedVersusExposed;
  return {
    ...risk,
    plannedVersusExposed: {
      planned,
      exposed,
      ratio: ratioFigure(exposed, planned, 'plannedVersusExposed.ratio'),
    },
    funding: { ...own.funding, flatPrice: soonest(orders.map(({ funding }) => funding.flatPrice)) },
    otherMode: worstOtherMode(own.otherMode, orders, mark),
    remedies: worseRemedies(orders.map(({ remedies }) => remedies)),
  };
}

function worstOtherMode(
  own: OtherMode | Unknown,
  orders: readonly OrderExposure[],
  mark: DecimalString | undefined,
): OtherMode | Unknown {
  if (isUnknown(own)) return own;
  const all = orders.flatMap(({ otherMode }) => (isUnknown(otherMode) ? [] : [otherMode]));
  return {
    ...own,
    liquidation: nearestLiquidation(
      all.map(({ liquidation }) => liquidation),
      mark,
    ),
    losses: worstLosses(all.map(({ losses }) => losses)),
    idle: worstIdle(all.map(({ idle }) => idle)),
  };
}

function worstLosses(all: readonly Losses[]): Losses {
  return all.reduce((losses, each) => ({
    atStop: worseAtStop(losses.atStop, each.atStop),
    atLiquidation: worseAtLiquidation(losses.atLiquidation, each.atLiquidation),
    worst: worseWorst(losses.worst, each.worst),
  }));
}

function worseWorst(a: Losses['worst'], b: Losses['worst']): Losses['worst'] {
  return isUnknown(a) || isUnknown(b) || !parse(b.amount).gt(a.amount) ? a : b;
}

/** A price is worse than none, and the larger loss worse than the smaller. */
function worseAtLiquidation(a: Losses['atLiquidation'], b: Losses['atLiquidation']): Losses['atLiquidation'] {
  if (isUnknown(a) || isUnknown(b) || 'kind' in b) return a;
  if ('kind' in a) return b;
  return isUnknown(a.amount) || isUnknown(b.amount) || !parse(b.amount).gt(a.amount) ? a : b;
}

/** A stop that the liquidation comes before under any rules is no stop; else the larger loss. */
function worseAtStop(a: Losses['atStop'], b: Losses['atStop']): Losses['atStop'] {
  const rank = (stop: Losses['atStop']) =>
    'kind' in stop && stop.kind === 'stop-beyond-liquidation' ? 1 : 0;
  if (isUnknown(a) || isUnknown(b) || rank(a) > rank(b)) return a;
  if (rank(b) > rank(a)) return b;
  if (!('amount' in a) || !('amount' in b)) return 'amount' in b ? b : a;
  return isUnknown(a.amount) || isUnknown(b.amount) || !parse(b.amount).gt(a.amount) ? a : b;
}

function worstIdle(all: readonly Idle[]): Idle {
  return {
    balance: largest(all.map(({ balance }) => balance)),
    atRisk: largest(all.map(({ atRisk }) => atRisk)),
    atLiquidation: largest(all.map(({ atLiquidation }) => atLiquidation)),
    share: largest(all.map(({ share }) => share)),
  };
}

function soonest(all: readonly (FlatPrice | Unknown)[]): FlatPrice | Unknown {
  return all.reduce((a, b) => {
    if (isUnknown(a) || !('days' in b)) return a;
    return 'days' in a && !parse(b.days).lt(a.days) ? a : b;
  });
}

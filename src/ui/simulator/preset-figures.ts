import type { AssessInput } from '../../domain/assess-input.ts';
import { type Exposure, isOrderExposure, type Liquidation, type Shock } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** What a preset's figures are read from: the engine's and the rules' answers, and the account at the preset's move. */
export interface Assessed {
  readonly input: AssessInput;
  readonly exposure: Exposure;
  readonly verdict: Verdict;
  readonly shocks: readonly Shock[];
  readonly scope: Shock['scope'];
}

type Read = (assessed: Assessed) => unknown;

const order =
  (read: (exposure: Extract<Exposure, { symbol: string }>, assessed: Assessed) => unknown): Read =>
  (assessed) =>
    isOrderExposure(assessed.exposure) ? read(assessed.exposure, assessed) : undefined;

/** The account after the move, in the order's own mode or, of an account without an order, in the only one there is. */
const moved =
  (read: (shock: Shock, assessed: Assessed) => unknown): Read =>
  (assessed) => {
    const { exposure, shocks, scope } = assessed;
    const mode = isOrderExposure(exposure) ? exposure.marginMode : shocks[0]?.marginMode;
    const shock = shocks.find((each) => each.scope === scope && each.marginMode === mode);
    return shock === undefined ? undefined : read(shock, assessed);
  };

/** Signed distance of a liquidation price from the entry at 100, in percent. */
function percentOf(liquidation: Liquidation | { known: false }): unknown {
  if (isUnknown(liquidation)) return 'unknown';
  if (!('kind' in liquidation)) return undefined;
  return liquidation.kind === 'none' ? 'none' : Number(liquidation.price) - 100;
}

const share = (part: unknown, whole: unknown): number | undefined =>
  typeof part === 'string' && typeof whole === 'string' ? Number(part) / Number(whole) : undefined;

const has = (id: string) => (verdict: Verdict) => verdict.findings.some((finding) => finding.id === id);

/** Every figure that a source document gives somewhere, and where it stands among ours. The name is the message's too. */
export const presetFigures = {
  worst: order(({ losses: { worst } }) => (isUnknown(worst) ? worst : worst.amount)),
  worst_other: order(({ otherMode }) =>
    isUnknown(otherMode) || isUnknown(otherMode.losses.worst) ? undefined : otherMode.losses.worst.amount,
  ),
  idle: order(({ idle }) => idle.balance),
  idle_at_risk: order(({ idle }) => idle.atRisk),
  idle_at_risk_other: order(({ otherMode }) => (isUnknown(otherMode) ? undefined : otherMode.idle.atRisk)),
  idle_used: order(({ idle }) => idle.atLiquidation),
  liquidation: order(({ liquidation }) => percentOf(liquidation)),
  liquidation_other: order(({ otherMode }) =>
    isUnknown(otherMode) ? undefined : percentOf(otherMode.liquidation),
  ),
  loss_at_liquidation: order(({ losses: { atLiquidation } }) =>
    'amount' in atLiquidation ? atLiquidation.amount : undefined,
  ),
  fees_at_liquidation: order(({ losses: { atLiquidation } }) =>
    'fees' in atLiquidation ? atLiquidation.fees : undefined,
  ),
  loss_at_stop: order(({ losses: { atStop } }) => ('amount' in atStop ? atStop.amount : undefined)),
  planned: order(({ plannedVersusExposed }) => plannedVersusExposed.planned),
  exposed: order(({ plannedVersusExposed }) => plannedVersusExposed.exposed),
  times_plan: order(({ plannedVersusExposed }) => plannedVersusExposed.ratio),
  fees_of_margin: order(({ fees }) => fees.roundTripOfMargin),
  funding_of_margin: order(({ funding }) => funding.ofMargin),
  hedge: order(({ hedge }) => (hedge === undefined || isUnknown(hedge) ? hedge : hedge.kind)),
  loss: moved(({ loss }) => loss),
  equity: moved(({ equity }) => equity),
  margin_ratio: moved(({ marginRatio }) => marginRatio),
  drawdown: moved(({ loss }, { exposure }) => share(loss, exposure.equity.before)),
  margin_left: moved(({ loss }, { exposure }) =>
    isOrderExposure(exposure) && !isUnknown(loss) && !isUnknown(exposure.initialMargin)
      ? Number(exposure.initialMargin) - Number(loss)
      : undefined,
  ),
  liquidated: moved(({ liquidated }) => (isUnknown(liquidated) ? liquidated : liquidated.length)),
  equity_now: ({ exposure }) => exposure.equity.after,
  lost_now: ({ exposure, input }) => {
    const now = exposure.equity.after;
    const cash = input.account.crossBalance;
    return isUnknown(now) || cash === undefined ? undefined : 1 - Number(now) / Number(cash);
  },
  near_finding: ({ verdict }) => (has('liquidation-near')(verdict) ? 'yes' : 'no'),
  idle_finding: ({ verdict }) => (has('cross-idle-exposed')(verdict) ? 'yes' : 'no'),
  left_out: ({ exposure }) => (exposure.leftOut.includes('liquidation-fee') ? 'yes' : 'no'),
} as const satisfies Record<string, Read>;

export type PresetFigure = keyof typeof presetFigures;

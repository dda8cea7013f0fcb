import { addsToLosingPosition } from './adds-to-losing-position.ts';
import { autoMarginAdd } from './auto-margin-add.ts';
import { crossIdleExposed } from './cross-idle-exposed.ts';
import { exposedBeyondPlan } from './exposed-beyond-plan.ts';
import { feesEatMargin } from './fees-eat-margin.ts';
import { fundingEatsMargin } from './funding-eats-margin.ts';
import { jointShockLiquidates } from './joint-shock-liquidates.ts';
import { leverageOverCap } from './leverage-over-cap.ts';
import { liquidationDisagrees } from './liquidation-disagrees.ts';
import { liquidationNear } from './liquidation-near.ts';
import { lossOverLimit } from './loss-over-limit.ts';
import { marginModeNotIntended } from './margin-mode-not-intended.ts';
import { marginModeUnread } from './margin-mode-unread.ts';
import { modeSwitchChangesLiquidation } from './mode-switch-changes-liquidation.ts';
import { noStopLoss } from './no-stop-loss.ts';
import { positionsMayBeHidden } from './positions-may-be-hidden.ts';
import { priceFarFromMark } from './price-far-from-mark.ts';
import type { Rule } from './rule.ts';
import { sharedAccountMode } from './shared-account-mode.ts';
import { sizeOutOfHabit } from './size-out-of-habit.ts';
import { stopBeyondLiquidation } from './stop-beyond-liquidation.ts';
import { stopNearLiquidation } from './stop-near-liquidation.ts';
import { stopWrongSide } from './stop-wrong-side.ts';
import { ticketUnread } from './ticket-unread.ts';
import { tiersOld } from './tiers-old.ts';
import { unrelatedDirectionalCross } from './unrelated-directional-cross.ts';
import { venueRulesAssumed } from './venue-rules-assumed.ts';

/** Every rule there is, in the order in which findings of one level are listed. */
export const rules: readonly Rule[] = [
  crossIdleExposed,
  lossOverLimit,
  exposedBeyondPlan,
  unrelatedDirectionalCross,
  jointShockLiquidates,
  marginModeNotIntended,
  marginModeUnread,
  stopBeyondLiquidation,
  liquidationNear,
  ticketUnread,
  stopWrongSide,
  priceFarFromMark,
  sizeOutOfHabit,
  addsToLosingPosition,
  autoMarginAdd,
  leverageOverCap,
  noStopLoss,
  liquidationDisagrees,
  fundingEatsMargin,
  feesEatMargin,
  stopNearLiquidation,
  modeSwitchChangesLiquidation,
  positionsMayBeHidden,
  sharedAccountMode,
  tiersOld,
  venueRulesAssumed,
];

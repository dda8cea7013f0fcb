import { crossIdleExposed } from './cross-idle-exposed.ts';
import { exposedBeyondPlan } from './exposed-beyond-plan.ts';
import { leverageOverCap } from './leverage-over-cap.ts';
import { liquidationNear } from './liquidation-near.ts';
import { lossOverLimit } from './loss-over-limit.ts';
import { marginModeNotIntended } from './margin-mode-not-intended.ts';
import { marginModeUnread } from './margin-mode-unread.ts';
import { noStopLoss } from './no-stop-loss.ts';
import { positionsMayBeHidden } from './positions-may-be-hidden.ts';
import type { Rule } from './rule.ts';
import { stopBeyondLiquidation } from './stop-beyond-liquidation.ts';
import { stopWrongSide } from './stop-wrong-side.ts';
import { ticketUnread } from './ticket-unread.ts';
import { venueRulesAssumed } from './venue-rules-assumed.ts';

/** Every rule there is, in the order in which findings of one level are listed. */
export const rules: readonly Rule[] = [
  crossIdleExposed,
  lossOverLimit,
  exposedBeyondPlan,
  marginModeNotIntended,
  marginModeUnread,
  stopBeyondLiquidation,
  liquidationNear,
  ticketUnread,
  stopWrongSide,
  leverageOverCap,
  noStopLoss,
  positionsMayBeHidden,
  venueRulesAssumed,
];

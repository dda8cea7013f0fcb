import type { VenueRules } from '../domain/venue.ts';

/**
 * The margin rules most venues share: bracket rate at the liquidation price with a deduction, no fee in the trigger, both
 * modes set per symbol. Each venue's facts say where it differs.
 */
export const baseRules: VenueRules = {
  model: 'tiered',
  maintenanceAt: 'liquidation',
  triggerFee: 'none',
  tierScheme: 'deduction',
  initialMarginAt: 'order',
  costIncludes: 'margin',
  crossPool: 'shared',
  unrealisedProfitCounts: true,
  hedgedLegsShareLiquidation: true,
  modes: ['cross', 'isolated'],
  modeScope: 'symbol',
  switchWithOpenPosition: 'unknown',
  isolatedKeepsNothing: true,
};

import type { AssessInput } from '../../domain/assess-input.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { markOf } from './mark-of.ts';

type RuleSets = readonly [VenueRules, ...VenueRules[]];

/**
 * The rule sets that make a difference on this account, the first one always: an account without brackets has no
 * maintenance to value in one way or another, and one without positions none that a change of mode takes along.
 */
export function distinctRuleSets(input: AssessInput, [own, ...others]: RuleSets): RuleSets {
  if (others.length === 0) return [own];
  const seen = new Set([nameOf(likeHere(input, own, own))]);
  const distinct = others.filter((rules) => {
    const name = nameOf(likeHere(input, rules, own));
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  return [own, ...distinct];
}

/** Members in one order. */
function nameOf(rules: VenueRules): string {
  return JSON.stringify(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The rules with what cannot matter here as in the generic ones: no known figure of this account is milder under them than
 * under the rules themselves.
 */
export function likeHere(input: AssessInput, rules: VenueRules, own: VenueRules): VenueRules {
  const initialMarginAt = isAtMark(input) ? own.initialMarginAt : rules.initialMarginAt;
  const { crossInitialMarginAt = initialMarginAt, ...whole } = rules;
  return {
    ...whole,
    ...(hasBrackets(input) ? {} : unneeded(own)),
    modeScope: scopeHere(input, rules.modeScope),
    triggerFee: hasBrackets(input) ? triggerFeeHere(input, rules) : own.triggerFee,
    initialMarginAt,
    crossInitialMarginAt: isAtMark(input) ? initialMarginAt : crossInitialMarginAt,
  };
}

/** What only maintenance and the liquidation price depend on. */
function unneeded({ maintenanceAt, tierScheme, crossPool }: VenueRules) {
  return { maintenanceAt, tierScheme, crossPool };
}

function hasBrackets({ instruments, account }: AssessInput): boolean {
  return (
    Object.values(instruments).some(({ tiers }) => tiers !== undefined) ||
    account.positions.some(({ maintenance }) => maintenance !== undefined)
  );
}

/** Of a liquidation fee nobody knows, or that is nowhere above the taker's, the taker's is the stricter reading. */
function triggerFeeHere({ instruments }: AssessInput, { triggerFee }: VenueRules): VenueRules['triggerFee'] {
  if (triggerFee !== 'liquidation') return triggerFee;
  const fees = Object.values(instruments);
  const isUnknown = fees.every(({ liquidationFee }) => liquidationFee === undefined);
  return isUnknown || fees.every(({ liquidationFee, takerFee }) => liquidationFee === takerFee)
    ? 'taker'
    : triggerFee;
}

/** Which open positions an order in another mode takes along. */
function scopeHere({ account, order }: AssessInput, scope: VenueRules['modeScope']): VenueRules['modeScope'] {
  const isOwn = account.positions.map(({ symbol }) => symbol === order?.symbol);
  if (order === undefined || isOwn.length === 0 || scope === 'order') return 'position';
  if (scope === 'symbol' && !isOwn.includes(true)) return 'position';
  return scope === 'account' && !isOwn.includes(false) ? 'symbol' : scope;
}

/** One order and nothing else, that fills at the mark: valued at its price or at the mark is the same. */
function isAtMark(input: AssessInput): boolean {
  const { account, order } = input;
  if (order === undefined || account.positions.length > 0) return false;
  return (
    order.type === 'market' || (order.price !== undefined && order.price === markOf(input, order.symbol))
  );
}

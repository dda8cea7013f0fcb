import type { VenueFacts, VenueRules } from '../../domain/venue.ts';

/**
 * What to change in the generic rules so that figures are no milder than under the rules of any described venue with
 * brackets. Which modes there are, and what the ticket's cost holds, stays as the generic rules have it.
 *
 * A rule set that asks for more maintenance at every price than another stands for it: no deduction for a deduction, a fee
 * in the trigger for none, nothing kept of isolated margin for something. Models without brackets take other inputs (a
 * power or size rate, a least collateral), which an account on an unknown venue does not bring.
 */
export function alsoUnder(venues: readonly VenueFacts[]): readonly Partial<VenueRules>[] {
  return venues.filter(({ rules }) => rules.model === 'tiered').map(({ rules }) => strict(rules));
}

function strict(rules: VenueRules): Partial<VenueRules> {
  const {
    modes: _m,
    switchWithOpenPosition: _s,
    costIncludes: _c,
    costIncludesOpenLoss: _o,
    ...rest
  } = rules;
  return {
    ...rest,
    tierScheme: 'flat',
    triggerFee: rules.triggerFee === 'none' ? 'taker' : rules.triggerFee,
    isolatedKeepsNothing: true,
  };
}

import type { AssessInput } from '../domain/assess-input.ts';
import type { VenueRules } from '../domain/venue.ts';

/** GMX counts the least collateral and the closing fee on the size in money, which is the value at the entry. */
const ofSize = { maintenanceAt: 'entry', triggerFee: 'taker' } as const;

/**
 * The venue's rules, over which those of the input win member by member.
 *
 * An input that says where maintenance is valued describes how maintenance is counted, of another date perhaps: the venue's
 * present closing-fee reserve is then not added to it unless the input names it too.
 */
export function rulesInForce(venueRules: VenueRules, own: AssessInput['rules']): VenueRules {
  if (own === undefined) return venueRules;
  if (own.model === 'gmx') return { ...venueRules, ...ofSize, ...own };
  if (own.maintenanceAt === undefined) return { ...venueRules, ...own };
  return { ...venueRules, marginIncludesClosingFee: false, ...own };
}

/**
 * The same, and the rule sets that figures are worked out under besides: none where the input brings rules of its own, for
 * whoever gives rules knows them.
 */
export function ruleSetsInForce(
  venueRules: VenueRules,
  own: AssessInput['rules'],
): readonly [VenueRules, ...VenueRules[]] {
  const { alsoUnder = [], ...rules } = venueRules;
  if (own !== undefined) return [rulesInForce(rules, own)];
  return [rules, ...alsoUnder.map((change) => ({ ...rules, ...change }))];
}

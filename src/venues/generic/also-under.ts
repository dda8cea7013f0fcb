import type { VenueFacts, VenueRules } from '../../domain/venue.ts';

/** Rules that no figure of the envelope depends on. */
const withoutFigures = ['modes', 'costIncludes', 'costIncludesOpenLoss', 'switchWithOpenPosition'] as const;

/**
 * What to change in the generic rules so that figures are no milder than under the rules of any described venue with
 * brackets, each set of rules once.
 *
 * A rule set that asks for more maintenance at every price than another stands for it: no deduction for a deduction, a fee
 * in the trigger for none, nothing kept of isolated margin for something. Models without brackets take other inputs (a power or size rate, a least collateral), which an
 * account on an unknown venue does not bring.
 */
export function alsoUnder(
  generic: VenueRules,
  venues: readonly VenueFacts[],
): readonly Partial<VenueRules>[] {
  const sets = new Map<string, Partial<VenueRules>>();
  for (const { rules } of venues) {
    if (rules.model !== 'tiered') continue;
    const { triggerFee } = rules;
    const strict: VenueRules = {
      ...rules,
      tierScheme: 'flat',
      triggerFee: triggerFee === 'none' ? 'taker' : triggerFee,
      isolatedKeepsNothing: true,
    };
    const change = differences(generic, strict);
    const name = JSON.stringify(change);
    if (name !== '{}') sets.set(name, change);
  }
  return [...sets.values()];
}

/** Members that differ from the generic rules', in one order. */
function differences(generic: VenueRules, rules: VenueRules): Partial<VenueRules> {
  const names = [...new Set([...Object.keys(generic), ...Object.keys(rules)])].sort();
  const changed = names.filter((name) => {
    const key = name as keyof VenueRules;
    return !withoutFigures.some((each) => each === name) && rules[key] !== generic[key];
  });
  return Object.fromEntries(changed.map((name) => [name, rules[name as keyof VenueRules]]));
}

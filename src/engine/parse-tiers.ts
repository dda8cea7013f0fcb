import type { DecimalString } from '../domain/decimal-string.ts';
import type { MarginTier } from '../domain/instrument.ts';
import { parse } from './decimal.ts';
import { InputError, JsonObject, optional } from './json-reader.ts';

/** A bracket table: starts at 0, leaves no gap, rates never fall, only the last bracket may be open. */
export function parseTiers(rows: readonly unknown[], path: string): readonly MarginTier[] {
  if (rows.length === 0) throw new InputError(path, 'a list of at least one bracket');
  const tiers: MarginTier[] = [];
  rows.forEach((row, index) => {
    const from = new JsonObject(row, `${path}[${index}]`);
    const below = tiers[index - 1];
    const tier = readTier(from);
    const edge = below === undefined ? ('0' as DecimalString) : below.cap;
    if (edge === null) throw new InputError(`${path}[${index - 1}].cap`, 'a bound, as a bracket follows');
    if (!parse(tier.floor).eq(edge))
      throw new InputError(from.at('floor'), `${edge}, where the bracket below ends`);
    if (tier.cap !== null && parse(tier.cap).lte(tier.floor))
      throw new InputError(from.at('cap'), 'above its floor');
    if (below !== undefined && parse(tier.rate).lt(below.rate)) {
      throw new InputError(from.at('rate'), `at least ${below.rate}, the rate of the bracket below`);
    }
    tiers.push(tier);
  });
  return tiers;
}

function readTier(from: JsonObject): MarginTier {
  return {
    floor: from.decimal('floor', 'not-negative'),
    cap: from.raw('cap') === null ? null : from.decimal('cap', 'positive'),
    ...optional(from, 'maxLeverage', (name) => from.decimal(name, 'positive')),
    rate: from.fraction('rate', 0, 1),
    ...optional(from, 'amount', (name) => from.decimal(name)),
  };
}

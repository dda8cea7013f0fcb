import { isUnknown } from '../domain/known.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import type { Finding } from '../domain/verdict.ts';
import type { RecipeField } from '../reader/recipe.ts';

/**
 * Where the trader would change what a finding about a figure says, the likeliest first: idle money is exposed by the
 * mode, a loss grows with the size, a liquidation comes near by the leverage.
 */
const behind: Readonly<Record<string, readonly RecipeField[]>> = {
  idle: ['marginMode', 'available'],
  plannedVersusExposed: ['size', 'stopLoss'],
  losses: ['size'],
  liquidation: ['leverage', 'size'],
  sizeBase: ['size'],
  fees: ['leverage', 'size'],
  funding: ['leverage', 'size'],
  autoAddMargin: ['marginMode'],
  shocks: ['marginMode', 'size'],
};

/** Of what the positions table brings about, the ticket's own part. */
const ownPart: Readonly<Record<string, readonly RecipeField[]>> = {
  'adds-to-losing-position': ['size'],
  'unrelated-directional-cross': ['marginMode'],
};

function isPageField(name: string): name is RecipeField & keyof TicketReading {
  return name !== 'venue' && name !== 'symbol' && ticketFieldNames.some((field) => field === name);
}

/**
 * The fields of the page a finding is about, in the order in which a mark would stand by them: the first that has a
 * place. A finding about several fields that were not read concerns each of them.
 */
export function fieldsOfFinding(
  { id, field }: Pick<Finding, 'id' | 'field'>,
  reading: TicketReading,
): readonly (readonly RecipeField[])[] {
  return field.split(',').flatMap((name) => {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const fields = ownPart[id] ?? behind[last] ?? (isPageField(last) ? [last] : []);
    if (fields.length === 0) return [];
    // The mode cannot be what is wrong where the page has none.
    const shown = fields.filter((each) => !(each === 'marginMode' && isAway(reading)));
    return [shown.length === 0 ? fields : shown];
  });
}

function isAway({ marginMode }: TicketReading): boolean {
  return isUnknown(marginMode) && marginMode.why === 'not-on-page';
}

import type { RecipePart } from '../../domain/health.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import type { SubmitControl } from '../extract/submit-controls.ts';
import type { Recipe } from '../recipe.ts';

/** Fields every ticket shows in every state; others come and go with the order type, the mode and the account. */
const always = ['size', 'marginMode', 'leverage'] as const;

/**
 * What the venue's recipe names and the page has somewhere else: the sign that the exchange changed its page. A field that
 * nothing finds is no sign, since a signed-out page shows none.
 *
 * @param readBy what the ticket itself was found by; `none` where no ticket was found on a page that should hold one
 */
export function lostParts(
  recipe: Recipe | null,
  readBy: 'recipe' | 'taught' | 'labels' | 'none',
  reading?: TicketReading,
  submits: readonly SubmitControl[] = [],
): readonly RecipePart[] {
  if (recipe === null) return [];
  const lost: RecipePart[] = [];
  if ((recipe.scope ?? []).length > 0 && readBy !== 'recipe') lost.push('ticket');
  const isElsewhere = submits.length > 0 && submits.every(({ how }) => how !== 'recipe');
  if (recipe.submit.length > 0 && isElsewhere) lost.push('orderButtons');
  for (const name of always) {
    const field = reading?.[name];
    const anchors = recipe.fields[name] ?? [];
    // An anchor for one state of the page says nothing about another.
    const isAsked = anchors.length > 0 && anchors.every(({ when, side }) => (when ?? side) === undefined);
    if (isAsked && field?.known === true && field.from.how !== 'recipe') lost.push(name);
  }
  return lost;
}

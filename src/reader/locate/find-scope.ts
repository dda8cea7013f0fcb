import { type LabelledControl, labelControls } from '../extract/control-labels.ts';
import { orderButtons } from '../extract/submit-controls.ts';
import type { LabelId } from '../labels/label-id.ts';
import { queryRoots, searchRoots } from '../page/deep-query.ts';
import { shownTextControls } from '../page/text-controls.ts';
import { textItems } from '../page/text-items.ts';
import { holds, isInDialog, isShown, isWithdrawn, outerParent } from '../page/visible.ts';
import type { Recipe } from '../recipe.ts';
import { widenScope } from './widen-scope.ts';

export interface Scopes {
  /** Every ticket on show, innermost element each. */
  readonly elements: readonly Element[];
  readonly readBy: 'recipe' | 'taught' | 'labels';
}

/**
 * Finds the tickets on show: by the recipe's own selectors, else the one the trader showed, else the smallest element
 * that holds an input for a size and an order button.
 */
export function findScopes(
  document: Document,
  recipe: Recipe | null,
  names: readonly string[],
  taught: () => Element | null = () => null,
): Scopes {
  if (recipe !== null) {
    const inLight = byRecipe([document], recipe);
    const named = inLight.length > 0 ? inLight : byRecipe(searchRoots(document), recipe);
    if (named.length > 0) return { elements: named, readBy: 'recipe' };
  }
  const shown = taught();
  if (shown !== null) return { elements: [shown], readBy: 'taught' };
  return { elements: byLabels(document, names), readBy: 'labels' };
}

function byRecipe(roots: readonly ParentNode[], recipe: Recipe): readonly Element[] {
  for (const selector of recipe.scope ?? []) {
    const shown = queryRoots(roots, selector).filter((element) => isShown(element) && !isWithdrawn(element));
    if (shown.length > 0) return innermost(shown);
  }
  return [];
}

function innermost(elements: readonly Element[]): readonly Element[] {
  return elements.filter((one) => !elements.some((other) => other !== one && holds(one, other)));
}

function byLabels(document: Document, names: readonly string[]): readonly Element[] {
  const roots = searchRoots(document);
  const controls = shownTextControls(queryRoots(roots, 'input')).filter((control) => !isInDialog(control));
  if (controls.length === 0) return [];
  const ready = orderButtons(roots, names).map(({ element }) => element);
  const buttons = ready.length > 0 ? ready : idleButtons(roots);
  if (buttons.length === 0) return [];
  const quick = labelControls(controls, []);
  const found = ticketsAround(quick, buttons);
  // An input nobody named yet may be the size of the ticket, and the one that is named that of a calculator beside it.
  const named = (ticket: Element) =>
    quick.every(({ control, field }) => field !== null || !holds(ticket, control));
  const tickets = (
    found.length > 0 && found.every(named)
      ? found
      : ticketsAround(labelControls(controls, textItems(document.body)), buttons)
  ).filter((ticket) => ready.length > 0 || saysOfOrders(ticket));
  return tickets.map((ticket) => widenScope(ticket, tickets));
}

/** For each size the smallest element that holds it and a button, those around another left out. */
function ticketsAround(
  controls: readonly LabelledControl[],
  buttons: readonly Element[],
): readonly Element[] {
  const tickets = new Set<Element>();
  for (const { control, field } of controls) {
    if (field !== 'size') continue;
    for (let at = outerParent(control); at !== null; at = outerParent(at)) {
      const outer = at;
      if (!buttons.some((element) => holds(outer, element))) continue;
      tickets.add(outer);
      break;
    }
  }
  return innermost([...tickets]);
}

/** A button that cannot be pressed and asks for what is missing (`Enter amount`) shows where the ticket is. */
function idleButtons(roots: readonly ParentNode[]): readonly Element[] {
  return queryRoots(
    roots,
    'button:disabled,[role=button][aria-disabled=true],button[aria-disabled=true]',
  ).filter((element) => isShown(element) && !isInDialog(element) && !element.matches(choice));
}

const choice = '[role=tab],[role=radio],[role=switch],[aria-pressed],[aria-haspopup]';
const ofOrders: ReadonlySet<LabelId> = new Set(['cross', 'isolated', 'leverage', 'long', 'short']);

/** Words of two kinds that only the ticket of a contract has; a calculator or a transfer has no button like it. */
function saysOfOrders(scope: Element): boolean {
  const said = new Set(textItems(scope).flatMap(({ caption }) => caption?.meanings ?? []));
  return [...ofOrders].filter((id) => said.has(id)).length >= 2;
}

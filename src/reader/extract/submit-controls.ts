import type { Side } from '../../domain/account.ts';
import { orderButtonOf } from '../labels/order-button.ts';
import { queryRoots } from '../page/deep-query.ts';
import { comesBefore } from '../page/document-order.ts';
import { textItems } from '../page/text-items.ts';
import { isInDialog, isShown } from '../page/visible.ts';
import type { Recipe } from '../recipe.ts';

/** A control of the page that sends an order. */
export interface SubmitControl {
  readonly element: Element;
  /** Direction of the order; absent where neither text nor place says it, or where they contradict each other. */
  readonly side?: Side;
  readonly effect?: 'open' | 'close';
  /** The text says that it opens; a tab or a box elsewhere does not overrule that. */
  readonly opensByText: boolean;
  readonly how: 'recipe' | 'taught' | 'label';
  readonly anchor: string;
}

const buttons = 'button,[role=button],input[type=submit],input[type=button]';
const choices =
  '[role=tab],[role=radio],[role=option],[role=switch],[role=checkbox],[role^=menuitem],[role=combobox]';
const choiceGroups =
  '[role=tablist],[role=radiogroup],[role=listbox],[role=menu],table,[role=table],[role=grid]';
const choiceState =
  '[aria-selected],[aria-checked],[aria-pressed],[aria-haspopup],[data-state=active],[data-state=inactive]';

/** The buttons the recipe names; where it names none that is on show, those whose text is that of an order button. */
export function submitControls(
  roots: readonly ParentNode[],
  recipe: Recipe | null,
  names: readonly string[],
  sizeInput: Element | null,
): readonly SubmitControl[] {
  const named = recipe === null ? [] : namedSubmits(roots, recipe, names);
  return named.length > 0 ? named : byText(roots, names, sizeInput);
}

/** The order buttons the recipe names, wherever in the roots they are. */
export function namedSubmits(
  roots: readonly ParentNode[],
  recipe: Recipe,
  names: readonly string[],
): readonly SubmitControl[] {
  const controls = new Map<Element, SubmitControl>();
  for (const anchor of recipe.submit) {
    for (const element of queryRoots(roots, anchor.css)) {
      if (controls.has(element) || !isShown(element)) continue;
      const text = said(element, names);
      const side = agreed(anchor.side, text?.side);
      const effect = agreed(anchor.effect, text?.effect);
      controls.set(element, {
        element,
        ...(side === undefined ? {} : { side }),
        ...(effect === undefined ? {} : { effect }),
        opensByText: text?.effect === 'open',
        how: 'recipe',
        anchor: anchor.css,
      });
    }
  }
  return [...controls.values()];
}

/** What both sources say; nothing where they contradict each other. */
function agreed<T>(place: T | undefined, text: T | undefined): T | undefined {
  if (place === undefined || text === undefined) return place ?? text;
  return place === text ? place : undefined;
}

/** Button-like elements whose text is that of an order button, tabs and toggles left out. */
export function orderButtons(
  roots: readonly ParentNode[],
  names: readonly string[],
): readonly SubmitControl[] {
  return queryRoots(roots, buttons).flatMap((element): SubmitControl[] => {
    if (element.matches(choices) || element.matches(choiceState)) return [];
    const rough = element.textContent ?? '';
    if (rough.length > 80 || element.closest(choiceGroups) !== null || isInDialog(element)) return [];
    const text = said(element, names);
    if (text === null || !isShown(element)) return [];
    return [{ element, ...text, opensByText: text.effect === 'open', how: 'label', anchor: rough.trim() }];
  });
}

function byText(
  roots: readonly ParentNode[],
  names: readonly string[],
  sizeInput: Element | null,
): readonly SubmitControl[] {
  const all = orderButtons(roots, names);
  // A pair of direction toggles may look exactly like two submit buttons; the submit stands below the inputs.
  const after = all.filter(({ element }) => sizeInput !== null && comesBefore(sizeInput, element));
  return after.length > 0 ? after : all;
}

function said(element: Element, names: readonly string[]) {
  if (element.localName === 'input') return orderButtonOf((element as HTMLInputElement).value, names);
  const items = textItems(element);
  const whole = orderButtonOf(items.map((item) => item.text).join(' '), names);
  return whole ?? (items[0] === undefined ? null : orderButtonOf(items[0].text, names));
}

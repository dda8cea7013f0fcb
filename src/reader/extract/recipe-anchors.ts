import type { Side } from '../../domain/account.ts';
import { isOn } from '../page/control-state.ts';
import { queryRoots, searchRoots } from '../page/deep-query.ts';
import { isTextControl } from '../page/text-controls.ts';
import { joined, textItems } from '../page/text-items.ts';
import { isShown, isWithdrawn } from '../page/visible.ts';
import type { Anchor, ConstantAnchor, CssAnchor, OptionsAnchor, RecipeField } from '../recipe.ts';
import { chooseOption, type Option } from './choose-option.ts';
import { labelRung } from './label-anchors.ts';
import { ambiguous, type Rung, raw, rawControl, single } from './rung.ts';
import type { Scene } from './scene.ts';

/**
 * What the recipe's anchors for a field lead to, in their order. Anchors for one direction count for that direction;
 * where the direction is open, they are one rung that must say the same for both.
 */
export function recipeRungs(scene: Scene, field: RecipeField, side?: Side): readonly Rung[] {
  const anchors = (scene.match.recipe?.fields[field] ?? []).filter(
    ({ when }) => when === undefined || shownIn(scene.roots, when).length > 0,
  );
  const sided = anchors.filter(
    (anchor) => anchor.side !== undefined && (side ?? anchor.side) === anchor.side,
  );
  const own = single(sided.flatMap((anchor) => follow(scene, field, anchor) ?? []));
  const common = anchors.filter((anchor) => anchor.side === undefined);
  return [...(own === null ? [] : [own]), ...common.flatMap((anchor) => follow(scene, field, anchor) ?? [])];
}

/** What the address itself says of a field. */
export function addressRungs({ match, scope }: Scene, field: RecipeField): readonly Rung[] {
  return (match.recipe?.fields[field] ?? []).flatMap((anchor): readonly Rung[] => {
    if (!('address' in anchor)) return [];
    const part = new RegExp(anchor.address, 'i').exec(match.path)?.[1];
    return part === undefined ? [] : [raw(part, scope, { how: 'recipe', anchor: 'address' })];
  });
}

function follow(scene: Scene, field: RecipeField, anchor: Anchor): Rung | null {
  if ('css' in anchor) return byCss(scene, anchor);
  if ('options' in anchor) return byOptions(scene, anchor);
  if ('matches' in anchor) return byMatch(scene, anchor);
  // What the address says is held against all that stands on the page: see `addressRungs`.
  if ('address' in anchor) return null;
  // What stands outside the ticket is found among the page's captions: see `pageLabelRungs`.
  return anchor.where === 'page' ? null : labelRung(scene, field, anchor);
}

function byCss(scene: Scene, anchor: CssAnchor): Rung | null {
  const found =
    anchor.where === 'page' ? shownOnPage(scene.document, anchor.css) : shownIn(scene.roots, anchor.css);
  if (anchor.of !== undefined && found.length > 0 && found.length !== anchor.of) return ambiguous;
  const chosen = anchor.nth === undefined ? found : found.slice(anchor.nth, anchor.nth + 1);
  return single(chosen.map((element) => take(element, anchor)));
}

function take(element: Element, anchor: CssAnchor): Rung {
  const from = { how: 'recipe', anchor: anchor.css } as const;
  if (anchor.attribute !== undefined)
    return cut(element.getAttribute(anchor.attribute) ?? '', element, anchor);
  if (isTextControl(element)) return rawControl(element, from);
  if (element.matches('input[type=checkbox],input[type=radio],[role=checkbox],[role=switch]')) {
    const state = isOn(element);
    return state === null ? ambiguous : raw(String(state), element, from);
  }
  const without = anchor.without;
  const items = textItems(element).filter(
    (item) => without === undefined || item.element.closest(without) === null,
  );
  return cut(joined(items), element, anchor);
}

function cut(text: string, element: Element, anchor: CssAnchor): Rung {
  const from = { how: 'recipe', anchor: anchor.css } as const;
  if (anchor.pattern === undefined) return raw(text, element, from);
  const part = new RegExp(anchor.pattern, 'iu').exec(text)?.[1];
  return part === undefined ? { kind: 'unreadable', why: 'unparsable' } : raw(part, element, from);
}

function byOptions(scene: Scene, anchor: OptionsAnchor): Rung | null {
  const options: Option[] = Object.entries(anchor.options).flatMap(([key, css]) =>
    shownIn(scene.roots, css).map((element) => ({ key, element })),
  );
  if (options.length === 0) return null;
  const chosen = chooseOption(options);
  if (chosen === null) return ambiguous;
  return raw(chosen.key, chosen.element, { how: 'recipe', anchor: anchor.options[chosen.key] ?? chosen.key });
}

function byMatch(scene: Scene, anchor: ConstantAnchor): Rung | null {
  const [element] = shownIn(scene.roots, anchor.matches);
  return element === undefined ? null : raw(anchor.value, element, { how: 'recipe', anchor: anchor.matches });
}

/** Matches a person can see. A drawn box often hides the real check box below it, so its frame counts for that. */
export function shownIn(roots: readonly ParentNode[], selector: string): readonly Element[] {
  return queryRoots(roots, selector).filter((element) => {
    const box =
      isToggle(element) && element.parentElement !== null && !isShown(element)
        ? element.parentElement
        : element;
    return isShown(box) && !isWithdrawn(element);
  });
}

function isToggle(element: Element): boolean {
  return element.matches('input[type=checkbox],input[type=radio]');
}

/** Shadow roots and frames are searched only where the page's own tree has no match. */
export function shownOnPage(document: Document, selector: string): readonly Element[] {
  const light = shownIn([document], selector);
  return light.length > 0 ? light : shownIn(searchRoots(document).slice(1), selector);
}

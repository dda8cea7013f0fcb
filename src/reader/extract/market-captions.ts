import type { LabelId } from '../labels/label-id.ts';
import type { PageCaption } from '../page/page-captions.ts';
import { textItems } from '../page/text-items.ts';
import { holds, isInDialog } from '../page/visible.ts';
import type { Recipe, RecipeField } from '../recipe.ts';
import { captionValue } from './caption-value.ts';
import { type Rung, single } from './rung.ts';
import type { Scene } from './scene.ts';

/** Wrappers between a caption and the row or column of figures it belongs to. */
const groupDepth = 3;
/** A market header holds few elements; an ancestor with more of them is the page. */
const groupSize = 150;

/**
 * Mark and last price from the market's header, by their captions anywhere on the page but in tables, dialogs and the
 * cards of positions, which speak of other contracts too.
 */
export function marketCaptionRung(
  scene: Scene,
  captions: readonly PageCaption[],
  field: RecipeField,
): Rung | null {
  return field === 'markPrice' || field === 'lastPrice' ? captionOnPage(scene, captions, field) : null;
}

/** The labels a recipe points to outside the ticket: its captions have to be looked for on the whole page. */
export function pageLabelsOf(recipe: Recipe | null): readonly LabelId[] {
  return Object.values(recipe?.fields ?? {})
    .flat()
    .flatMap((anchor) => ('label' in anchor && anchor.where === 'page' ? anchor.label : []));
}

/** What the recipe says stands by a label somewhere outside the ticket. */
export function pageLabelRungs(
  scene: Scene,
  captions: readonly PageCaption[],
  field: RecipeField,
): readonly Rung[] {
  return (scene.match.recipe?.fields[field] ?? []).flatMap((anchor) =>
    'label' in anchor && anchor.where === 'page'
      ? (captionOnPage(scene, inside(captions, anchor.in), anchor.label) ?? [])
      : [],
  );
}

function inside(captions: readonly PageCaption[], css: string | undefined): readonly PageCaption[] {
  return css === undefined ? captions : captions.filter(({ element }) => element.closest(css) !== null);
}

function captionOnPage(scene: Scene, captions: readonly PageCaption[], label: LabelId): Rung | null {
  const entries = captions.filter(({ meanings }) => meanings.includes('entryPrice'));
  const named = captions.filter(
    ({ meanings, element }) =>
      meanings.includes(label) &&
      !holds(scene.scope, element) &&
      !isInDialog(element) &&
      !isInList(element) &&
      !entries.some((entry) => shareGroup(element, entry.element)),
  );
  return single(named.flatMap((caption) => valueBeside(caption) ?? []));
}

/** In a list of contracts; a table of one row only lays the header out. */
function isInList(element: Element): boolean {
  const list = element.closest('table,[role=table],[role=grid]') ?? element.closest('[role=row]');
  return list !== null && (list.localName !== 'table' || list.querySelectorAll('tr').length !== 1);
}

function shareGroup(a: Element, b: Element): boolean {
  const around = ancestors(a);
  return ancestors(b).some((element) => around.includes(element));
}

function ancestors(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = element; at !== null && chain.length <= groupDepth; at = at.parentElement) {
    chain.push(at);
  }
  return chain;
}

function valueBeside({ element, text }: PageCaption): Rung | null {
  const group =
    ancestors(element).findLast((outer) => outer.getElementsByTagName('*').length <= groupSize) ?? element;
  const items = textItems(group);
  const own = items.find((item) => item.element === element && item.text === text);
  return own === undefined ? null : captionValue(own, items, group);
}

import type { PageCaption } from '../page/page-captions.ts';
import { joined, type TextItem, textItems } from '../page/text-items.ts';
import { holds, isInDialog } from '../page/visible.ts';
import type { RecipeField } from '../recipe.ts';
import { captionValue } from './caption-value.ts';
import { type Rung, single } from './rung.ts';
import type { Scene } from './scene.ts';

/** Wrappers between a caption and the row or column of figures it belongs to. */
const groupDepth = 3;

/**
 * Mark and last price from the market's header, by their captions anywhere on the page but in tables, dialogs and the
 * cards of positions, which speak of other contracts too.
 */
export function marketCaptionRung(
  scene: Scene,
  captions: readonly PageCaption[],
  field: RecipeField,
): Rung | null {
  if (field !== 'markPrice' && field !== 'lastPrice') return null;
  const entries = captions.filter(({ meanings }) => meanings.includes('entryPrice'));
  const named = captions.filter(
    ({ meanings, element }) =>
      meanings.includes(field) &&
      !holds(scene.scope, element) &&
      !isInDialog(element) &&
      element.closest('table,[role=table],[role=grid],[role=row]') === null &&
      !entries.some((entry) => shareGroup(element, entry.element)),
  );
  return single(named.flatMap((caption) => valueBeside(caption) ?? []));
}

function shareGroup(a: Element, b: Element): boolean {
  let at: Element | null = a;
  for (let depth = 0; at !== null && depth <= groupDepth; depth += 1, at = at.parentElement) {
    if (at.contains(b)) return b.closest('th,[role=columnheader]') === null;
  }
  return false;
}

function valueBeside({ element, text }: PageCaption): Rung | null {
  const group = ancestorOf(element);
  const items = textItems(group);
  const own = items.find((item) => item.element === element && item.text === text);
  return own === undefined || joined(items).length > 400 ? null : captionValue(own as TextItem, items, group);
}

function ancestorOf(element: Element): Element {
  let at = element;
  for (let depth = 0; depth < groupDepth && at.parentElement !== null; depth += 1) at = at.parentElement;
  return at;
}

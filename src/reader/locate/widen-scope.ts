import type { LabelId } from '../labels/label-id.ts';
import { comesBefore } from '../page/document-order.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import { boxOf, holds, outerParent } from '../page/visible.ts';

const levels = 6;
const mostAdded = 30;
/** What is not part of a ticket, whatever stands beside it. */
const elsewhere = 'table,[role=table],[role=grid],h1,nav,main';
const settings: ReadonlySet<LabelId> = new Set(['cross', 'isolated', 'leverage', 'limit', 'market']);
const ofPositions: ReadonlySet<LabelId> = new Set([
  'positions',
  'noPositions',
  'hideOthers',
  'entryPrice',
  'unrealisedPnl',
]);

/**
 * The ticket with the settings above it. Mode, leverage and order type often stand over the form in a row of their own:
 * the wrapper that holds both is the ticket, as long as it is no wider and brings in nothing but a few words.
 */
export function widenScope(scope: Element, scopes: readonly Element[]): Element {
  let widened = scope;
  let at = outerParent(scope);
  for (let level = 0; at !== null && level < levels && !isWhole(widened); level += 1, at = outerParent(at)) {
    const outer = at;
    if (outer.matches('body,html') || outer.querySelector(elsewhere) !== null) break;
    if (boxOf(outer).width > boxOf(scope).width * 1.3 + 40) break;
    if (scopes.some((other) => other !== scope && holds(outer, other))) break;
    const added = textItems(outer).filter(({ element }) => !holds(scope, element));
    if (added.length > mostAdded || added.some((item) => means(item, ofPositions))) break;
    if (added.some((item) => means(item, settings) && comesBefore(item.element, scope))) widened = outer;
  }
  return widened;
}

/** Mode, leverage and order type are all said. */
function isWhole(scope: Element): boolean {
  const items = textItems(scope);
  const says = (...ids: readonly LabelId[]) => items.some((item) => means(item, new Set(ids)));
  const leverage = says('leverage') || items.some(({ text }) => /\d\s*[xX×倍]\s*$/.test(text));
  return leverage && says('cross', 'isolated') && says('limit', 'market', 'otherType');
}

function means({ caption }: TextItem, ids: ReadonlySet<LabelId>): boolean {
  return caption?.meanings.some((id) => ids.has(id)) === true;
}

import type { DecimalString } from '../../domain/decimal-string.ts';
import { chooseOption } from '../extract/choose-option.ts';
import type { LabelledControl } from '../extract/control-labels.ts';
import type { Raw } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import { captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import { isOn } from '../page/control-state.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import { holds, outerParent } from '../page/visible.ts';
import type { Parse } from './resolve-field.ts';

/** A stop or target further from the price than this is no price: it is a share, or of another contract. */
const farthest = 10;

/**
 * A stop or target, where it is a price. Inputs of stops may as well hold a return, a change of the price or a sum of
 * money, and a number near the price would be taken for one: what stands beside the input tells. `near`: the price it
 * ought to be near.
 */
export function stopPrice(
  scene: Scene,
  near: DecimalString | undefined,
  parse: Parse<DecimalString>,
): Parse<DecimalString> {
  return (rung) => {
    const parsed = parse(rung);
    if ('why' in parsed) return parsed;
    // What stands in an input that is switched off is not sent.
    if (rung.typed && (rung.element.matches(':disabled') || areSwitchedOff(rung, scene)))
      return { why: 'not-on-page' };
    if (captionOf(rung.unit ?? '')?.meanings.some((id) => shares.has(id)) === true)
      return { why: 'ambiguous' };
    if (!/[1-9]/.test(parsed.value) || parsed.value.startsWith('-')) return { why: 'unparsable' };
    if (near !== undefined && !isNear(parsed.value, near)) return { why: 'ambiguous' };
    return rung.typed && holdsAnother(rung, scene) ? { why: 'ambiguous' } : parsed;
  };
}

const switches = 'input[type=checkbox],[role=checkbox],[role=switch]';
const ofStops = /^(?:tp ?\/ ?sl|sl ?\/ ?tp)$/i;

/** The one box beside the word for stops is not ticked, and the input can be read only. */
function areSwitchedOff({ element }: Raw, scene: Scene): boolean {
  const { readOnly } = element as HTMLInputElement;
  if (!readOnly && element.getAttribute('aria-disabled') !== 'true') return false;
  const boxes = scene.items.flatMap(({ text, element: word }) => {
    if (!ofStops.test(text)) return [];
    const around = (word.closest('label') ?? word.parentElement ?? word).querySelectorAll(switches);
    return around.length === 1 ? [...around] : [];
  });
  return boxes.length > 0 && boxes.every((box) => isOn(box) === false);
}

/** Magnitudes only. */
function isNear(value: DecimalString, near: DecimalString): boolean {
  const ratio = Number(value) / Number(near);
  return ratio <= farthest && ratio >= 1 / farthest;
}

const shares: ReadonlySet<LabelId> = new Set(['share', 'unrealisedPnl']);

const depthOfItem = 6;
const wordsOfItem = 24;
const wordsOfStops = 40;
const choosers =
  'button,select,a,[role=button],[role=combobox],[role=listbox],[role=tab],[role=radio],[aria-haspopup]';

/** A word for something else than a price is the unit beside the input, or chosen for the stops as a whole. */
function holdsAnother({ element }: Raw, scene: Scene): boolean {
  const own = itemsAround(element, scene, wordsOfItem, () => false);
  const all = [
    ...itemsAround(element, scene, wordsOfStops, ({ field }) => field === null || isStop(field)),
    ...chosenOnTicket(element, scene),
  ];
  const others = new Set([
    ...own.filter((item, at) => isShare(item) && !isFigure(own, at)),
    ...all.filter((item, at) => isShare(item) && !isFigure(all, at) && isChooserOrSign(item)),
  ]);
  if (others.size === 0) return false;
  const prices = all.filter(
    (item) => isPrice(item) && item.element.closest(choosers) !== null && !others.has(item),
  );
  if (prices.length === 0) return true;
  const chosen = chooseOption([
    ...prices.map((item) => ({ key: 'price', element: item.element })),
    ...[...others].map((item) => ({ key: 'share', element: item.element })),
  ]);
  return chosen?.key !== 'price';
}

/** The texts of the largest wrapper that holds no order button and no other input but those that are admitted. */
function itemsAround(
  element: Element,
  scene: Scene,
  most: number,
  admits: (control: LabelledControl) => boolean,
): readonly TextItem[] {
  let items: readonly TextItem[] = [];
  let at = outerParent(element);
  for (let depth = 0; at !== null && depth < depthOfItem; depth += 1, at = outerParent(at)) {
    const outer = at;
    const others = scene.controls.filter(({ control }) => control !== element && outer.contains(control));
    if (others.some((other) => !admits(other))) break;
    if (scene.submits.some((submit) => outer.contains(submit.element))) break;
    const inside = textItems(outer).filter(
      (item) => !namesAnother(item, element) && !standsByAnother(item, element, scene),
    );
    if (inside.filter(({ text }) => /[\p{L}%]/u.test(text)).length > most) break;
    items = inside;
  }
  return items;
}

/** What is chosen anywhere on the ticket, but beside another input: a list for the stops as a whole may stand apart. */
function chosenOnTicket(element: Element, scene: Scene): readonly TextItem[] {
  return scene.items.filter(
    (item) =>
      item.element.closest(choosers) !== null &&
      !scene.submits.some((submit) => holds(submit.element, item.element)) &&
      !standsByAnother(item, element, scene),
  );
}

/** The label of another input, such as the one for the share beside the one for the price. */
function namesAnother({ element }: TextItem, input: Element): boolean {
  const named = (element.closest('label') as HTMLLabelElement | null)?.control ?? input;
  return named !== input;
}

/** In a wrapper of one other input, such as the gain or the loss that a page works out beside the price. */
function standsByAnother({ element }: TextItem, input: Element, scene: Scene): boolean {
  for (let at: Element | null = element; at !== null && at !== scene.scope; at = outerParent(at)) {
    const outer = at;
    const inside = scene.controls.filter(({ control }) => outer.contains(control));
    if (inside.length > 0) return inside.length === 1 && inside[0]?.control !== input;
  }
  return false;
}

function isStop(field: LabelledControl['field']): boolean {
  return field === 'takeProfit' || field === 'stopLoss';
}

function isShare({ text, caption }: TextItem): boolean {
  if (/\d/.test(text)) return false;
  if (/[%％٪]/.test(text)) return true;
  return caption?.meanings.some((id) => shares.has(id)) === true;
}

function isPrice({ caption }: TextItem): boolean {
  return caption?.meanings.some((id) => id === 'price' || id === 'triggerPrice') === true;
}

function isChooserOrSign({ text, element }: TextItem): boolean {
  return /[%％٪]/.test(text) || element.closest(choosers) !== null;
}

/** `ROI` before `12.5`, or `%` behind it, is an estimate that is shown, unless the word is there to be chosen. */
function isFigure(items: readonly TextItem[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (/^[%％٪]$/.test(item.text)) return /\d$/.test(items[at - 1]?.text ?? '');
  if (item.element.closest(choosers) !== null) return false;
  return /\d|^-{1,2}$/.test(items[at + 1]?.text ?? '');
}

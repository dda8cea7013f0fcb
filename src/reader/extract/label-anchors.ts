import { isCoinName } from '../labels/coin-names.ts';
import { meaningsOf } from '../labels/dictionary.ts';
import type { LabelId } from '../labels/label-id.ts';
import { normaliseLabel } from '../labels/normalise-label.ts';
import { unseenBecause } from '../page/as-written.ts';
import { isOn } from '../page/control-state.ts';
import { queryRoots } from '../page/deep-query.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import { holds, outerParent } from '../page/visible.ts';
import type { LabelAnchor, RecipeField } from '../recipe.ts';
import { captionValue } from './caption-value.ts';
import { chooseOption, isUnmarkedToggle, type Option } from './choose-option.ts';
import type { ControlField } from './control-labels.ts';
import { factor, factorsAmong } from './factors.ts';
import { ambiguous, type Raw, type Rung, raw, rawControl, single, unmarked } from './rung.ts';
import type { Scene } from './scene.ts';
import { typeByInputs } from './type-by-inputs.ts';

/** Fields that are typed into an input, by the caption of the input. */
const typedFields: Readonly<Partial<Record<RecipeField, ControlField>>> = {
  price: 'price',
  size: 'size',
  stopLoss: 'stopLoss',
  takeProfit: 'takeProfit',
};

/** Fields that stand on the ticket as text beside a caption. */
const shownFields: Readonly<Partial<Record<RecipeField, LabelId>>> = {
  available: 'available',
  walletBalance: 'walletBalance',
  equity: 'equity',
  pageCost: 'cost',
  pageLiquidationPrice: 'liquidationPrice',
  markPrice: 'markPrice',
  lastPrice: 'lastPrice',
  maxSize: 'maxSize',
};

/** Fields of which the ticket shows one word of a few. */
const wordFields: Readonly<Partial<Record<RecipeField, readonly LabelId[]>>> = {
  marginMode: ['cross', 'isolated'],
  orderType: ['limit', 'market', 'otherType'],
};

/** What the dictionary finds on the ticket for a field, or what one label of a recipe leads to. */
export function labelRung(scene: Scene, field: RecipeField, anchor?: LabelAnchor): Rung | null {
  const inside = anchor?.in;
  const items =
    inside === undefined ? scene.items : scene.items.filter((item) => item.element.closest(inside) !== null);
  if (anchor !== undefined) return shownValue(scene, items, anchor.label);
  const typed = typedFields[field];
  if (typed !== undefined) return typedValue(scene, typed);
  const shown = shownFields[field];
  if (shown !== undefined) return shownValue(scene, items, shown, fillers.has(field));
  const words = wordFields[field];
  if (words !== undefined) return chosenWord(scene, words);
  if (field === 'leverage') return leverage(scene);
  if (field === 'headerSymbol') return contractName(scene);
  return field === 'reduceOnly' ? toggle(scene, 'reduceOnly') : null;
}

function typedValue(scene: Scene, field: ControlField): Rung | null {
  const named = scene.controls.filter((control) => control.field === field);
  const [first] = named;
  if (first === undefined) return null;
  if (named.length > 1) return ambiguous;
  return rawControl(first.control, { how: 'label', anchor: first.text }, first.unit);
}

/** Fields whose words also stand on a ticket as buttons that fill the price in, without any figure. */
const fillers: ReadonlySet<RecipeField> = new Set(['markPrice', 'lastPrice']);

function shownValue(
  scene: Scene,
  items: readonly TextItem[],
  label: LabelId,
  figureOnly = false,
): Rung | null {
  const captions = items.filter((item) => item.caption?.meanings.includes(label));
  const values = captions.flatMap((item) => captionValue(item, scene.items, scene.scope) ?? []);
  return single(values.filter((rung) => !figureOnly || rung.kind !== 'raw' || /\d|^-+/.test(rung.text)));
}

function chosenWord(scene: Scene, words: readonly LabelId[]): Rung | null {
  const options = scene.items.flatMap((item) => {
    const key = words.find((word) => item.caption?.meanings.includes(word));
    if (key === undefined || scene.submits.some(({ element }) => holds(element, item.element))) return [];
    if (key === 'otherType' && isBoxCaption(item)) return [];
    if (words.includes('cross') && isSum(item, scene)) return [];
    if (isScaleMark(item, scene.scope) || unseenBecause(item.element) === 'hidden') return [];
    return [{ key, element: item.element, text: item.text }];
  });
  if (options.length === 0) return words.includes('limit') ? typeOnButtons(scene) : null;
  const chosen = chooseOption(options);
  if (chosen !== null && words.includes('cross') && isSaidElsewhere(options, chosen)) return ambiguous;
  if (chosen === null) {
    if (!isUnmarkedToggle(options)) return ambiguous;
    return (words.includes('limit') ? typeByInputs(scene, options) : null) ?? unmarked;
  }
  const text = options.find(({ element }) => element === chosen.element)?.text ?? chosen.key;
  return raw(chosen.key, chosen.element, { how: 'label', anchor: text });
}

/**
 * The other mode is said oftener than the chosen one: beside the pair that is chosen from, such as a chooser that is open
 * and not confirmed yet, it stands by itself.
 */
function isSaidElsewhere(options: readonly Option[], { key }: Option): boolean {
  const chosen = options.filter((option) => option.key === key);
  return options.length > 2 * chosen.length;
}

/** `Place Limit Order`: the type that every order button names, where the ticket offers no choice. */
function typeOnButtons({ submits }: Scene): Rung | null {
  const named = submits.map(({ element }): Rung | null => {
    const words = normaliseLabel(
      textItems(element)
        .map(({ text }) => text)
        .join(' '),
    ).split(/[ /]/);
    const types = new Set(words.flatMap(meaningsOf).filter((id) => id === 'limit' || id === 'market'));
    const [only] = types;
    return types.size === 1 && only !== undefined ? raw(only, element, { how: 'label', anchor: only }) : null;
  });
  return named.includes(null) ? null : single(named.filter((rung) => rung !== null));
}

/** `Isolated margin 200 USDT` says how much there is of it, and not which mode is on. */
function isSum(item: TextItem, scene: Scene): boolean {
  const value = captionValue(item, scene.items, scene.scope);
  const [, unit = ''] = /^\D{0,3}\d[\s\S]*?([A-Z]{3,5})$/.exec(value?.kind === 'raw' ? value.text : '') ?? [];
  return isCoinName(unit);
}

/** `TP/SL` beside a box to tick adds stops to an order; it is no type of order. */
function isBoxCaption({ element }: TextItem): boolean {
  const label = element.closest('label') as HTMLLabelElement | null;
  const around = [element, element.previousElementSibling, element.nextElementSibling];
  return label?.control?.matches(toggles) === true || around.some((one) => one?.matches(toggles) === true);
}

/** One of the marks along a slider for the leverage, which stand there whatever is chosen. */
function isScaleMark(item: TextItem, scope: Element): boolean {
  for (let at = outerParent(item.element); at !== null; at = outerParent(at)) {
    const others = textItems(at).filter((other) => other !== item);
    if (others.length === 0 && at !== scope) continue;
    return new Set(others.map(({ text }) => text)).size >= 3 && others.every(({ text }) => factor.test(text));
  }
  return false;
}

/** The pair beside the word for the contract, where the ticket repeats it. */
function contractName(scene: Scene): Rung | null {
  const captions = scene.items.filter(
    ({ caption }) => caption?.meanings.includes('symbol') === true && !caption.meanings.includes('market'),
  );
  const values = captions.flatMap((item) => captionValue(item, scene.items, scene.scope) ?? []);
  return single(values.filter((rung) => rung.kind === 'raw' && pairText.test(rung.text)));
}

const pairText = /^[A-Z0-9]{2,15}[-_/ ]?(?:USDT|USDC|USD)\b/;

/** By its caption; else the one `10x` on a button of the ticket or beside the word for the mode. */
function leverage(scene: Scene): Rung | null {
  const control = scene.controls.find(({ field }) => field === 'leverage');
  if (control !== undefined) {
    const typed = rawControl(control.control, { how: 'label', anchor: control.text });
    const beside = shownFactor(scene);
    return beside?.kind === 'raw' && figureIn(beside) !== figureIn(typed) ? ambiguous : typed;
  }
  const captions = scene.items.filter((item) => item.caption?.meanings.includes('leverage'));
  const valued = captions.flatMap((item) => captionValue(item, scene.items, scene.scope) ?? []);
  const captioned = single(valued.filter((rung) => rung.kind === 'raw' && /\d/.test(rung.text)));
  if (captioned === null) return shownFactor(scene);
  if (captioned.kind !== 'raw') return captioned;
  const beside = shownFactor(scene, captioned.element);
  return beside?.kind === 'raw' && figureIn(beside) !== figureIn(captioned) ? ambiguous : captioned;
}

/** Good enough to tell two leverages apart. */
function figureIn({ text }: Raw): number {
  return Number.parseFloat(text.replace(',', '.').replace(/^\D+/, ''));
}

/**
 * The one `10x` on a button of the ticket or beside the word for the mode, that of `known` left out; `ambiguous` where
 * there are several.
 */
function shownFactor(scene: Scene, known?: Element): Rung | null {
  const besideMode = behindMode(scene.items);
  const isOfOtherMode = ofOtherMode(scene);
  const onButtons = factorsAmong(scene.items).filter(
    ({ item }) =>
      item.element !== known &&
      !isOfOtherMode(item.element) &&
      !isScaleMark(item, scene.scope) &&
      (item.caption !== null ||
        besideMode.has(item) ||
        item.element.closest('button,[role=button],[role=combobox],a') !== null),
  );
  return single(
    onButtons.map(({ text, item }) => raw(text, item.element, { how: 'label', anchor: item.text })),
  );
}

/** Tells what stands with the mode that is not chosen, where each mode has a leverage of its own. */
function ofOtherMode(scene: Scene): (element: Element) => boolean {
  const modes = scene.items.flatMap(({ caption, element }): Option[] => {
    const key = (['cross', 'isolated'] as const).find((mode) => caption?.meanings.includes(mode));
    return key === undefined ? [] : [{ key, element }];
  });
  const chosen = chooseOption(modes);
  const holdsMode = (key: (one: Option) => boolean, element: Element) =>
    modes.some((mode) => key(mode) && element.contains(mode.element));
  return (element) => {
    let at: Element | null = element;
    while (at !== null && at !== scene.scope && !holdsMode(() => true, at)) at = outerParent(at);
    if (chosen === null || at === null) return false;
    return !holdsMode(({ key }) => key === chosen.key, at) && holdsMode(({ key }) => key !== chosen.key, at);
  };
}

/** Texts right behind the word for the mode, words of a direction between them passed over. */
function behindMode(items: readonly TextItem[]): ReadonlySet<TextItem> {
  const behind = new Set<TextItem>();
  let follows = false;
  for (const item of items) {
    const means = (...ids: readonly LabelId[]) =>
      item.caption?.meanings.some((id) => ids.includes(id)) === true;
    if (means('cross', 'isolated')) follows = true;
    else if (follows && /^\d/.test(item.text)) behind.add(item);
    else if (!means('long', 'short', 'buy', 'sell', 'leverage')) follows = false;
  }
  return behind;
}

const toggles = 'input[type=checkbox],[role=checkbox],[role=switch]';

/** The state of the one box that belongs to a caption. */
function toggle(scene: Scene, label: LabelId): Rung | null {
  const captions = scene.items.filter((item) => item.caption?.meanings.includes(label));
  return single(
    captions.flatMap((item): Rung[] => {
      const box = toggleOf(item, scene);
      if (box === null) return [];
      const state = isOn(box);
      if (state === null) return [ambiguous];
      return [raw(String(state), box, { how: 'label', anchor: item.text })];
    }),
  );
}

function toggleOf(item: TextItem, scene: Scene): Element | null {
  const label = item.element.closest('label') as HTMLLabelElement | null;
  if (label?.control?.matches(`${toggles},button,input[type=radio]`) === true) return label.control;
  const radio = item.element.closest('[role=radio]');
  if (radio !== null) return radio;
  if (isOn(item.element) !== null) return item.element;
  let at: Element | null = item.element;
  for (let depth = 0; at !== null && at !== scene.scope && depth < 4; depth += 1, at = outerParent(at)) {
    const inside = queryRoots([at], toggles);
    if (inside.length === 1) return inside[0] ?? null;
    if (inside.length > 1) return null;
    const before = at.previousElementSibling;
    const after = at.nextElementSibling;
    const neighbours = [before, after].filter((one) => one?.matches(toggles) === true);
    if (neighbours.length === 1) return neighbours[0] ?? null;
    if (neighbours.length > 1) return null;
  }
  return null;
}

import { hasChosenClass, isOn } from '../page/control-state.ts';
import type { Option } from './choose-option.ts';
import { type Rung, raw } from './rung.ts';
import type { Scene } from './scene.ts';

/**
 * Limit or market where the page marks neither in a way that can be told, by what the ticket asks for: one open input
 * for a price is a limit order. None is a market order only with a second sign, because an input may be out of sight:
 * a line for slippage, or the one word that is drawn unlike its neighbours. Signs that differ settle nothing.
 */
export function typeByInputs(scene: Scene, options: readonly Option[]): Rung | null {
  if (options.some(({ key }) => key !== 'limit' && key !== 'market')) return null;
  const asked = scene.controls.filter(({ field }) => field === 'price' || field === 'triggerPrice');
  const [price] = asked;
  if (asked.length > 1 || price?.field === 'triggerPrice') return null;
  if (price !== undefined && (price.control.disabled || price.control.readOnly)) return null;
  const row = rowOf(options);
  if (row.some((child) => isMarked(child) && !options.some(({ element }) => child.contains(element))))
    return null;
  const drawn = unlikeItsNeighbours(row, options);
  if (drawn === 'another') return null;
  const slips = scene.items.some(({ caption }) => caption?.meanings.includes('slippage'));
  if (price === undefined && drawn === null && !slips) return null;
  const key = price === undefined ? 'market' : 'limit';
  const option = options.find((one) => one.key === key);
  if (option === undefined || (drawn !== null && drawn.key !== key)) return null;
  return raw(key, option.element, { how: 'label', anchor: `${key}, by what the ticket asks for` });
}

/** Chosen by the page's own word: the type may be one that the dictionary does not know. */
function isMarked(element: Element): boolean {
  return isOn(element) === true || hasChosenClass(element);
}

/**
 * The one alternative drawn in another way than all words beside it, of which there are at least two and all alike;
 * `another` where it is none of the known ones.
 */
function unlikeItsNeighbours(row: readonly Element[], options: readonly Option[]): Option | 'another' | null {
  const looks = row.map(lookOf);
  const odd = looks.flatMap((look, at) => (looks.filter((other) => other === look).length === 1 ? at : []));
  const [only] = odd;
  if (row.length < 3 || odd.length !== 1 || only === undefined || new Set(looks).size !== 2) return null;
  return options.find(({ element }) => row[only]?.contains(element)) ?? 'another';
}

/** The children, one an alternative, of the element around all alternatives. */
function rowOf(options: readonly Option[]): readonly Element[] {
  for (let at = options[0]?.element.parentElement ?? null; at !== null; at = at.parentElement) {
    const around = at;
    if (!options.every((option) => around.contains(option.element))) continue;
    const row = [...around.children].filter((child) => (child.textContent ?? '').trim() !== '');
    const apart = row.every(
      (child) => options.filter((option) => child.contains(option.element)).length <= 1,
    );
    return apart ? row : [];
  }
  return [];
}

function lookOf(element: Element): string {
  const text = element.querySelector(':scope *:not(:has(*))') ?? element;
  const { color, fontWeight, opacity } = getComputedStyle(text);
  const { backgroundColor, borderBottomColor, borderBottomWidth } = getComputedStyle(element);
  return [color, fontWeight, opacity, backgroundColor, borderBottomColor, borderBottomWidth].join(' ');
}

import { unitOf } from '../convert/unit-of.ts';
import { textItems } from '../page/text-items.ts';
import { holds, outerParent } from '../page/visible.ts';
import { ambiguous, type Rung, raw } from './rung.ts';
import type { Scene } from './scene.ts';

const itemDepth = 6;
const itemWords = 24;

/**
 * The unit of the size by labels: in brackets behind the caption, else the one word beside the input that names a unit
 * of this contract, else the placeholder's.
 */
export function unitRung(scene: Scene): Rung | null {
  const sizes = scene.controls.filter(({ field }) => field === 'size');
  const [size] = sizes;
  if (size === undefined || sizes.length > 1) return null;
  const from = (anchor: string) => ({ how: 'label', anchor }) as const;
  if (size.unit !== '') return raw(size.unit, size.control, from(size.text));
  const words = wordsBeside(size.control, scene);
  const distinct = new Set(words);
  const [word] = words;
  if (word !== undefined) return distinct.size === 1 ? raw(word, size.control, from(word)) : ambiguous;
  const placeholder = size.control.getAttribute('placeholder')?.trim() ?? '';
  const bracketed = /[([（]\s*([^)\]）]+?)\s*[)\]）]/.exec(placeholder)?.[1] ?? placeholder;
  return unitOf(bracketed, scene.market) === null ? null : raw(bracketed, size.control, from(placeholder));
}

/** Unit words in the largest wrapper that holds this input and no other. */
function wordsBeside(control: HTMLInputElement, scene: Scene): readonly string[] {
  let words: readonly string[] = [];
  let at = outerParent(control);
  for (let depth = 0; at !== null && depth < itemDepth; depth += 1, at = outerParent(at)) {
    const outer = at;
    if (!holds(scene.scope, outer)) break;
    if (scene.controls.some((other) => other.control !== control && outer.contains(other.control))) break;
    const items = textItems(outer);
    if (items.length > itemWords) break;
    words = items.flatMap(({ text }, at) => {
      // The unit of `≈ 0.0156 BTC` is of what the size comes to.
      const converted = /^[≈~≃≅∼]/.test(items[at - 1]?.text ?? '');
      return converted || unitOf(text, scene.market) === null ? [] : text;
    });
    if (words.length > 0) return words;
  }
  return words;
}

import type { DecimalString } from '../../domain/decimal-string.ts';
import type { Scene } from '../extract/scene.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { textItems } from '../page/text-items.ts';
import { outerParent } from '../page/visible.ts';
import { isContractWord, unitOf } from './unit-of.ts';

const approximately = /^[≈~≃≅∼]\s*/;
const itemDepth = 6;
const itemTexts = 24;

/** What the page itself says that the typed size comes to in the base coin: `≈ 0.0156 BTC` beside the input. */
export function convertedSize(scene: Scene): DecimalString | undefined {
  const [size, other] = scene.controls.filter(({ field }) => field === 'size');
  if (size === undefined || other !== undefined) return undefined;
  let at = outerParent(size.control);
  for (let depth = 0; at !== null && depth < itemDepth; depth += 1, at = outerParent(at)) {
    const outer = at;
    if (scene.controls.some(({ control }) => control !== size.control && outer.contains(control))) break;
    const texts = textItems(outer).map(({ text }) => text);
    if (texts.length > itemTexts) break;
    const found = texts.flatMap((text, index) => {
      if (!approximately.test(text)) return [];
      const figure = text.replace(approximately, '');
      return baseSize(figure, scene) ?? baseSize(`${figure} ${texts[index + 1] ?? ''}`, scene) ?? [];
    });
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

function baseSize(text: string, { market, marks, units }: Scene): DecimalString | undefined {
  const parsed = parseNumber(text, { decimal: marks.shown, units, isUnit: isContractWord });
  if (parsed.kind === 'none' || parsed.unit === '' || !/[1-9]/.test(parsed.value)) return undefined;
  return unitOf(parsed.unit, market) === 'base' ? parsed.value : undefined;
}

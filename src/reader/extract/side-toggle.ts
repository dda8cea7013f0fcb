import type { Side } from '../../domain/account.ts';
import { orderButtonOf } from '../labels/order-button.ts';
import { holds } from '../page/visible.ts';
import { namesOf } from './build-scene.ts';
import { chooseOption, type Option } from './choose-option.ts';
import { type Rung, raw } from './rung.ts';
import type { Scene } from './scene.ts';

/** The direction chosen on a pair of toggles of the ticket, where the page marks one of them as chosen. */
export function sideToggleRung(scene: Scene): readonly Rung[] | null {
  const options: (Option & { key: Side })[] = [];
  for (const { element, text } of scene.items) {
    if (scene.submits.some((submit) => holds(submit.element, element))) continue;
    const word = orderButtonOf(text, namesOf(scene.market));
    if (word?.side !== undefined && word.effect === undefined) options.push({ key: word.side, element });
  }
  if (new Set(options.map(({ key }) => key)).size < 2) return null;
  const chosen = chooseOption(options);
  return chosen === null ? null : [raw(chosen.key, chosen.element, { how: 'label', anchor: chosen.key })];
}

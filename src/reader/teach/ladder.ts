import { isTaughtName, type TaughtField, type TaughtName } from '../../domain/taught.ts';
import type { Provenance } from '../../domain/ticket-reading.ts';
import { ambiguous, type Rung } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import type { RecipeField } from '../recipe.ts';
import { mayBeAway } from './may-be-away.ts';
import { taughtRung } from './taught-rung.ts';

/**
 * The rungs of a field in their order: recipe, what the trader showed, labels. Readings he overruled are left out, each
 * for as long as it says from the same place what he saw. A place that is not found again stops the labels below it.
 */
export function withTaught(
  scene: Scene,
  field: RecipeField,
  recipe: readonly Rung[],
  label: Rung | null,
): readonly Rung[] {
  const labels = label === null ? [] : [label];
  const place = isTaughtName(field) ? scene.taught.get(field) : undefined;
  if (place === undefined) return [...recipe, ...labels];
  const { field: taught, element, absent } = place;
  const others = recipe.filter((rung) => !isOverruled(taught, rung, 'recipe'));
  if (element === null && absent && mayBeAway(taught.name)) return [...others, ...labels];
  const shown = element === null ? ambiguous : taughtRung(taught, element, scene.market);
  return [...others, shown, ...labels.filter((rung) => !isOverruled(taught, rung, 'label'))];
}

/** The rung by label, unless the trader overruled it for a field he showed. */
export function unlessOverruled(scene: Scene, name: TaughtName, label: Rung | null): Rung | null {
  const taught = scene.taught.get(name);
  return label !== null && taught !== undefined && isOverruled(taught.field, label, 'label') ? null : label;
}

function isOverruled({ overruled }: TaughtField, rung: Rung, how: 'recipe' | 'label'): boolean {
  const said = sourceOf(rung, how);
  return overruled.some((each) => each.how === said.how && each.anchor === said.anchor);
}

/** Where a rung comes from; one that leads to a place that says nothing clear has no anchor. */
export function sourceOf(rung: Rung, how: 'recipe' | 'label'): Provenance {
  return rung.kind === 'raw'
    ? { how: rung.from.how, anchor: rung.from.anchor.slice(0, 400) }
    : { how, anchor: '' };
}

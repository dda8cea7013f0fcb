import type { Side } from '../../domain/account.ts';
import { unknown } from '../../domain/known.ts';
import type { OrderEffect, PositionMode } from '../../domain/order.ts';
import type { Field, Provenance } from '../../domain/ticket-reading.ts';
import { recipeRungs } from '../extract/recipe-anchors.ts';
import type { Scene } from '../extract/scene.ts';
import { sideToggleRung } from '../extract/side-toggle.ts';
import type { SubmitControl } from '../extract/submit-controls.ts';
import { taughtSideRung } from '../teach/taught-controls.ts';
import { resolveField } from './resolve-field.ts';
import { side as parseSide } from './words.ts';

export interface Direction {
  readonly side: Field<Side>;
  readonly effect: Field<OrderEffect>;
  readonly positionMode: Field<PositionMode>;
}

/**
 * Which way the order goes and whether it opens: by the button pressed, or by all order buttons where none is.
 *
 * An order that cannot be shown to only close or reduce opens. A button that says it opens does so whatever a tab or
 * box says.
 */
export function direction(
  scene: Scene,
  pressed: SubmitControl | null,
  openClose: Field<'open' | 'close'>,
  reduceOnly: Field<boolean>,
): Direction {
  const buttons = pressed === null ? scene.submits : [pressed];
  return {
    side: sideField(scene, buttons),
    effect: effectField(buttons, openClose, reduceOnly),
    positionMode: modeField(scene, openClose),
  };
}

function sideField(scene: Scene, buttons: readonly SubmitControl[]): Field<Side> {
  const toggles = [...recipeRungs(scene, 'side'), ...taughtSideRung(scene), ...(sideToggleRung(scene) ?? [])];
  const chosen = resolveField('side', toggles, parseSide);
  const [first] = buttons;
  if (first === undefined) return chosen.known ? chosen : unknown('not-on-page', 'side');
  const sides = new Set(buttons.map(({ side }) => side));
  if (sides.size > 1) return unknown('ambiguous', 'side');
  if (first.side === undefined) return chosen.known ? chosen : unknown('ambiguous', 'side');
  // With one button a side, what a toggle elsewhere says is not about the button.
  if (scene.submits.length === 1 && chosen.known && chosen.value !== first.side)
    return unknown('ambiguous', 'side');
  return { known: true, value: first.side, from: sourceOf(first) };
}

function effectField(
  buttons: readonly SubmitControl[],
  openClose: Field<'open' | 'close'>,
  reduceOnly: Field<boolean>,
): Field<OrderEffect> {
  const [first] = buttons;
  if (first === undefined) {
    if (!openClose.known) return unknown('not-on-page', 'effect');
    return { known: true, value: openClose.value, from: openClose.from };
  }
  const effects = new Set(buttons.map((button) => effectOf(button, openClose, reduceOnly)));
  const [only] = effects;
  if (effects.size !== 1 || only === undefined) return unknown('ambiguous', 'effect');
  return { known: true, value: only, from: sourceOf(first) };
}

function effectOf(
  button: SubmitControl,
  openClose: Field<'open' | 'close'>,
  reduceOnly: Field<boolean>,
): OrderEffect {
  if (button.opensByText) return 'open';
  if (button.effect !== undefined) return button.effect;
  if (openClose.known && openClose.value === 'close') return 'close';
  return reduceOnly.known && reduceOnly.value ? 'reduce' : 'open';
}

/** Tabs or buttons for opening and closing exist only where both legs can be held. */
function modeField(scene: Scene, openClose: Field<'open' | 'close'>): Field<PositionMode> {
  if (openClose.known) return { known: true, value: 'hedge', from: openClose.from };
  const named = scene.submits.find(({ effect }) => effect !== undefined);
  if (named === undefined) return unknown('not-on-page', 'positionMode');
  return { known: true, value: 'hedge', from: sourceOf(named) };
}

function sourceOf({ how, anchor }: SubmitControl): Provenance {
  return { how, anchor };
}

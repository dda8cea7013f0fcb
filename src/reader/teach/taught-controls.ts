import type { Side } from '../../domain/account.ts';
import { chooseOption } from '../extract/choose-option.ts';
import type { ControlField, LabelledControl } from '../extract/control-labels.ts';
import { type Rung, raw } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import type { SubmitControl } from '../extract/submit-controls.ts';
import type { TaughtPlaces } from './taught-page.ts';
import { anchorOf } from './taught-rung.ts';

const typed = [
  'size',
  'price',
  'stopLoss',
  'takeProfit',
  'leverage',
] as const satisfies readonly ControlField[];

/** Inputs without a caption the dictionary knows get the name the trader gave them; what captions say stays. */
export function withTaughtControls(
  controls: readonly LabelledControl[],
  taught: TaughtPlaces,
): readonly LabelledControl[] {
  if (taught.size === 0) return controls;
  return controls.map((control) => {
    if (control.field !== null) return control;
    const name = typed.find((field) => taught.get(field)?.element === control.control);
    const place = name === undefined ? undefined : taught.get(name);
    if (name === undefined || place === undefined) return control;
    return { ...control, field: name, text: anchorOf(place.field) };
  });
}

const directions = { buy: 'long', sell: 'short', order: undefined } as const;

/** The order buttons of a ticket together with those the trader showed; what contradicts itself has no side. */
export function withTaughtSubmits(
  submits: readonly SubmitControl[],
  taught: TaughtPlaces,
): readonly SubmitControl[] {
  const own = taughtSubmits(taught);
  if (own.length === 0) return submits;
  const merged = submits.map((submit): SubmitControl => {
    const shown = own.find(({ element }) => element === submit.element);
    if (shown?.side === undefined || shown.side === submit.side) return submit;
    if (submit.side === undefined) return { ...submit, side: shown.side };
    const { side: _, ...sideless } = submit;
    return sideless;
  });
  return [...merged, ...own.filter(({ element }) => !submits.some((submit) => submit.element === element))];
}

/** The order buttons the trader showed. */
export function taughtSubmits(taught: TaughtPlaces): readonly SubmitControl[] {
  return (['buy', 'sell', 'order'] as const).flatMap((name): SubmitControl[] => {
    const place = taught.get(name);
    if (place === undefined || place.element === null) return [];
    const side = directions[name];
    const { element, field } = place;
    return [
      {
        element,
        ...(side === undefined ? {} : { side }),
        opensByText: false,
        how: 'taught',
        anchor: anchorOf(field),
      },
    ];
  });
}

/** The direction chosen on the pair of tabs the trader showed, where the page marks one of them. */
export function taughtSideRung({ taught }: Scene): readonly Rung[] {
  const [long, short] = [taught.get('longTab'), taught.get('shortTab')];
  const options = (
    [
      ['long', long],
      ['short', short],
    ] as const
  ).flatMap(([key, place]) =>
    place === undefined || place.element === null ? [] : [{ key: key as Side, element: place.element }],
  );
  if (options.length < 2) return [];
  const chosen = chooseOption(options);
  if (chosen === null) return [];
  const field = (chosen.key === 'long' ? long : short)?.field;
  const anchor = field === undefined ? chosen.key : anchorOf(field);
  return [raw(chosen.key, chosen.element, { how: 'taught', anchor })];
}

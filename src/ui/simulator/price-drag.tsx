import { useState } from 'preact/hooks';
import {
  addDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '../../domain/decimal-string.ts';
import type { Exposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { figureText } from '../kit/money.tsx';
import { numberForTyping, typedNumber } from '../kit/typed-number.ts';
import type { Wording } from '../kit/wording.ts';

interface Props {
  readonly exposure: Exposure;
  /** Mark of the dragged symbol; absent where it is not known or nothing is ordered: then only the share is shown. */
  readonly mark: DecimalString | undefined;
  readonly move: DecimalString;
  readonly wording: Wording;
  readonly onMove: (move: DecimalString) => void;
}

const one = decimal('1');
/** The slider counts thousandths of the mark. */
const step = decimal('0.001');

/** Drags the price: a slider for hand and arrow keys, a field for an exact price, and a way back. */
export function PriceDrag({ exposure, mark, move, wording, onMove }: Props) {
  const [draft, setDraft] = useState<string>();
  const { translate, locale } = wording;
  const price = mark === undefined ? undefined : multiplyDecimals(mark, addDecimals(one, move));
  const [least, most] = rangeOf(exposure);
  const said = moveText(move, wording);
  const place =
    price === undefined ? said : translate('sim_drag_at', figureText(price, 'estimate', wording), said);
  const type = (text: string) => {
    setDraft(text);
    const typed = typedNumber(text.trim(), locale);
    if (typed === undefined || mark === undefined) return;
    const share = divideDecimals(typed, mark, 18);
    if (share !== undefined && Number(share) > 0) onMove(subtractDecimals(share, one));
  };
  return (
    <div class="sim-drag" data-move={move}>
      <div class="sim-drag-line">
        <label for="drag">{translate('sim_drag')}</label>
        <output for="drag" dir="ltr">
          {place}
        </output>
      </div>
      <input
        id="drag"
        type="range"
        dir="ltr"
        min={least}
        max={most}
        step={1}
        value={Math.round(Number(move) * 1000)}
        aria-valuetext={place}
        onInput={({ currentTarget }) => onMove(multiplyDecimals(decimal(currentTarget.value), step))}
      />
      <div class="sim-drag-ways">
        {price !== undefined && (
          <label class="sim-drag-price">
            {translate('sim_drag_price')}
            <input
              type="text"
              inputMode="decimal"
              data-input="drag-price"
              autocomplete="off"
              value={draft ?? numberForTyping(shortened(price), locale)}
              onInput={({ currentTarget }) => type(currentTarget.value)}
              onBlur={() => setDraft(undefined)}
            />
          </label>
        )}
        <button type="button" class="rf-link" data-act="back-to-mark" onClick={() => onMove(decimal('0'))}>
          {translate('sim_drag_back')}
        </button>
      </div>
    </div>
  );
}

function moveText(move: DecimalString, wording: Wording): string {
  if (Number(move) === 0) return wording.translate('sim_drag_still');
  const down = move.startsWith('-');
  const size = decimal(down ? move.slice(1) : move);
  return figureText(size, down ? 'percent-down' : 'percent-up', wording);
}

/** A typed price comes back as a product of eighteen places: more than eight of them nobody typed. */
function shortened(price: DecimalString): DecimalString {
  return divideDecimals(addDecimals(price, decimal('0.000000005')), one, 8) ?? price;
}

/** In thousandths: as far as both liquidations and a little farther, at least 25 % each way; never to a price of zero. */
function rangeOf(exposure: Exposure): readonly [number, number] {
  const distances = exposure.positions.map(({ liquidation }) => liquidation);
  if ('otherMode' in exposure && !isUnknown(exposure.otherMode))
    distances.push(exposure.otherMode.liquidation);
  const far = distances.reduce((most, each) => {
    if (isUnknown(each) || each.kind === 'none' || isUnknown(each.distance)) return most;
    return Math.max(most, Math.ceil(Number(each.distance) * 1200));
  }, 250);
  return [-Math.min(far, 990), Math.min(far, 3000)];
}

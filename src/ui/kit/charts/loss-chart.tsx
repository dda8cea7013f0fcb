import { useId } from 'preact/hooks';
import type { DecimalString } from '../../../domain/decimal-string.ts';
import type { OrderExposure } from '../../../domain/exposure.ts';
import { isUnknown } from '../../../domain/known.ts';
import { modeText } from '../mode-text.ts';
import { figureText, Money } from '../money.tsx';
import { unknownText } from '../unknown-text.ts';
import type { Wording } from '../wording.ts';
import { chartFrame, linePath, rounded } from './chart-frame.ts';
import { type LossLine, type LossMark, type LossPicture, lossPicture } from './loss-picture.ts';
import { LossTable } from './loss-table.tsx';

interface Props {
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  /** A price to point at, as the simulator drags it. */
  readonly at?: DecimalString;
}

const width = 316;
const height = 108;

/** Loss against price in both modes, with entry, stop and liquidation; what is not known is said, never drawn. */
export function LossChart({ exposure, wording, at }: Props) {
  const id = useId();
  const { translate } = wording;
  const picture = lossPicture(exposure);
  if (picture.kind === 'nothing') return <p class="rf-quiet">{translate('kit_chart_nothing')}</p>;
  if (picture.kind === 'unknown') {
    return (
      <p class="rf-quiet" data-chart="unknown">
        {translate('kit_chart_unknown', unknownText(picture.because, wording))}
      </p>
    );
  }
  const frame = chartFrame(picture, width, height);
  const { entry, side, lines, stop } = picture;
  const pointed = at !== undefined && isAgainst(at, entry, side) && frame.holds(at) ? at : undefined;
  return (
    <figure class="rf-chart" data-chart="losses">
      <svg
        viewBox={`-6 -8 ${width + 12} ${height + 16}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{translate(side === 'long' ? 'kit_chart_fall' : 'kit_chart_rise')}</title>
        <desc id={`${id}-desc`}>{described(picture, wording)}</desc>
        <path class="rf-chart-axis" d={`M0 0V${height}M0 0H${width}`} />
        {[...lines].reverse().map((line) => (
          <path key={line.mode} class={`rf-chart-line rf-chart-${line.mode}`} d={linePath(line, frame)} />
        ))}
        <circle class="rf-chart-entry" cx="0" cy="0" r="3.5" />
        {stop !== null && frame.holds(stop.price) && (
          <rect
            class="rf-chart-stop"
            x={rounded(frame.x(stop.price) - 3.5)}
            y={rounded(frame.y(stop.loss) - 3.5)}
            width="7"
            height="7"
          />
        )}
        {lines.map(({ mode, liquidation }) =>
          'price' in liquidation && frame.holds(liquidation.price) ? (
            <path
              key={mode}
              class={`rf-chart-liquidation rf-chart-${mode}`}
              d={diamond(frame.x(liquidation.price), frame.y(liquidation.loss))}
            />
          ) : null,
        )}
        {pointed !== undefined && (
          <path
            class="rf-chart-at"
            d={`M${rounded(frame.x(pointed))} -6V${height + 6}`}
            data-chart-at={pointed}
          />
        )}
      </svg>
      <p class="rf-chart-ends" aria-hidden="true">
        <span>{figureText(entry, 'estimate', wording)}</span>
        <span>{figureText(farText(frame.farPrice), 'estimate', wording)}</span>
      </p>
      <figcaption>
        <ul class="rf-chart-legend">
          {stop !== null && (
            <li data-chart-mark="stop">
              <Swatch kind="stop" />
              <span>
                {translate('kit_chart_stop')} <Mark mark={stop} name="loss-at-stop" wording={wording} />
              </span>
            </li>
          )}
          {lines.map((line, index) => (
            <li key={line.mode} data-chart-mark={`liquidation-${line.mode}`}>
              <Swatch kind={line.mode} />
              <Ending line={line} other={index > 0} wording={wording} />
            </li>
          ))}
          {picture.missing.map((gap) => (
            <li key={gap.field} class="rf-quiet">
              <span>{unknownText(gap, wording)}</span>
            </li>
          ))}
        </ul>
        <p class="rf-quiet rf-chart-note">{translate('kit_chart_note')}</p>
      </figcaption>
      <LossTable picture={picture} wording={wording} />
    </figure>
  );
}

function isAgainst(price: DecimalString, entry: DecimalString, side: 'long' | 'short'): boolean {
  return side === 'long' ? Number(price) <= Number(entry) : Number(price) >= Number(entry);
}

/** The right edge is a drawing's edge, not a figure: five digits of it are more than enough. */
function farText(price: number): DecimalString {
  return Math.max(0, price).toFixed(price < 1 ? 10 : 4) as string as DecimalString;
}

function diamond(x: number, y: number): string {
  return `M${rounded(x)} ${rounded(y - 5)}l5 5l-5 5l-5 -5z`;
}

function Swatch({ kind }: { readonly kind: 'stop' | 'cross' | 'isolated' }) {
  return (
    <svg class="rf-chart-swatch" width="22" height="12" viewBox="-11 -6 22 12" aria-hidden="true">
      {kind === 'stop' ? (
        <rect class="rf-chart-stop" x="-3.5" y="-3.5" width="7" height="7" />
      ) : (
        <>
          <path class={`rf-chart-line rf-chart-${kind}`} d="M-11 0H11" />
          <path class={`rf-chart-liquidation rf-chart-${kind}`} d="M0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z" />
        </>
      )}
    </svg>
  );
}

interface MarkProps {
  readonly mark: LossMark;
  readonly name: 'loss-at-stop' | 'loss-at-liquidation' | 'other-mode-loss-at-liquidation';
  readonly wording: Wording;
}

function Mark({ mark, name, wording }: MarkProps) {
  return (
    <>
      <span class="rf-quiet">
        {figureText(mark.price, mark.kind === 'stop' ? 'price' : 'estimate', wording)}
      </span>{' '}
      <b>
        <Money name={name} value={mark.amount} kind="loss" wording={wording} />
      </b>
    </>
  );
}

interface EndingProps {
  readonly line: LossLine;
  readonly other: boolean;
  readonly wording: Wording;
}

function Ending({ line: { mode, liquidation }, other, wording }: EndingProps) {
  const { translate } = wording;
  const name = modeText(mode, translate);
  if (isUnknown(liquidation)) {
    return <span>{`${name}: ${unknownText(liquidation, wording)}`}</span>;
  }
  if (!('price' in liquidation)) return <span>{`${name}: ${translate('kit_no_liquidation')}`}</span>;
  return (
    <span>
      {translate('kit_chart_liquidated', name)}{' '}
      <Mark
        mark={liquidation}
        name={other ? 'other-mode-loss-at-liquidation' : 'loss-at-liquidation'}
        wording={wording}
      />
    </span>
  );
}

function described({ lines, stop, entry }: Extract<LossPicture, { kind: 'picture' }>, wording: Wording) {
  const { translate } = wording;
  const price = (value: DecimalString) => figureText(value, 'estimate', wording);
  const parts = [translate('kit_chart_desc_entry', price(entry))];
  if (stop !== null)
    parts.push(translate('kit_chart_desc_stop', price(stop.price), figureText(stop.amount, 'loss', wording)));
  for (const { mode, liquidation } of lines) {
    const name = modeText(mode, translate);
    parts.push(
      'price' in liquidation
        ? translate(
            'kit_chart_desc_liquidation',
            name,
            price(liquidation.price),
            figureText(liquidation.amount, 'loss', wording),
          )
        : `${name}: ${isUnknown(liquidation) ? unknownText(liquidation, wording) : translate('kit_no_liquidation')}`,
    );
  }
  return `${parts.join('; ')}.`;
}

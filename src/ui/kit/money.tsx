import type { ComponentChildren } from 'preact';
import type { DecimalString } from '../../domain/decimal-string.ts';
import type { Figure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { significantPlaces } from '../../messages/figures.ts';
import { Sentence } from './sentence.tsx';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';

/** Names under which figures stand on every screen; those of the contract, and a few of our own for parts of them. */
export type ScreenField =
  | 'level'
  | 'worst-loss'
  | 'loss-at-stop'
  | 'loss-at-liquidation'
  | 'liquidation-price'
  | 'liquidation-distance'
  | 'idle-balance'
  | 'idle-at-risk'
  | 'margin-mode'
  | 'leverage'
  | 'wallet-balance'
  | 'other-mode-worst-loss'
  | 'other-mode-liquidation-price'
  | 'fees'
  | 'funding'
  | 'symbol'
  | 'venue'
  | 'side'
  | 'size'
  | 'price'
  | 'order-margin'
  | 'other-margin'
  | 'other-mode-liquidation-distance'
  | 'other-mode-idle-at-risk'
  | 'other-mode-loss-at-liquidation'
  | 'liquidation-nearest'
  | 'liquidation-farthest'
  | 'page-liquidation-price'
  | 'position-liquidation-price'
  | 'position-liquidation-distance'
  | 'shock-equity'
  | 'shock-loss'
  | 'equity'
  | 'limit';

/**
 * `loss` rounds up, `room` (what is left or free) down. `price` shows every digit, `estimate` five that count: more would
 * claim an exactness that a liquidation price does not have. A sign on a percentage is that of the price's move.
 */
export type FigureKind =
  | 'loss'
  | 'room'
  | 'price'
  | 'estimate'
  | 'percent'
  | 'percent-down'
  | 'percent-up'
  | 'times';

function spell(value: DecimalString, kind: FigureKind, { figures }: Wording): string {
  switch (kind) {
    case 'loss':
      return figures.loss(value);
    case 'room':
      return figures.room(value);
    case 'price':
      return figures.price(value);
    case 'estimate':
      return figures.price(value, significantPlaces(value));
    case 'percent':
      return figures.percent(value);
    case 'percent-down':
      return `−${figures.distance(value)}`;
    case 'percent-up':
      return `+${figures.distance(value)}`;
    case 'times':
      return figures.times(value);
  }
}

/** A figure as plain text, for a sentence or an accessible description. Unknown is a dash. */
export function figureText(value: Figure, kind: FigureKind, wording: Wording, atLeast = false): string {
  if (isUnknown(value)) return '–';
  const text = spell(value, kind, wording);
  return atLeast ? wording.translate('kit_at_least', text) : text;
}

interface FigureProps {
  readonly name: ScreenField;
  readonly value: Figure;
  readonly kind: FigureKind;
  readonly wording: Wording;
  /** The balance behind it is a lower bound: the figure is said with "at least". */
  readonly atLeast?: boolean;
  /** Where the reason of an unknown goes: after the dash, or into the help text only (narrow places). */
  readonly reason?: 'beside' | 'help';
}

/** Every figure on every surface: text for people, `data-value` for checks, a dash with its reason when unknown. */
export function Money({ name, value, kind, wording, atLeast = false, reason = 'help' }: FigureProps) {
  if (!isUnknown(value)) {
    const text = spell(value, kind, wording);
    return (
      <span
        class={`rf-figure${text.length > 13 ? ' rf-figure-long' : ''}`}
        data-field={name}
        data-value={value}
      >
        {atLeast ? (
          <small class="rf-bound">
            <Sentence
              translate={wording.translate}
              text="kit_at_least"
              parts={[<b key="amount">{text}</b>]}
            />
          </small>
        ) : (
          text
        )}
      </span>
    );
  }
  const why = unknownText(value, wording);
  return (
    <span class="rf-figure rf-figure-unknown" data-field={name} title={why}>
      <span aria-hidden="true">–</span>
      <span class={reason === 'beside' ? 'rf-why' : 'rf-unseen'}>{why}</span>
    </span>
  );
}

interface FactProps {
  readonly name: ScreenField;
  /** The value as the contract spells it; absent when unknown. */
  readonly value?: string | undefined;
  readonly children: ComponentChildren;
}

/** The same for what is not a number: symbol, venue, margin mode, level. */
export function Fact({ name, value, children }: FactProps) {
  return (
    <span data-field={name} {...(value === undefined ? {} : { 'data-value': value })}>
      {children}
    </span>
  );
}

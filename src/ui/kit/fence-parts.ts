import {
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  subtractDecimals,
} from '../../domain/decimal-string.ts';
import type { Figure, OrderExposure } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';

export type FencePartKind = 'order' | 'exposed' | 'idle' | 'other';

export interface FencePart {
  readonly kind: FencePartKind;
  readonly amount: DecimalString;
  /** Of the whole bar, 0 to 1, six places; for drawing only. */
  readonly share: DecimalString;
}

/** The wallet as a bar, in drawing order. `solid`: the fence holds; `broken`: what is behind it can be taken. */
export type FenceBar =
  | { readonly kind: 'bar'; readonly post: 'solid' | 'broken'; readonly parts: readonly FencePart[] }
  | { readonly kind: 'unknown'; readonly because: Unknown; readonly order: Figure };

const zero = decimal('0');

function orZero(value: DecimalString): DecimalString {
  return compareDecimals(value, zero) > 0 ? value : zero;
}

/** Margin held by all positions after the order, less the order's own; unknown when one of them is. */
function otherMargin(exposure: OrderExposure, own: DecimalString): Figure {
  let sum = zero;
  for (const { initialMargin } of exposure.positions) {
    if (isUnknown(initialMargin)) return initialMargin;
    sum = addDecimals(sum, initialMargin);
  }
  return orZero(subtractDecimals(sum, own));
}

/**
 * Parts of the bar for the ticket as it stands, or for the same order in the other mode. Margin of other positions that
 * is not known is left out of the bar; idle money that is not known makes the whole bar unknown, because its length
 * would be a guess.
 */
export function fenceParts(exposure: OrderExposure, which: 'ticket' | 'other'): FenceBar {
  const source = which === 'ticket' ? exposure : exposure.otherMode;
  if (isUnknown(source)) return { kind: 'unknown', because: source, order: source };
  const { marginMode, initialMargin, idle } = source;
  const gap = [marginMode, initialMargin, idle.balance, idle.atRisk].find(isUnknown);
  if (gap !== undefined) return { kind: 'unknown', because: gap, order: initialMargin };
  const own = initialMargin as DecimalString;
  const exposed = idle.atRisk as DecimalString;
  const others = otherMargin(exposure, exposure.initialMargin as DecimalString);
  const amounts: readonly (readonly [FencePartKind, DecimalString])[] = [
    ['order', orZero(own)],
    ['exposed', orZero(exposed)],
    ['idle', orZero(subtractDecimals(idle.balance as DecimalString, exposed))],
    ['other', isUnknown(others) ? zero : others],
  ];
  const total = amounts.reduce((sum, [, amount]) => addDecimals(sum, amount), zero);
  return {
    kind: 'bar',
    post: marginMode === 'cross' || compareDecimals(exposed, zero) > 0 ? 'broken' : 'solid',
    parts: amounts
      .filter(([, amount]) => compareDecimals(amount, zero) > 0)
      .map(([kind, amount]) => ({ kind, amount, share: divideDecimals(amount, total, 6) ?? zero })),
  };
}

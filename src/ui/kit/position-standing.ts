import { type Exposure, isOrderExposure, type PositionAfter } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { positionSide } from './position-side.ts';

/** From what the order is nearest to: its own position, one on the money it can lose, perhaps such a one, one on other money. */
export const standings = ['own', 'shares', 'unsure', 'apart'] as const;
export type Standing = (typeof standings)[number];

/** Where a position stands to the order; nothing where there is no order. */
export function standingOf(position: PositionAfter, exposure: Exposure): Standing | undefined {
  if (!isOrderExposure(exposure)) return undefined;
  if (position.symbol === exposure.symbol && position.side === positionSide(exposure)) return 'own';
  const { exposedToThisOrder: shares } = position;
  if (isUnknown(shares)) return 'unsure';
  return shares ? 'shares' : 'apart';
}

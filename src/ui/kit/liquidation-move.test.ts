import { describe, expect, it } from 'vitest';
import { assessments } from '../../../test/visual/scenarios/assessments.ts';
import { madeAssessments } from '../../../test/visual/scenarios/made.ts';
import type { SideAssessment } from '../../domain/assessment.ts';
import { isOrderExposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { liquidationMove } from './liquidation-move.ts';

function moveOf(assessed: SideAssessment | undefined, mode: 'ticket' | 'other' = 'ticket') {
  const exposure = assessed?.exposure;
  if (exposure === undefined || !isOrderExposure(exposure)) throw new Error('no order');
  const part = mode === 'ticket' ? exposure : exposure.otherMode;
  if (isUnknown(part) || isUnknown(part.liquidation) || part.liquidation.kind !== 'price')
    throw new Error('no liquidation price');
  return liquidationMove(part.liquidation.price, exposure);
}

describe('the move that liquidates', () => {
  it('is a fall for a long and a rise for a short', () => {
    expect(moveOf(assessments.danger)).toBe('percent-down');
    expect(moveOf(assessments.short)).toBe('percent-up');
  });

  it('is a rise above the mark, though the order is a long: a short stands against it on the symbol', () => {
    expect(moveOf(madeAssessments.hedged)).toBe('percent-up');
    expect(moveOf(madeAssessments.hedged, 'other')).toBe('percent-down');
  });
});

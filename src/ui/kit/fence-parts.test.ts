import { describe, expect, it } from 'vitest';
import { assessments } from '../../../test/visual/scenarios/assessments.ts';
import { unknown } from '../../domain/known.ts';
import { fenceParts } from './fence-parts.ts';

describe('the fence', () => {
  it('is broken on cross, with the exposed idle money behind it', () => {
    const bar = fenceParts(assessments.danger.exposure, 'ticket');
    expect(bar).toMatchObject({
      kind: 'bar',
      post: 'broken',
      parts: [
        { kind: 'order', amount: '300', share: '0.15' },
        { kind: 'exposed', amount: '1700', share: '0.85' },
      ],
    });
  });

  it('holds for the same order on isolated', () => {
    const bar = fenceParts(assessments.danger.exposure, 'other');
    expect(bar).toMatchObject({
      post: 'solid',
      parts: [{ kind: 'order' }, { kind: 'idle', amount: '1700' }],
    });
  });

  it('counts other positions without the order itself', () => {
    const bar = fenceParts(assessments.otherPositions.exposure, 'ticket');
    expect(bar).toMatchObject({ parts: [{}, {}, {}, { kind: 'other', amount: '600' }] });
  });

  it('draws no length for what it does not know', () => {
    expect(fenceParts(assessments.unknownWallet.exposure, 'ticket').kind).toBe('unknown');
    const modeless = { ...assessments.danger.exposure, marginMode: unknown('hidden', 'marginMode') };
    expect(fenceParts(modeless, 'ticket').kind).toBe('unknown');
  });
});

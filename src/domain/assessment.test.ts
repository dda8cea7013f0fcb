import { describe, expect, it } from 'vitest';
import { crossExposure } from '../../test/support/rule-context.ts';
import { leadingSide, type SideAssessment } from './assessment.ts';
import type { Finding, Level } from './verdict.ts';

function judged(level: Level, ...ids: readonly string[]): SideAssessment {
  const findings = ids.map(
    (id): Finding => ({
      id,
      level: 'warning',
      field: 'x',
      value: '',
      threshold: '',
      message: '',
      hold: 'none',
    }),
  );
  const verdict = { level, hold: 'none', checklist: [], findings, checked: [], couldNotRun: [] } as const;
  return { exposure: crossExposure, verdict };
}

const lead = (long: SideAssessment | undefined, short: SideAssessment | undefined) =>
  leadingSide({ readingId: 'x', sides: { ...(long && { long }), ...(short && { short }) } });

describe('the side a surface leads with', () => {
  it('is the only one there is', () => {
    expect(lead(judged('ok'), undefined)).toBe('long');
    expect(lead(undefined, judged('ok'))).toBe('short');
    expect(lead(undefined, undefined)).toBeUndefined();
  });

  it('is the worse one, the long one of equals', () => {
    expect(lead(judged('notice'), judged('danger'))).toBe('short');
    expect(lead(judged('unknown'), judged('warning'))).toBe('long');
    expect(lead(judged('ok'), judged('ok'))).toBe('long');
  });

  it('is the one the typed stop fits, though the other is louder for its stop', () => {
    expect(lead(judged('notice'), judged('warning', 'stop-wrong-side'))).toBe('long');
    expect(lead(judged('danger', 'stop-wrong-side'), judged('ok'))).toBe('short');
    expect(lead(judged('notice', 'stop-wrong-side'), judged('danger', 'stop-wrong-side'))).toBe('short');
  });
});

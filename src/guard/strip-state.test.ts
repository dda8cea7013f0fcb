import { describe, expect, it } from 'vitest';
import { fakeAssessment, fakeReading } from '../../test/guard/fake-ticket.ts';
import type { PageHealth } from '../domain/health.ts';
import { unknown } from '../domain/known.ts';
import { parseColour } from './parse-colour.ts';
import { stripLevel, stripState } from './strip-state.ts';

const health: PageHealth = { scope: 'ticket', readBy: 'recipe', readAt: '', failedChecks: [] };
const asking = { kind: 'asking' } as const;

describe('what the strip is about', () => {
  it('is quiet while no size is typed, and not while a size cannot be read', () => {
    const size = unknown('missing-input', 'size');
    expect(stripState({ reading: { ...fakeReading(), size }, health }, asking).kind).toBe('waiting');
    expect(stripState({ reading: fakeReading({ size: '0.000' }), health }, asking).kind).toBe('waiting');
    const unread = { ...fakeReading(), size: unknown('unparsable', 'size') };
    expect(stripState({ reading: unread, health }, asking).kind).toBe('asking');
  });

  it('leads with the worse side while the side is open, and says so', () => {
    const reading = fakeReading();
    const assessment = fakeAssessment(reading, 'none', 'acknowledge');
    expect(stripState({ reading, health }, { kind: 'checked', assessment })).toMatchObject({
      kind: 'checked',
      side: 'short',
      isSideOpen: true,
    });
  });

  it('is loud about what was not checked and what cannot be told apart', () => {
    const failed = stripState({ reading: fakeReading(), health }, { kind: 'failed' });
    expect(stripLevel(failed)).toBe('unknown');
    const several = stripState({ reading: fakeReading(), health: { ...health, scope: 'several' } }, asking);
    expect(stripLevel(several)).toBe('unknown');
  });

  it('is loud about a page without the ticket that used to be there, and about no other', () => {
    const none = { reading: fakeReading(), health: { ...health, scope: 'none' as const } };
    expect(stripLevel(stripState(none, asking))).toBe('quiet');
    const changed = stripState(none, asking, true);
    expect(changed).toEqual({ kind: 'no-ticket', isPageChanged: true });
    expect(stripLevel(changed)).toBe('unknown');
  });

  it('never shows a level for a way out or an unanswered question', () => {
    const reduce = stripState({ reading: fakeReading({ effect: 'reduce' }), health }, { kind: 'failed' });
    expect([reduce.kind, stripLevel(reduce)]).toEqual(['way-out', 'quiet']);
    expect(stripLevel(stripState({ reading: fakeReading(), health }, asking))).toBe('quiet');
  });
});

describe('colours of the page', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0 0 0 / 50%)', 0, 0.5],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgb(24, 26, 32)', 0.1, 1],
  ])('%s', (text, luma, alpha) => {
    const colour = parseColour(text);
    expect(colour?.luma).toBeCloseTo(luma, 1);
    expect(colour?.alpha).toBe(alpha);
  });

  it('are left unread where they are written another way', () => {
    expect(parseColour('oklch(0.5 0.1 200)')).toBeUndefined();
  });
});

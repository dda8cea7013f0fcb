import { describe, expect, it } from 'vitest';
import { ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { unknown } from '../domain/known.ts';
import { marginModeNotIntended } from './margin-mode-not-intended.ts';
import { marginModeUnread } from './margin-mode-unread.ts';

const gone = unknown('ambiguous', 'marginMode');
type Mode = 'cross' | 'isolated';
const meant = (marginMode: Mode, intendedMode: Mode | null) => ({
  exposure: { marginMode },
  preferences: { intendedMode },
});

describe('margin-mode-not-intended', () => {
  it('is silent without an intention and content with the intended mode', () => {
    expect(runRule(marginModeNotIntended, meant('cross', null))).toEqual({ kind: 'not-applicable' });
    expect(runRule(marginModeNotIntended, meant('cross', 'cross'))).toEqual({ kind: 'clear' });
    expect(runRule(marginModeNotIntended, meant('isolated', 'isolated'))).toEqual({ kind: 'clear' });
  });

  it('cannot run on a mode that was not read', () => {
    const change = { exposure: { marginMode: gone }, preferences: { intendedMode: 'isolated' as const } };
    expect(runRule(marginModeNotIntended, change)).toEqual({ kind: 'could-not-run' });
  });

  it('warns of cross, with the margin that isolated takes', () => {
    expect(found(marginModeNotIntended, meant('cross', 'isolated'))).toEqual({
      level: 'warning',
      field: 'marginMode',
      value: 'cross',
      threshold: 'isolated',
      message: 'The ticket is on cross. You intend isolated here.',
      hold: 'acknowledge',
      remedy: { text: 'Switch to isolated with $300.', figures: { isolatedMargin: '300' } },
    });
  });

  it('warns of isolated', () => {
    expect(found(marginModeNotIntended, meant('isolated', 'cross'))).toMatchObject({
      message: 'The ticket is on isolated. You intend cross here.',
      remedy: { text: 'Switch to cross margin.', figures: {} },
    });
    expect(found(marginModeNotIntended, meant('isolated', 'cross'))?.remedy?.figures).toEqual({});
  });

  it('names no margin where it is unknown', () => {
    const remedies = { ...ruleContext().exposure.remedies, isolatedMargin: gone };
    const finding = found(marginModeNotIntended, {
      exposure: { remedies },
      preferences: { intendedMode: 'isolated' },
    });
    expect(finding?.remedy).toEqual({ text: 'Switch to isolated margin.', figures: {} });
  });
});

describe('margin-mode-unread', () => {
  it('holds a ticket whose mode cannot be told', () => {
    expect(runRule(marginModeUnread)).toEqual({ kind: 'clear' });
    expect(found(marginModeUnread, { exposure: { marginMode: gone } })).toEqual({
      level: 'unknown',
      field: 'marginMode',
      value: 'unknown',
      threshold: '',
      message: 'Cannot tell whether this order is on cross or isolated. Check it on the page.',
      hold: 'acknowledge',
    });
  });
});

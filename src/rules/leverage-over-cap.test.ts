import { describe, expect, it } from 'vitest';
import { type ContextChange, ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import { leverageOverCap } from './leverage-over-cap.ts';

const d = decimal;
const at = (leverage: string, cap: string | null = null): ContextChange => ({
  order: { leverage: d(leverage) },
  preferences: { leverageCap: cap === null ? null : d(cap) },
});

it('is a notice from 20x', () => {
  expect(runRule(leverageOverCap, at('19.99'))).toEqual({ kind: 'clear' });
  expect(found(leverageOverCap, at('20'))).toEqual({
    level: 'notice',
    field: 'leverage',
    value: '20',
    threshold: '20',
    message: 'At 20x a small move takes the whole margin.',
  });
  expect(found(leverageOverCap, at('125'))?.level).toBe('notice');
});

it("is a warning that holds over the trader's own cap, and says what would mend it", () => {
  expect(found(leverageOverCap, at('10.5', '10'))).toEqual({
    level: 'warning',
    field: 'leverage',
    value: '10.5',
    threshold: '10',
    message: 'Leverage is 10.5x. Your cap is 10x.',
    hold: 'acknowledge',
    remedy: { text: 'Set the leverage to 10x or less.', figures: { leverage: '10' } },
  });
});

it('tells a fraction over the cap from the cap', () => {
  expect(found(leverageOverCap, at('5.05', '5'))?.message).toBe('Leverage is 5.05x. Your cap is 5x.');
});

it('allows the cap itself', () => {
  expect(runRule(leverageOverCap, at('10', '10'))).toEqual({ kind: 'clear' });
  expect(found(leverageOverCap, at('25', '25'))?.level).toBe('notice');
  expect(found(leverageOverCap, at('50', '25'))?.level).toBe('warning');
});

describe('raised since the ticket went isolated', () => {
  const switched = (earlierLeverage: string | null, leverage: string): ContextChange => ({
    ...at(leverage),
    earlierMode: 'cross',
    earlierLeverage: earlierLeverage === null ? null : d(earlierLeverage),
    exposure: { marginMode: 'isolated' },
  });

  it('is no cap with auto-add of margin on (MK-8, EX-1a)', () => {
    const change = switched('10', '50');
    expect(
      found(leverageOverCap, { ...change, order: { ...change.order, autoAddMargin: true } }),
    ).toMatchObject({
      level: 'warning',
      message:
        'You switched to isolated and raised the leverage from 10x to 50x. With auto-add of margin on, isolated does not cap the loss at the margin.',
    });
  });

  it('is a warning that does not hold, and says what it was (MK-8)', () => {
    expect(found(leverageOverCap, switched('10', '50'))).toEqual({
      level: 'warning',
      field: 'leverage',
      value: '50',
      threshold: '20',
      message:
        'You switched to isolated and raised the leverage from 10x to 50x. Isolated caps the loss at the margin; a small move now takes all of it.',
      remedy: { text: 'Set the leverage to 10x or less.', figures: { leverage: '10' } },
    });
  });

  it.each([
    ['as high as before', switched('50', '50'), 'notice'],
    ['lower than before', switched('100', '50'), 'notice'],
    ['not read before', switched(null, '50'), 'notice'],
    ['not high', switched('5', '19'), undefined],
    ['on cross', { ...switched('10', '50'), exposure: { marginMode: 'cross' as const } }, 'notice'],
    ['never on cross', { ...switched('10', '50'), earlierMode: null }, 'notice'],
    ['over the cap', { ...switched('10', '50'), preferences: { leverageCap: d('40') } }, 'warning'],
  ] as const)('%s it is %s', (_name, change, level) => {
    expect(found(leverageOverCap, change)?.level).toBe(level);
  });

  it('holds over the cap all the same', () => {
    const change = { ...switched('10', '50'), preferences: { leverageCap: d('40') } };
    expect(found(leverageOverCap, change)?.hold).toBe('acknowledge');
  });
});

it('cannot run on a leverage that was not read', () => {
  const { order } = ruleContext();
  const { leverage: _, ...rest } = order;
  expect(leverageOverCap.run({ ...ruleContext(), order: rest }, leverageOverCap.bands)).toEqual({
    kind: 'could-not-run',
  });
});

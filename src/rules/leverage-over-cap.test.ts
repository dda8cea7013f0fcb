import { expect, it } from 'vitest';
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

it('allows the cap itself', () => {
  expect(runRule(leverageOverCap, at('10', '10'))).toEqual({ kind: 'clear' });
  expect(found(leverageOverCap, at('25', '25'))?.level).toBe('notice');
  expect(found(leverageOverCap, at('50', '25'))?.level).toBe('warning');
});

it('cannot run on a leverage that was not read', () => {
  const { order } = ruleContext();
  const { leverage: _, ...rest } = order;
  expect(leverageOverCap.run({ ...ruleContext(), order: rest }, leverageOverCap.bands)).toEqual({
    kind: 'could-not-run',
  });
});

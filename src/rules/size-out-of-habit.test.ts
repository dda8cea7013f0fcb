import { describe, expect, it } from 'vitest';
import { order, position } from '../../test/support/engine-input.ts';
import { ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import { sizeOutOfHabit } from './size-out-of-habit.ts';

const past = (...sizes: string[]) => ({
  history: { recentSizes: sizes.map(decimal), timesAddedToLoser: 0 },
});
const usual = past('0.1', '0.1', '0.1', '0.1', '0.1');
const sized = (size: string) => ({ ...usual, order: { size: decimal(size) } });

describe('size-out-of-habit', () => {
  it.each([
    ['0.2999', undefined, undefined],
    ['0.3', 'notice', 'none'],
    ['0.4999', 'notice', 'none'],
    ['0.5', 'warning', 'acknowledge'],
    ['1000', 'warning', 'acknowledge'],
    ['0.001', undefined, undefined],
  ])('%s where 0.1 is usual is %s', (size, level, hold) => {
    const finding = found(sizeOutOfHabit, sized(size));
    expect([finding?.level, finding?.hold]).toEqual([level, hold]);
  });

  it('takes the middle of the orders before: one that was large does not hide the next', () => {
    const finding = found(sizeOutOfHabit, {
      ...past('0.1', '0.1', '0.1', '0.2', '50', '0.1'),
      order: { size: decimal('1') },
    });
    expect(finding?.value).toBe('10');
    // Between 0.1 and 0.3: 0.2.
    expect(
      found(sizeOutOfHabit, {
        ...past('0.3', '0.1', '0.1', '0.3', '0.1', '0.3'),
        order: { size: decimal('1') },
      })?.value,
    ).toBe('5');
  });

  it('says the usual size and what it would lose', () => {
    const context = sceneContext({ balance: '2000' }, order('BTC', 'long', '10', 'isolated'), {
      ...past('1', '1', '1', '1', '1'),
    });
    // Margin 100 x 1 / 10.
    expect(foundInScene(sizeOutOfHabit, context)).toEqual({
      level: 'warning',
      field: 'size',
      value: '10',
      threshold: '5',
      message: 'Size 10 is 10 times your usual 1 on this symbol (noted from 5 times).',
      hold: 'acknowledge',
      remedy: {
        text: 'Cut the size to 1, as usual: then it can lose $10 at worst.',
        figures: { size: '1', worstLoss: '10' },
      },
    });
    expect(found(sizeOutOfHabit, sized('1'))?.remedy).toBeUndefined();
  });

  it('promises no smaller loss where there is none', () => {
    const habit = past('1', '1', '1', '1', '1');
    // On cross a short can lose the 2,000 at any size.
    const short = sceneContext({ balance: '2000' }, order('BTC', 'short', '10', 'cross'), habit);
    expect(foundInScene(sizeOutOfHabit, short)?.remedy).toEqual({
      text: 'Cut the size to 1, as usual.',
      figures: { size: '1' },
    });
    // 10 against a long of 10 close it and leave nothing to lose; 1 would leave 9 of it.
    const held = { balance: '2000', positions: [position('BTC', 'long', '10', 'cross')] };
    const closing = sceneContext(held, order('BTC', 'short', '10', 'cross'), habit);
    expect(foundInScene(sizeOutOfHabit, closing)?.remedy).toBeUndefined();
    const leg = order('BTC', 'short', '10', 'isolated', { positionMode: 'hedge' });
    expect(foundInScene(sizeOutOfHabit, sceneContext(held, leg, habit))?.remedy?.figures).toEqual({
      size: '1',
      worstLoss: '10',
    });
  });

  it('knows no habit from fewer than five orders', () => {
    expect(runRule(sizeOutOfHabit, { order: { size: decimal('100') } })).toEqual({ kind: 'not-applicable' });
    const four = { ...past('1', '1', '1', '1'), order: { size: decimal('100') } };
    expect(runRule(sizeOutOfHabit, four)).toEqual({ kind: 'not-applicable' });
  });

  it('cannot run on a size that was not read', () => {
    const { size: _, ...rest } = ruleContext().order;
    expect(sizeOutOfHabit.run({ ...ruleContext(usual), order: rest }, sizeOutOfHabit.bands)).toEqual({
      kind: 'could-not-run',
    });
  });
});

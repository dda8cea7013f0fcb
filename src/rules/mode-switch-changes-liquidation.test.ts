import { describe, expect, it } from 'vitest';
import { order } from '../../test/support/engine-input.ts';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { modeSwitchChangesLiquidation as rule } from './mode-switch-changes-liquidation.ts';

const gone = unknown('missing-input', 'instruments.BTCUSDT.tiers');

describe('mode-switch-changes-liquidation', () => {
  it('says where the liquidation was and is, and fences the order in again', () => {
    expect(found(rule, { earlierMode: 'isolated' })).toEqual({
      level: 'notice',
      field: 'marginMode',
      value: '40161',
      threshold: '57229',
      message: 'You changed the mode from isolated to cross. Liquidation was at 57,229, now it is at 40,161.',
      remedy: { text: 'Switch to isolated with $300.', figures: { isolatedMargin: '300' } },
    });
  });

  it('says that there was no price before (EX-2b): 2,000 on cross, notional 2,000', () => {
    const ticket = order('BTC', 'long', '20', 'isolated');
    const context = sceneContext({ balance: '2000' }, ticket, { earlierMode: 'cross' });
    // EX-2a: isolated is liquidated 9.548 % below the entry. Nobody is advised to go back to cross.
    expect(foundInScene(rule, context)).toEqual({
      level: 'notice',
      field: 'marginMode',
      value: expect.stringMatching(/^90\.4522/),
      threshold: 'none',
      message:
        'You changed the mode from cross to isolated. Liquidation was at no price, now it is at 90.45.',
    });
  });

  it('names no price where it is due: that is where it would live again', () => {
    const { otherMode } = crossExposure;
    if ('known' in otherMode) throw new Error('the other mode is there');
    const due = { ...crossExposure.liquidation, distance: decimal('0') } as typeof otherMode.liquidation;
    const change = { otherMode: { ...otherMode, liquidation: due } };
    expect(found(rule, { earlierMode: 'isolated', exposure: change })).toMatchObject({
      threshold: 'due',
      message:
        'You changed the mode from isolated to cross. Liquidation was at the present mark, now it is at 40,161.',
    });
  });

  it('has nothing to say of a ticket that had no other mode, and is clear once it is back', () => {
    expect(runRule(rule)).toEqual({ kind: 'not-applicable' });
    expect(runRule(rule, { earlierMode: null })).toEqual({ kind: 'not-applicable' });
    expect(runRule(rule, { earlierMode: 'cross' })).toEqual({ kind: 'clear' });
  });

  it('is clear where the price stays', () => {
    const none = { kind: 'none' as const, why: 'hedged' as const };
    const { otherMode } = crossExposure;
    if ('known' in otherMode) throw new Error('the other mode is there');
    const change = { liquidation: none, otherMode: { ...otherMode, liquidation: none } };
    expect(runRule(rule, { earlierMode: 'isolated', exposure: change })).toEqual({ kind: 'clear' });
  });

  it.each([
    [{ marginMode: gone }],
    [{ liquidation: gone }],
    [{ otherMode: gone }],
    [{ otherMode: { ...crossExposure.otherMode, liquidation: gone } as typeof crossExposure.otherMode }],
  ])('cannot run without one of the two, %#', (exposure) => {
    expect(runRule(rule, { earlierMode: 'isolated', exposure })).toEqual({ kind: 'could-not-run' });
  });
});

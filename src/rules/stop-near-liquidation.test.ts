import { describe, expect, it } from 'vitest';
import { contract, order } from '../../test/support/engine-input.ts';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Liquidation } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import { stopNearLiquidation as rule } from './stop-near-liquidation.ts';

const d = decimal;
const gone = unknown('missing-input', 'instruments.BTCUSDT.tiers');

/**
 * EX-2a: 10x isolated from 100, liquidation at 90 / 0.995 = 90.4523, one tick before it 90.4623: a way of 9.5377. A tenth
 * of it is left at 91.4160. A short mirrors it: 110 / 1.005 = 109.4527, near end 109.4427, a tenth is left at 108.4985.
 */
const stopped = (side: 'long' | 'short', stopLoss: string, slippage: string) =>
  sceneContext(
    { balance: '2000', assumptions: { slippage: d(slippage) } },
    order('BTC', side, '20', 'isolated', { stopLoss: d(stopLoss) }),
  );

describe('stop-near-liquidation', () => {
  it.each([
    ['long', '91.41', '0', 'notice'],
    ['long', '91.42', '0', undefined],
    ['long', '90.47', '0', 'notice'],
    ['short', '108.5', '0', 'notice'],
    ['short', '108.49', '0', undefined],
    // After slippage of 0.1 % a long's stop has to stand at 91.5076.
    ['long', '91.5', '0.001', 'notice'],
    ['long', '91.51', '0.001', undefined],
    ['short', '108.4', '0.001', 'notice'],
    ['short', '108.39', '0.001', undefined],
  ] as const)('a %s with its stop at %s and slippage %s is %s', (side, stop, slippage, level) => {
    expect(foundInScene(rule, stopped(side, stop, slippage))?.level).toBe(level);
  });

  it('says how much is left, and where the stop would do', () => {
    // (91 - 90.4623) / 9.5377 = 5.6 %
    expect(foundInScene(rule, stopped('long', '91', '0'))).toEqual({
      level: 'notice',
      field: 'stopLoss',
      value: expect.stringMatching(/^0\.0563/),
      threshold: '0.1',
      message:
        'The stop at 91 leaves 5.6% of the way from entry to liquidation at 90.46. Below 10% a gap or a fast market can skip it.',
      remedy: { text: 'Set the stop to 91.42: then 10% of the way is left.', figures: { stopLoss: '91.42' } },
    });
    expect(foundInScene(rule, stopped('short', '109', '0'))?.remedy?.figures).toEqual({ stopLoss: '108.49' });
    expect(foundInScene(rule, stopped('long', '91', '0.001'))?.remedy?.figures).toEqual({
      stopLoss: '91.51',
    });
  });

  it('offers a stop that it finds no fault with', () => {
    for (const [side, stop] of [
      ['long', '90.6'],
      ['short', '109.3'],
    ] as const) {
      const better = foundInScene(rule, stopped(side, stop, '0.001'))?.remedy?.figures.stopLoss ?? '0';
      expect(rule.run(stopped(side, better, '0.001'), rule.bands)).toEqual({ kind: 'clear' });
    }
  });

  it('offers none where slippage alone is more than the way', () => {
    const tight = sceneContext(
      { balance: '2000', assumptions: { slippage: d('0.01') } },
      order('BTC', 'long', '20', 'isolated', { leverage: d('100'), stopLoss: d('99.9') }),
    );
    expect(foundInScene(rule, tight)).toMatchObject({ value: '0' });
    expect(foundInScene(rule, tight)?.remedy).toBeUndefined();
  });

  it("measures against the trader's own share of the way", () => {
    // (95.3 - 90.4623) / 9.5377 = 50.7 %, 95.2 leaves 49.7 %.
    const bands = { notice: d('0.5') };
    expect(foundInScene(rule, stopped('long', '95.3', '0'), bands)).toBeUndefined();
    expect(foundInScene(rule, stopped('long', '95.2', '0'), bands)).toMatchObject({ threshold: '0.5' });
  });

  it('counts an inverse contract by its prices too', () => {
    const inverse = contract({ kind: 'inverse', markPrice: d('50000'), tick: d('0.5') });
    const short = (stopLoss: string) =>
      sceneContext(
        { balance: '1', instruments: { BTC: inverse }, assumptions: { slippage: d('0') } },
        order('BTC', 'short', '10000', 'isolated', { price: d('50000'), stopLoss: d(stopLoss) }),
      );
    // 0.2 coins at 10x: margin 0.02 + 10,000 (1 / P - 1 / 50,000) = 0.005 x 10,000 / P: P = 0.995 x 10,000 / 0.18 = 55,277.8.
    expect(foundInScene(rule, short('54800'))?.level).toBe('notice');
    expect(foundInScene(rule, short('54700'))).toBeUndefined();
  });

  const order_ = { stopLoss: d('41000') };
  const parts = {
    amount: d('1'),
    price: d('41000'),
    priceLoss: d('1'),
    fees: d('0'),
    funding: d('0'),
    slippage: d('0'),
  };
  const losses = { ...crossExposure.losses, atStop: parts };
  const at = (liquidation: Liquidation | typeof gone) => ({
    order: order_,
    exposure: { losses, liquidation },
  });

  it('has nothing left where the near end reaches the stop, though the price itself does not', () => {
    // Near end 40,420; fills at 41,000 x 0.999 = 40,959: 539 / 19,580.
    expect(found(rule, at(crossExposure.liquidation as Liquidation))?.value).toBe('0.02752808');
    const wide: Liquidation = {
      kind: 'price',
      price: d('40161'),
      distance: d('0.3306'),
      range: { nearest: d('41000'), farthest: d('40161') },
    };
    expect(found(rule, at(wide))?.value).toBe('0');
  });

  it('is clear without a liquidation price, and where a hedged leg is liquidated on its winning side', () => {
    expect(runRule(rule, at({ kind: 'none', why: 'notional-within-collateral' }))).toEqual({ kind: 'clear' });
    const above: Liquidation = {
      kind: 'price',
      price: d('90000'),
      distance: d('0.5'),
      range: { nearest: d('87000'), farthest: d('90000') },
    };
    expect(runRule(rule, at(above))).toEqual({ kind: 'clear' });
  });

  it('leaves stops that cannot fill or stop nothing to their own rules', () => {
    for (const kind of ['stop-beyond-liquidation', 'stop-wrong-side'] as const)
      expect(
        runRule(rule, { order: order_, exposure: { losses: { ...losses, atStop: { kind, ...parts } } } }),
      ).toEqual({ kind: 'not-applicable' });
    expect(runRule(rule)).toEqual({ kind: 'not-applicable' });
  });

  it('cannot run on what is not known', () => {
    const cannot = { kind: 'could-not-run' };
    const unread = { ...reading({}), stopLoss: unknown('unparsable', 'stopLoss') };
    expect(runRule(rule, { reading: unread })).toEqual(cannot);
    expect(runRule(rule, { order: order_, exposure: { losses: { ...losses, atStop: gone } } })).toEqual(
      cannot,
    );
    expect(runRule(rule, at(gone))).toEqual(cannot);
    const { liquidation } = crossExposure;
    expect(
      runRule(rule, at({ ...liquidation, range: { nearest: gone, farthest: gone } } as Liquidation)),
    ).toEqual(cannot);
  });
});

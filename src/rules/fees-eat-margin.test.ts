import { describe, expect, it } from 'vitest';
import { contract, order, position } from '../../test/support/engine-input.ts';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { feesEatMargin } from './fees-eat-margin.ts';

const d = decimal;
const fee = d('0.0005');
const share = (roundTripOfMargin: string) => ({
  exposure: { fees: { ...crossExposure.fees, roundTripOfMargin: d(roundTripOfMargin) } },
});

/** EX-1c: notional 10,000 at 0.05 % both ways is 10 in fees. */
const at = (leverage: string, mode: 'isolated' | 'cross' = 'isolated') =>
  sceneContext(
    { balance: '2000', instruments: { BTC: contract({ takerFee: fee, makerFee: fee }) } },
    order('BTC', 'long', '100', mode, { leverage: d(leverage) }),
  );

describe('fees-eat-margin', () => {
  it.each(['isolated', 'cross'] as const)('takes 5 % of the margin at 50x on %s (EX-1c)', (mode) => {
    expect(foundInScene(feesEatMargin, at('50', mode))).toEqual({
      level: 'notice',
      field: 'fees',
      value: '0.05',
      threshold: '0.05',
      message: 'Opening and closing costs $10 in fees, 5% of the margin (noted from 5%).',
      // 10,000 / 49 = 204.0816…: 10 / 204.08 is 4.9 %.
      remedy: {
        text: 'Set the leverage to 49x or less: then $204.09 of margin stands behind it.',
        figures: { leverage: '49', initialMargin: expect.stringMatching(/^204\.0816326530/) },
      },
    });
  });

  it("says that a base fee is not this trader's own (CK-4)", () => {
    const assumed = [{ field: 'instruments.BTCUSDT.takerFee', value: '0.0005', why: 'base fee' }];
    const fees = { ...crossExposure.fees, roundTripOfMargin: d('0.05') };
    expect(found(feesEatMargin, { exposure: { fees, assumed } })?.message).toBe(
      'Opening and closing costs $6 in fees, 5% of the margin (noted from 5%). That is at usual rates; yours may differ.',
    );
  });

  it('takes 10 % at 100x, a warning that does not hold', () => {
    const finding = foundInScene(feesEatMargin, at('100'));
    expect(finding).toMatchObject({ level: 'warning', value: '0.1', threshold: '0.1' });
    expect(finding?.hold).toBeUndefined();
    expect(finding?.remedy?.figures.leverage).toBe('49');
  });

  it("mends it below the trader's own start", () => {
    const bands = { notice: d('0.02'), warning: d('0.08') };
    // 0.001 x 20 is 2 %, which is in the band: 19.
    expect(foundInScene(feesEatMargin, at('100'), bands)?.remedy?.figures.leverage).toBe('19');
    expect(foundInScene(feesEatMargin, at('19'), bands)).toBeUndefined();
  });

  it.each([
    ['0.0499999', undefined],
    ['0.05', 'notice'],
    ['0.0999999', 'notice'],
    ['0.1', 'warning'],
    ['4', 'warning'],
    ['-0.01', undefined],
  ])('a share of %s is %s', (value, level) => {
    expect(found(feesEatMargin, share(value))?.level).toBe(level);
  });

  it('of an order that turns a position round counts what opens', () => {
    const turning = (leverage: string) =>
      sceneContext(
        {
          balance: '2000',
          instruments: { BTC: contract({ takerFee: fee, makerFee: fee }) },
          positions: [position('BTC', 'long', '10', 'isolated', { margin: d('100') })],
        },
        order('BTC', 'short', '10.01', 'isolated', { leverage: d(leverage) }),
      );
    // 0.01 is opened: worth 1, fees 0.001, margin 0.1 at 10x and 0.01 at 100x.
    expect(foundInScene(feesEatMargin, turning('10'))).toBeUndefined();
    expect(foundInScene(feesEatMargin, turning('100'))).toMatchObject({
      value: '0.1',
      message: 'Opening and closing costs $0.01 in fees, 10% of the margin (noted from 10%).',
    });
  });

  it('counts an inverse contract in its coin', () => {
    const inverse = contract({ kind: 'inverse', markPrice: d('50000'), takerFee: fee, makerFee: fee });
    const context = sceneContext(
      { balance: '1', instruments: { BTC: inverse }, account: { currency: 'BTC' } },
      order('BTC', 'short', '10000', 'isolated', { price: d('50000'), leverage: d('100') }),
    );
    // 10,000 / 50,000 = 0.2 coins; fees 0.0002, margin 0.002.
    expect(foundInScene(feesEatMargin, context)).toMatchObject({
      value: '0.1',
      message: 'Opening and closing costs 0.0002 BTC in fees, 10% of the margin (noted from 10%).',
    });
  });

  it('offers nothing where leverage is not what sets the margin, or no engine is at hand', () => {
    expect(found(feesEatMargin, share('0.2'))?.remedy).toBeUndefined();
    const same = at('100');
    expect(foundInScene(feesEatMargin, { ...same, rerun: () => same.exposure })?.remedy).toBeUndefined();
  });

  it('cannot run without a fee, and has nothing to say of an order that takes no margin', () => {
    const gone = unknown('missing-input', 'instruments.BTCUSDT.takerFee');
    for (const fees of [{ roundTripOfMargin: gone }, { open: gone }, { close: gone }])
      expect(runRule(feesEatMargin, { exposure: { fees: { ...crossExposure.fees, ...fees } } })).toEqual({
        kind: 'could-not-run',
      });
    expect(runRule(feesEatMargin, { exposure: { initialMargin: d('0') } })).toEqual({
      kind: 'not-applicable',
    });
  });
});

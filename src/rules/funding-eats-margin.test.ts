import { describe, expect, it } from 'vitest';
import { contract, order } from '../../test/support/engine-input.ts';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { FlatPrice, OrderExposure } from '../domain/exposure.ts';
import { type Unknown, unknown } from '../domain/known.ts';
import { fundingEatsMargin } from './funding-eats-margin.ts';

const d = decimal;
const gone = unknown('missing-input', 'instruments.BTCUSDT.fundingRate');

/** MK-4: maintenance 0.5 %, entry fee 0.05 %, notional 10,000; funding by the day. */
const perDay = { '0.03': '0.0001', '0.15': '0.0005' } as const;
const at = (leverage: string, daily: keyof typeof perDay, mode: 'isolated' | 'cross' = 'isolated') =>
  sceneContext(
    {
      balance: '2000',
      instruments: {
        BTC: contract({ makerFee: d('0.0005'), takerFee: d('0.0005'), fundingRate: d(perDay[daily]) }),
      },
    },
    order('BTC', 'long', '100', mode, { leverage: d(leverage) }),
  );

const funding = (change: {
  readonly flatPrice?: FlatPrice | Unknown;
  readonly ofMargin?: OrderExposure['funding']['ofMargin'];
}) => ({ exposure: { funding: { ...crossExposure.funding, ...change } } });

describe('funding-eats-margin', () => {
  it('counts days at a flat price: 3 at 100x and 0.15 % a day (MK-4)', () => {
    // (100 margin - 50 maintenance - 5 fee) / 15 a day; at 33x funding takes 4.95 % of 303.03.
    expect(foundInScene(fundingEatsMargin, at('100', '0.15'))).toEqual({
      level: 'warning',
      field: 'funding',
      value: '3',
      threshold: '7',
      message:
        'If the price stands still, fees and funding alone liquidate this in 3 days. You want at least 7.',
      remedy: {
        text: 'Set the leverage to 33x or less: then $303.04 of margin stands behind it.',
        figures: { leverage: '33', initialMargin: expect.stringMatching(/^303\.0303/) },
      },
    });
  });

  it('says nothing of 15 days at 0.03 % a day, where funding takes 3 % of the margin (EX-1c)', () => {
    expect(foundInScene(fundingEatsMargin, at('100', '0.03'))).toBeUndefined();
  });

  it('notes the share of the margin where the days are many: 50x at 0.15 % is 7.5 %', () => {
    expect(foundInScene(fundingEatsMargin, at('50', '0.15'))).toMatchObject({
      level: 'notice',
      value: '0.075',
      threshold: '0.05',
      message: 'Funding for the time you plan to hold takes $15, 7.5% of the margin (noted from 5%).',
      remedy: { figures: { leverage: '33' } },
    });
  });

  it('takes the days alone as the reason where the share is small', () => {
    const bands = { notice: d('0.5'), warning: d('7') };
    // 7 days need 105 + 55 = 160 of margin: 62.5x; at 62x 161.29.
    expect(foundInScene(fundingEatsMargin, at('100', '0.15'), bands)?.remedy?.figures).toEqual({
      leverage: '62',
      initialMargin: expect.stringMatching(/^161\.29/),
    });
  });

  it('measures the whole pool on cross', () => {
    // (2,000 - 5 - 50) / 15 = 129 days; 15 of 1,000 margin.
    expect(foundInScene(fundingEatsMargin, at('10', '0.15', 'cross'))).toBeUndefined();
  });

  it('offers no leverage where the pool pays and leverage changes nothing', () => {
    const bands = { warning: d('200') };
    const finding = foundInScene(fundingEatsMargin, at('10', '0.15', 'cross'), bands);
    expect(finding).toMatchObject({ level: 'warning', threshold: '200' });
    expect(finding?.remedy).toBeUndefined();
  });

  it.each([
    ['0', 'warning'],
    ['6.999999', 'warning'],
    ['7', undefined],
    ['1095', undefined],
  ])('%s days are %s', (days, level) => {
    expect(found(fundingEatsMargin, funding({ flatPrice: { days: d(days) } }))?.level).toBe(level);
  });

  it('says that a rate the page does not show is the usual one (CK-4)', () => {
    const assumed = [
      { field: 'instruments.BTCUSDT.fundingRate', value: '0.0001', why: 'no rate on the page' },
    ];
    const { exposure } = funding({ flatPrice: { days: d('3') } });
    expect(found(fundingEatsMargin, { exposure: { ...exposure, assumed } })?.message).toBe(
      'If the price stands still, fees and funding alone liquidate this in 3 days. You want at least 7. That is at usual rates; yours may differ.',
    );
  });

  it.each([
    ['6.99', 'liquidate this in 6.9 days. You want at least 7.'],
    ['1.09', 'liquidate this in 1 day. You want at least 7.'],
    ['1', 'liquidate this in 1 day. You want at least 7.'],
    ['0.99', 'liquidate this in less than a day. You want at least 7 days.'],
    ['0.0001', 'liquidate this in less than a day. You want at least 7 days.'],
    ['0', 'at the present mark price this can be liquidated at once. You want at least 7 days.'],
  ])('%s days read well', (days, words) => {
    expect(found(fundingEatsMargin, funding({ flatPrice: { days: d(days) } }))?.message).toContain(words);
  });

  it.each([
    ['0.0499', undefined],
    ['0.05', 'notice'],
    ['9', 'notice'],
    ['-0.2', undefined],
  ])('%s of the margin is %s', (ofMargin, level) => {
    expect(found(fundingEatsMargin, funding({ ofMargin: d(ofMargin) }))?.level).toBe(level);
  });

  it.each(['funding-received', 'no-funding'] as const)('is clear of days with %s', (why) => {
    expect(runRule(fundingEatsMargin, funding({ flatPrice: { kind: 'never', why } }))).toEqual({
      kind: 'clear',
    });
  });

  it('cannot run on one measure while the other is unknown, unless the louder one is met', () => {
    const cannot = { kind: 'could-not-run' };
    expect(runRule(fundingEatsMargin, funding({ flatPrice: gone }))).toEqual(cannot);
    expect(runRule(fundingEatsMargin, funding({ ofMargin: gone }))).toEqual(cannot);
    expect(runRule(fundingEatsMargin, funding({ flatPrice: gone, ofMargin: d('0.2') }))).toEqual(cannot);
    expect(found(fundingEatsMargin, funding({ flatPrice: { days: d('2') }, ofMargin: gone }))?.level).toBe(
      'warning',
    );
  });

  it('has nothing to say of an order that takes no margin', () => {
    expect(runRule(fundingEatsMargin, { exposure: { initialMargin: d('0') } })).toEqual({
      kind: 'not-applicable',
    });
  });
});

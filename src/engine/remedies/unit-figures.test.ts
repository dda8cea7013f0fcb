import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Order } from '../../domain/order.ts';
import type { VenueRules } from '../../domain/venue.ts';

const d = decimal;
type Mode = 'cross' | 'isolated';

/** Taker 0.05 %, maker 0.02 %: a unit at 100 with 10x takes 10 of margin and 0.02 of fee. */
const charged = { BTC: contract({ takerFee: d('0.0005'), makerFee: d('0.0002') }) };

/** The largest size that 500 hold, where no loss is too large. */
function held(mode: Mode, rules: Partial<VenueRules>, change: Partial<Order> = {}, instruments = charged) {
  const { fittingSize } = assessOrder({
    balance: '500',
    instruments,
    rules,
    assumptions: { maxLoss: d('99999') },
    order: { ...order('BTC', 'long', '20', mode), ...change },
  }).remedies;
  expect(fittingSize).toMatchObject({ bindingLimit: 'margin-available' });
  return 'size' in fittingSize ? fittingSize.size : null;
}

/** 500 / 10.02 */
const marginAndFee = '49.9001996';

describe('what a unit takes of the money there is', () => {
  it('margin and opening fee', () => {
    expect(held('cross', {})).toBe(marginAndFee);
    expect(held('isolated', {})).toBe(marginAndFee);
    expect(held('isolated', { costIncludes: 'margin+open-fee' })).toBe(marginAndFee);
  });

  it('margin alone where the opening fee comes out of isolated margin', () => {
    expect(held('isolated', { openFeeFromMargin: true })).toBe('50');
    expect(held('cross', { openFeeFromMargin: true })).toBe(marginAndFee);
  });

  it('the closing fee at the bankruptcy price where the venue holds it back', () => {
    // Long: 0.05 % of 90; short: of 110. 500 / 10.065 and 500 / 10.075.
    const rules = { costIncludes: 'margin+open+close-fee' } as const;
    expect(held('isolated', rules)).toBe('49.67709885');
    expect(held('cross', rules)).toBe('49.67709885');
    expect(held('cross', rules, { side: 'short' })).toBe('49.62779156');
  });

  it('the same where it is part of the cross margin, and once where it is both', () => {
    const inMargin = { marginIncludesClosingFee: true };
    const both = { ...inMargin, costIncludes: 'margin+open+close-fee' } as const;
    expect(held('cross', inMargin)).toBe('49.67709885');
    expect(held('isolated', inMargin)).toBe(marginAndFee);
    expect(held('cross', both)).toBe('49.67709885');
    expect(held('isolated', both)).toBe('49.67709885');
  });
});

describe('what a unit is down at once, bought at 105 with the mark at 100', () => {
  const free = { BTC: contract() };
  const dear = { price: d('105') };
  const opening = { costIncludesOpenLoss: true };

  it('on isolated is asked for where the venue counts it', () => {
    // 500 / 10.5; 500 / 15.5.
    expect(held('isolated', {}, dear, free)).toBe('47.61904761');
    expect(held('isolated', opening, dear, free)).toBe('32.25806451');
  });

  it('on cross comes out of equity, and once', () => {
    expect(held('cross', {}, dear, free)).toBe('32.25806451');
    expect(held('cross', opening, dear, free)).toBe('32.25806451');
  });

  it('is nothing where it is bought below the mark', () => {
    // 500 / 9.5
    expect(held('isolated', opening, { price: d('95') }, free)).toBe('52.63157894');
    expect(held('isolated', opening, { price: d('105'), side: 'short' }, free)).toBe('47.61904761');
  });
});

describe('a margin that was typed', () => {
  const sizeOf = (mode: Mode, balance: string, maxLoss: string) =>
    assessOrder({
      balance,
      instruments: charged,
      assumptions: { maxLoss: d(maxLoss) },
      order: order('BTC', 'short', '20', mode, { margin: d('10') }),
    }).remedies.fittingSize;

  it('does not grow with the size: only the fee does', () => {
    // 10 + 0.02 s <= 50; 10 + 0.02 s <= 100.
    expect(sizeOf('isolated', '1000', '50')).toMatchObject({
      size: '2000',
      bindingLimit: 'max-loss',
      loss: '50',
    });
    expect(sizeOf('isolated', '100', '5000')).toMatchObject({
      size: '4500',
      bindingLimit: 'margin-available',
    });
    expect(sizeOf('isolated', '1000', '9.99')).toEqual({ kind: 'none', why: 'no-size-fits' });
  });

  it('does not count on cross', () => {
    expect(sizeOf('cross', '501', '5000')).toMatchObject({ size: '50', bindingLimit: 'margin-available' });
  });
});

it('a rate that is the same at every size draws a straight line, whatever its quotients', () => {
  // Inverse at 3 with 2x: a unit takes 1/6, 2 coins hold 12.
  const { fittingSize } = assessOrder({
    balance: '2',
    instruments: { BTC: contract({ kind: 'inverse', markPrice: d('3') }) },
    assumptions: { maxLoss: d('9') },
    order: order('BTC', 'short', '20', 'isolated', { price: d('3'), leverage: d('2') }),
  }).remedies;
  expect(fittingSize).toMatchObject({ bindingLimit: 'margin-available' });
  expect('size' in fittingSize ? Number(fittingSize.size) : null).toBeCloseTo(12, 7);
});

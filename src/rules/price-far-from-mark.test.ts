import { describe, expect, it } from 'vitest';
import { type ContextChange, crossInput, ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import { priceFarFromMark } from './price-far-from-mark.ts';

/** The mark is 60,000. */
const at = (side: 'long' | 'short', price: string): ContextChange => ({
  order: { side, price: decimal(price) },
});
const unread = (price: string): ContextChange => ({
  reading: reading({ price }),
  order: { type: 'other', price: decimal(price) },
});

describe('price-far-from-mark', () => {
  it.each([
    ['long', '62999.9', undefined, undefined],
    ['long', '63000', 'notice', 'none'],
    ['long', '65999', 'notice', 'none'],
    ['long', '66000', 'warning', 'acknowledge'],
    ['long', '600000', 'warning', 'acknowledge'],
    ['long', '6000', undefined, undefined],
    ['short', '57000.1', undefined, undefined],
    ['short', '57000', 'notice', 'none'],
    ['short', '54000', 'warning', 'acknowledge'],
    ['short', '6000', 'warning', 'acknowledge'],
    ['short', '600000', undefined, undefined],
  ] as const)('a %s limit at %s is %s', (side, price, level, hold) => {
    const finding = found(priceFarFromMark, at(side, price));
    expect([finding?.level, finding?.hold]).toEqual([level, hold]);
  });

  it('says how far, and which price would do', () => {
    expect(found(priceFarFromMark, at('short', '54000'))).toEqual({
      level: 'warning',
      field: 'price',
      value: '0.1',
      threshold: '0.1',
      message:
        'The limit at 54,000 is 10% worse than the mark at 60,000 (from 10% on it looks like a slip). It can fill at once.',
      hold: 'acknowledge',
      remedy: { text: 'Set the limit to 60,000 or better.', figures: { price: '60000' } },
    });
    expect(runRule(priceFarFromMark, at('short', '60000'))).toEqual({ kind: 'clear' });
  });

  it('does not concern orders that are no limit', () => {
    expect(runRule(priceFarFromMark, { order: { type: 'market' } })).toEqual({ kind: 'not-applicable' });
    const stop = { order: { type: 'other' as const, price: decimal('70000') } };
    expect(runRule(priceFarFromMark, stop)).toEqual({ kind: 'not-applicable' });
    const page = { ...stop, reading: reading({ orderType: 'other' }) };
    expect(runRule(priceFarFromMark, page)).toEqual({ kind: 'not-applicable' });
  });

  it('cannot tell of a type that was not read whether such a price is a slip', () => {
    expect(runRule(priceFarFromMark, unread('70000'))).toEqual({ kind: 'could-not-run' });
    expect(runRule(priceFarFromMark, unread('60500'))).toEqual({ kind: 'clear' });
  });

  it('cannot run without a mark or a price', () => {
    const { price: _, ...rest } = ruleContext().order;
    expect(priceFarFromMark.run({ ...ruleContext(), order: rest }, priceFarFromMark.bands)).toEqual({
      kind: 'could-not-run',
    });
    for (const instruments of [{}, { BTCUSDT: { kind: 'linear' as const } }])
      expect(runRule(priceFarFromMark, { input: { ...crossInput, instruments } })).toEqual({
        kind: 'could-not-run',
      });
  });
});

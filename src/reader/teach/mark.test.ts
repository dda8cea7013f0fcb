import { describe, expect, it } from 'vitest';
import { stableName } from './mark.ts';
import { meaningKey, spoken } from './spoken.ts';
import { leadOf, trailOf } from './taught-rung.ts';

describe('a name its makers gave', () => {
  it.each([
    ['order-size', 'order-size', 'is'],
    ['limitPrice-1234', 'limitPrice-', 'starts'],
    ['unitAmount-156', 'unitAmount-', 'starts'],
    ['qty_buy', 'qty_buy', 'is'],
    ['oui-order-entry:price', 'oui-order-entry:price', 'is'],
  ])('%s is one', (value, kept, match) => {
    expect(stableName('id', value)).toEqual({ name: 'id', value: kept, match });
  });

  it.each([
    ':r5:',
    'mui-12',
    'input-3',
    'radix-:r1:',
    'css-1q2w3e',
    'sc-bdVaJx',
    'xkcdfg',
    '42',
    '',
    'el-id-8843-17',
    'ab1',
  ])('%s is none', (value) => {
    expect(stableName('id', value)).toBeNull();
  });
});

describe('words of the page', () => {
  it('stay the same from contract to contract and from figure to figure', () => {
    expect(spoken('Nunua BTC', ['BTC', 'USDT'])).toBe('nunua @');
    expect(spoken('Nunua  ETH:', ['ETH', 'USDT'])).toBe('nunua @');
    expect(spoken('Chagua 0.25 sasa', [])).toBe('chagua # sasa');
  });

  it('keep their meaning whatever leverage stands beside them', () => {
    expect(meaningKey('Pekee 20x')).toBe('pekee');
    expect(meaningKey('PEKEE\n125×')).toBe('pekee');
    expect(meaningKey('20x')).toBe('');
  });

  it('before and behind a figure are told from it', () => {
    expect(leadOf('Salio: 1,000 USDT')).toBe('Salio:');
    expect(leadOf('Salio ≈ $1,000')).toBe('Salio ≈ ');
    expect(leadOf('1,000 USDT')).toBe('');
    expect(leadOf('USDT')).toBe('');
    expect(trailOf('20 mara')).toBe('mara');
    expect(trailOf('1,000')).toBe('');
  });
});

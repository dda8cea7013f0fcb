import { expect, it } from 'vitest';
import { isOrderWord } from './is-order-word.ts';

it.each(['Available', 'BTC', 'USDT', 'BTCUSDT', 'Perpetual', 'PERP', 'Swap', '永续'])(
  'takes %s for a word of an order screen',
  (word) => {
    expect(isOrderWord(word)).toBe(true);
  },
);

it.each(['JANE', 'JANEDOE', 'DOE', 'JANEUSDT', 'Sol', 'Jane'])('takes %s for no such word', (word) => {
  expect(isOrderWord(word)).toBe(false);
});

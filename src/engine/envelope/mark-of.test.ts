import { expect, it } from 'vitest';
import { contract, position, sceneInput } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import { markOf } from './mark-of.ts';

const { markPrice: _mark, ...unmarked } = contract();
const { markPrice: _at, ...silent } = position('ETH', 'long', '1', 'cross');
const input = sceneInput({
  instruments: { BTC: contract({ markPrice: decimal('101') }), ETH: unmarked },
  positions: [
    position('BTC', 'long', '1', 'cross', { markPrice: decimal('102') }),
    silent,
    position('ETH', 'short', '1', 'cross', { markPrice: decimal('103') }),
    position('SOL', 'long', '1', 'cross', { markPrice: decimal('104') }),
  ],
});

it("is the contract's, else that of the first position which shows one", () => {
  expect(markOf(input, 'BTC')).toBe('101');
  expect(markOf(input, 'ETH')).toBe('103');
  expect(markOf(input, 'SOL')).toBe('104');
  expect(markOf(input, 'XRP')).toBeUndefined();
});

it('is none for a symbol that is the name of a property every object has', () => {
  expect(markOf(input, 'constructor')).toBeUndefined();
  expect(markOf(input, '__proto__')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { contract, position, sceneInput } from '../../test/support/engine-input.ts';
import type { MarginMode, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { type Amount, figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { inMode } from './in-mode.ts';

const d = decimal;

/** Cash 1,000 and the positions once an order on BTC in a mode holds; a position takes 100 of margin. */
function account(
  mode: MarginMode | Unknown,
  modeScope: VenueRules['modeScope'],
  positions: readonly Position[],
  more: Partial<VenueRules> = {},
) {
  const rules = { ...baseRules, modeScope, ...more };
  const contracts = new Contracts({ BTC: contract(), ETH: contract() }, rules);
  const state = accountState(sceneInput({ balance: '1000', positions }).account, contracts, rules);
  const text = (amount: Amount) => (isUnknown(amount) ? amount.missing?.join(' ') : figure(amount));
  const { crossBalance, holdings } = inMode(state, mode, 'BTC', rules);
  return [
    text(crossBalance),
    ...holdings.map(({ terms }) =>
      [isUnknown(terms.mode) ? '?' : terms.mode, terms.mode === 'isolated' ? text(terms.margin) : '']
        .join(' ')
        .trim(),
    ),
  ];
}

const btc = position('BTC', 'long', '10', 'cross');
const eth = position('ETH', 'long', '10', 'cross');
const alone = (symbol: string) => position(symbol, 'long', '10', 'isolated', { margin: d('60') });

it('takes the positions of the symbol along, or all of them where the mode is that of the account', () => {
  expect(account('isolated', 'symbol', [btc, eth])).toEqual(['900', 'isolated 100', 'cross']);
  expect(account('isolated', 'account', [btc, eth])).toEqual(['800', 'isolated 100', 'isolated 100']);
  expect(account('cross', 'symbol', [alone('BTC'), alone('ETH')])).toEqual(['1060', 'cross', 'isolated 60']);
  expect(account('cross', 'account', [alone('BTC'), alone('ETH')])).toEqual(['1120', 'cross', 'cross']);
});

it('changes nothing where each order or position has its own, where the mode is the same, or where it is not known', () => {
  expect(account('isolated', 'order', [btc])).toEqual(['1000', 'cross']);
  expect(account('isolated', 'position', [btc])).toEqual(['1000', 'cross']);
  expect(account('cross', 'symbol', [btc])).toEqual(['1000', 'cross']);
  expect(account('isolated', 'symbol', [alone('BTC')])).toEqual(['1000', 'isolated 60']);
  expect(account(unknown('missing-input', 'order.marginMode'), 'symbol', [btc])).toEqual(['1000', 'cross']);
  const { marginMode: _, ...modeless } = btc;
  expect(account('isolated', 'symbol', [modeless])).toEqual(['1000', '?']);
});

it('assigns the margin of isolated, valued where the venue values it in that mode', () => {
  const risen = { ...btc, markPrice: d('110') };
  expect(account('isolated', 'symbol', [risen], { initialMarginAt: 'mark' })[0]).toBe('890');
  expect(account('isolated', 'symbol', [risen], { crossInitialMarginAt: 'mark' })[0]).toBe('900');
});

it('leaves the cash unknown where the margin is', () => {
  const { leverage: _leverage, ...bare } = btc;
  expect(account('isolated', 'symbol', [bare])).toEqual([
    'account.positions[0].leverage',
    'isolated account.positions[0].leverage',
  ]);
});

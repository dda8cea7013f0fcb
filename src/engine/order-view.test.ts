import { expect, it } from 'vitest';
import { assessOrder, contract, order, position, sceneInput } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';
import { baseRules } from '../venues/base-rules.ts';
import { accountState } from './account-state.ts';
import { figure } from './amount.ts';
import { Contracts } from './contract.ts';
import { orderView } from './order-view.ts';

const held = position('BTC', 'long', '10', 'isolated', { margin: decimal('100') });
const { leverage: _leverage, ...closing } = order('BTC', 'short', '10', 'isolated', { effect: 'close' });

it('an order that only closes takes no margin, whatever its leverage', () => {
  expect(assessOrder({ balance: '50', positions: [held], order: closing })).toMatchObject({
    initialMargin: '0',
  });
  // 1,000 at 10x.
  const opening = order('BTC', 'long', '10', 'isolated');
  expect(assessOrder({ balance: '500', order: opening })).toMatchObject({ initialMargin: '100' });
});

it('coins put up for an isolated order are margin at the mark; on cross they are not put up', () => {
  const put = (mode: 'cross' | 'isolated') => {
    const { initialMargin } = assessOrder({
      balance: '500',
      instruments: { BTC: contract({ markPrice: decimal('110') }) },
      order: order('BTC', 'long', '10', mode, { collateralCoins: decimal('2') }),
    });
    return initialMargin;
  };
  // 2 at 110; 1,000 at 10x.
  expect(put('isolated')).toBe('220');
  expect(put('cross')).toBe('100');
});

it('an order that leaves nothing open has a view without a position, its margin and its liquidation', () => {
  const { account, instruments } = sceneInput({ balance: '50', positions: [held] });
  const contracts = new Contracts(instruments, baseRules);
  const state = accountState(account, contracts, baseRules);
  const view = orderView(closing, 'isolated', state, contracts.of('BTC'), baseRules);
  expect(view.own).toBeNull();
  expect([view.ownMargin, view.orderMargin].map(figure)).toEqual(['0', '0']);
  expect(view.liquidation).toEqual({ kind: 'none', why: 'no-position' });
});

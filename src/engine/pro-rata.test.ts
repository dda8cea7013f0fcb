import { expect, it } from 'vitest';
import { assessScene, contract, position } from '../../test/support/engine-input.ts';
import { decimal } from '../domain/decimal-string.ts';

/** A pool spread by value (KuCoin): the value is that at the mark, also where maintenance is valued at entry. */

it('a shock liquidates the one whose share by its shocked value is too small', () => {
  const rules = { crossPool: 'pro-rata', maintenanceAt: 'entry' } as const;
  const instruments = {
    BTC: contract({ rate: '0.05' }),
    ETH: contract({ rate: '0.001' }),
  };
  // Values at entry 4,000 and 1,000, at the mark 1,000 and 1,000.
  const positions = (btc: string, eth: string) => [
    position('BTC', 'long', '10', 'cross', { entryPrice: decimal('400'), markPrice: decimal(btc) }),
    position('ETH', 'long', '10', 'cross', { markPrice: decimal(eth) }),
  ];
  const before = assessScene({ balance: '3580', instruments, rules, positions: positions('100', '100') });
  const shock = before.shocks.find(({ move, scope }) => move === '-0.1' && scope === 'together');
  const there = assessScene({ balance: '3580', instruments, rules, positions: positions('90', '90') });
  // Equity 580 - 200 = 380: half of it, 190, is less than the 200 that BTC asks for; four fifths would not be.
  expect(shock).toMatchObject({ equity: '380', liquidated: ['BTC long'] });
  expect(
    there.positions.map(({ liquidation }) => 'distance' in liquidation && liquidation.distance === '0'),
  ).toEqual([true, false]);
});

import { describe, expect, it } from 'vitest';
import {
  assessOrder,
  assessScene,
  contract,
  liquidationPercent,
  number,
  order,
  position,
} from '../../test/support/engine-input.ts';
import type { CoinHolding } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Exposure, Shock } from '../domain/exposure.ts';
import type { Order } from '../domain/order.ts';

/** The worked examples of the five source documents, at their own numbers: entry price 100 stands for 100 %. */

function shock(
  shocks: readonly Shock[],
  scope: Shock['scope'],
  move: string,
  marginMode: Shock['marginMode'],
): Shock {
  const found = shocks.find(
    (each) => each.scope === scope && each.move === move && each.marginMode === marginMode,
  );
  if (found === undefined) throw new Error(`no shock ${scope} ${move} ${marginMode}`);
  return found;
}

/** Isolated margin plus PnL: what is left of it. */
function leftOf(exposure: Exposure, index: number, margin: number): number {
  return margin + number(exposure.positions[index]?.unrealisedPnl);
}

const maintenanceOf = (exposure: Exposure) =>
  exposure.positions.reduce((sum, { maintenanceMargin }) => sum + number(maintenanceMargin), 0);

describe('EX-1: isolated margin of 100', () => {
  const ticket = order('BTC', 'long', '10', 'isolated', { margin: decimal('100') });

  it('EX-1a: the loss is limited to the margin; with auto-add the wallet joins it', () => {
    const capped = assessOrder({ balance: '1000', order: ticket });
    expect(capped.losses.worst).toEqual({ amount: '100', why: 'isolated-margin' });
    expect(capped.leftOut).toContain('liquidation-fee');
    const added = assessOrder({ balance: '1000', order: { ...ticket, autoAddMargin: true } });
    expect(added.losses.worst).toEqual({ amount: '1000', why: 'cross-scope' });
    expect(added.idle).toMatchObject({ balance: '900', atRisk: '900' });
  });

  it('EX-1b: two isolated positions have two liquidation prices, and one does not move the other', () => {
    const eth = position('ETH', 'short', '10', 'isolated', { margin: decimal('100') });
    const both = (btcMark: string) =>
      assessScene({
        balance: '0',
        positions: [
          position('BTC', 'long', '10', 'isolated', { margin: decimal('100'), markPrice: decimal(btcMark) }),
          eth,
        ],
      }).positions;
    const [before, after] = [both('100'), both('95')];
    expect(liquidationPercent(before[0]?.liquidation)).toBeCloseTo(-9.548, 3);
    expect(liquidationPercent(before[1]?.liquidation)).toBeCloseTo(9.453, 3);
    expect(after[1]).toEqual(before[1]);
  });

  it.each([
    ['50', -1.508, 1.493, 0.05, 0.015],
    ['100', -0.503, 0.498, 0.1, 0.03],
  ])(
    'EX-1c: at %sx liquidation is near and the round trip and a day of funding eat the margin',
    (leverage, long, short, fees, funding) => {
      const instruments = {
        BTC: contract({
          takerFee: decimal('0.0005'),
          makerFee: decimal('0.0005'),
          fundingRate: decimal('0.0001'),
        }),
      };
      const at = (side: 'long' | 'short') =>
        assessOrder({
          balance: '1000',
          instruments,
          order: order('BTC', side, '10', 'isolated', { leverage: decimal(leverage) }),
        });
      expect(liquidationPercent(at('long').liquidation)).toBeCloseTo(long, 3);
      expect(liquidationPercent(at('short').liquidation)).toBeCloseTo(short, 3);
      expect(number(at('long').fees.roundTripOfMargin)).toBeCloseTo(fees, 12);
      expect(number(at('long').funding.ofMargin)).toBeCloseTo(funding, 12);
    },
  );

  it('EX-1e: a cross long has the farther liquidation and the larger loss than the same isolated', () => {
    const exposure = assessOrder({
      balance: '150',
      order: order('ETH', 'long', '20', 'isolated', { leverage: decimal('25') }),
    });
    const cross = exposure.otherMode;
    if ('known' in cross) throw new Error('the other mode is known');
    expect(liquidationPercent(cross.liquidation)).toBeLessThan(liquidationPercent(exposure.liquidation));
    expect(number((cross.losses.worst as { amount: string }).amount)).toBeGreaterThan(
      number((exposure.losses.worst as { amount: string }).amount),
    );
  });
});

describe('EX-2: account of 2,000, BTC long 10x and ETH short 5x', () => {
  const btc = order('BTC', 'long', '20', 'isolated');

  it('EX-2a: isolated, a fall of 8 % takes 160 of 200 and leaves the idle 1,800 alone', () => {
    const exposure = assessOrder({ balance: '2000', order: btc });
    const fallen = shock(exposure.shocks, 'this', '-0.08', 'isolated');
    expect(fallen).toMatchObject({ loss: '160', equity: '1840', marginRatio: '0.23', liquidated: [] });
    expect(exposure.idle).toEqual({ balance: '1800', atRisk: '0', atLiquidation: '0', share: '0' });
    expect(liquidationPercent(exposure.liquidation)).toBeCloseTo(-9.548, 3);
    const atThatPrice = assessScene({
      balance: '1800',
      positions: [
        position('BTC', 'long', '20', 'isolated', { margin: decimal('200'), markPrice: decimal('92') }),
      ],
    });
    expect(atThatPrice.positions[0]).toMatchObject({ unrealisedPnl: '-160', maintenanceMargin: '9.2' });
    expect(atThatPrice.marginRatio.after).toBe('0.23');
    expect(leftOf(atThatPrice, 0, 200)).toBe(40);
    expect(leftOf(atThatPrice, 0, 200) - maintenanceOf(atThatPrice)).toBeCloseTo(30.8, 12);
    expect(atThatPrice.equity.after).toBe('1840');
    const withoutMaintenance = assessOrder({
      balance: '2000',
      instruments: { BTC: contract({ rate: '0' }) },
      order: btc,
    });
    expect(liquidationPercent(withoutMaintenance.liquidation)).toBe(-10);
  });

  it('EX-2b: on cross the same has no liquidation price, can lose 2,000, and 1,800 idle is at risk', () => {
    const exposure = assessOrder({ balance: '2000', order: { ...btc, marginMode: 'cross' } });
    expect(exposure.liquidation).toEqual({ kind: 'none', why: 'notional-within-collateral' });
    expect(exposure.losses.worst).toMatchObject({ amount: '2000' });
    expect(exposure.idle).toMatchObject({ balance: '1800', atRisk: '1800', share: '0.9' });
    expect(exposure.plannedVersusExposed.ratio).toBe('10');
    const fallen = shock(exposure.shocks, 'this', '-0.08', 'cross');
    expect(fallen).toMatchObject({ equity: '1840', loss: '160', marginRatio: '0.005', liquidated: [] });
    expect(number(fallen.loss) / number(exposure.equity.before)).toBe(0.08);
    expect(exposure.plannedVersusExposed).toMatchObject({ planned: '200', exposed: '2000' });
  });

  it('EX-2c: with the ETH short, both moved 8 % against: 240 lost, 1,760 left, 0.83 %', () => {
    const held = position('BTC', 'long', '20', 'cross');
    const exposure = assessOrder({
      balance: '2000',
      positions: [held],
      order: order('ETH', 'short', '10', 'cross', { leverage: decimal('5') }),
    });
    const both = shock(exposure.shocks, 'together', '0.08', 'cross');
    expect(both).toMatchObject({ loss: '240', equity: '1760', liquidated: [] });
    expect(number(both.marginRatio)).toBeCloseTo(0.0083, 4);
    expect(number(both.loss) / number(exposure.equity.before)).toBe(0.12);
    expect(number(both.marginRatio) * 1760).toBeCloseTo(14.6, 10);
    const isolated = assessOrder({
      balance: '1800',
      positions: [{ ...held, marginMode: 'isolated', margin: decimal('200') }],
      order: order('ETH', 'short', '10', 'isolated', { leverage: decimal('5') }),
    });
    expect(isolated.idle.balance).toBe('1600');
    expect(shock(isolated.shocks, 'together', '0.08', 'isolated')).toMatchObject({
      equity: '1760',
      loss: '240',
      marginRatio: '0.045',
    });
    const moved = assessScene({
      balance: '1600',
      positions: [
        position('BTC', 'long', '20', 'isolated', { margin: decimal('200'), markPrice: decimal('92') }),
        position('ETH', 'short', '10', 'isolated', { margin: decimal('200'), markPrice: decimal('108') }),
      ],
    });
    expect([leftOf(moved, 0, 200), leftOf(moved, 1, 200)]).toEqual([40, 120]);
    expect(moved.positions.map(({ maintenanceMargin }) => maintenanceMargin)).toEqual(['9.2', '5.4']);
    expect(maintenanceOf(moved)).toBeCloseTo(14.6, 12);
  });

  it('EX-2d: idle money is exposed to the ETH loss on cross and not on isolated', () => {
    const at = (marginMode: 'cross' | 'isolated') =>
      assessOrder({
        balance: '2000',
        positions: [position('BTC', 'long', '20', 'cross')],
        order: order('ETH', 'short', '10', marginMode, { leverage: decimal('5') }),
      });
    expect(at('cross').idle.atRisk).toBe('1600');
    expect(at('cross').positions[0]?.exposedToThisOrder).toBe(true);
    expect(at('isolated').idle.atRisk).toBe('0');
    expect(at('isolated').positions[0]?.exposedToThisOrder).toBe(false);
  });

  it('EX-2e: the ETH leg alone and both legs together', () => {
    const eth = (side: 'long' | 'short', marginMode: 'cross' | 'isolated', positions = [] as never[]) =>
      liquidationPercent(
        assessOrder({
          balance: '2000',
          positions,
          order: order('ETH', side, '10', marginMode, { leverage: decimal('5') }),
        }).liquidation,
      );
    expect(eth('short', 'isolated')).toBeCloseTo(19.403, 3);
    expect(eth('long', 'isolated')).toBeCloseTo(-19.598, 3);
    expect(eth('short', 'cross')).toBeCloseTo(198.5, 1);
    const flatBtc = assessOrder({
      balance: '2000',
      positions: [position('BTC', 'long', '20', 'cross')],
      order: order('ETH', 'short', '10', 'cross', { leverage: decimal('5') }),
    });
    expect(liquidationPercent(flatBtc.liquidation)).toBeCloseTo(197.5, 1);
    const risen = assessScene({
      balance: '2000',
      positions: [
        position('BTC', 'long', '20', 'cross'),
        position('ETH', 'short', '10', 'cross', { markPrice: decimal('108') }),
      ],
    });
    expect(liquidationPercent(risen.positions[0]?.liquidation)).toBeCloseTo(-95.7, 1);
  });

  it('EX-2e: both against together are liquidated at 66.3 %', () => {
    const at = (fall: number) =>
      assessScene({
        balance: '2000',
        positions: [
          position('BTC', 'long', '20', 'cross', { markPrice: decimal(String(100 - fall)) }),
          position('ETH', 'short', '10', 'cross', { markPrice: decimal(String(100 + fall)) }),
        ],
      }).marginRatio.after;
    expect(number(at(66.2))).toBeLessThan(1);
    expect(number(at(66.4))).toBeGreaterThan(1);
  });

  it('EX-2g: what is left out is listed', () => {
    const { leftOut } = assessOrder({ balance: '2000', order: btc });
    expect(leftOut).toEqual(['liquidation-fee', 'partial-liquidation', 'auto-deleveraging', 'open-orders']);
  });
});

it('EX-3: 250 isolated can lose 250', () => {
  const ticket = order('BTC', 'long', '50', 'isolated', { leverage: decimal('20') });
  expect(assessOrder({ balance: '1000', order: ticket }).losses.worst).toEqual({
    amount: '250',
    why: 'isolated-margin',
  });
});

describe('EX-4: account of 1,000 with three positions of 1,000 at 5x', () => {
  const leverage = decimal('5');
  const held = (symbol: string, marginMode: 'cross' | 'isolated') =>
    position(symbol, 'long', '10', marginMode, {
      leverage,
      ...(marginMode === 'isolated' ? { margin: decimal('200') } : {}),
    });
  const third = (marginMode: 'cross' | 'isolated', side: 'long' | 'short' = 'long') =>
    order('SOL', side, '10', marginMode, { leverage });

  it('EX-4a: isolated, a fall of one by 15 % takes 150, at most 200, and leaves the others as they are', () => {
    const scene = { balance: '600', positions: [held('BTC', 'isolated'), held('ETH', 'isolated')] };
    const exposure = assessOrder({ ...scene, order: third('isolated') });
    expect(exposure.idle.balance).toBe('400');
    expect(exposure.losses.worst).toEqual({ amount: '200', why: 'isolated-margin' });
    expect(shock(exposure.shocks, 'this', '-0.15', 'isolated')).toMatchObject({
      loss: '150',
      equity: '850',
      marginRatio: '0.085',
      liquidated: [],
    });
    expect(exposure.positions.slice(0, 2)).toEqual(assessScene(scene).positions);
    const fallen = assessScene({
      balance: '400',
      positions: [...scene.positions, { ...held('SOL', 'isolated'), markPrice: decimal('85') }],
    });
    expect(leftOf(fallen, 2, 200)).toBe(50);
    expect(fallen.positions[2]?.maintenanceMargin).toBe('4.25');
    expect(fallen.positions.slice(0, 2)).toEqual(assessScene(scene).positions);
    expect(
      number((exposure.losses.worst as { amount: string }).amount) / number(exposure.equity.before),
    ).toBe(0.2);
  });

  it('EX-4b: cross, the same fall leaves 850 behind all three', () => {
    const exposure = assessOrder({
      balance: '1000',
      positions: [held('BTC', 'cross'), held('ETH', 'cross')],
      order: third('cross'),
    });
    const fallen = shock(exposure.shocks, 'this', '-0.15', 'cross');
    expect(fallen).toMatchObject({ equity: '850', loss: '150', liquidated: [] });
    expect(number(fallen.marginRatio)).toBeCloseTo(0.017, 3);
    expect(number(fallen.marginRatio) * 850).toBeCloseTo(14.25, 10);
  });

  it('EX-4c: one falling alone looks harmless, all three together do not', () => {
    const scene = { balance: '1000', positions: [held('BTC', 'cross'), held('ETH', 'cross')] };
    const exposure = assessOrder({ ...scene, order: third('cross') });
    expect(liquidationPercent(exposure.liquidation)).toBeCloseTo(-98.99, 2);
    expect(assessOrder({ balance: '1000', order: third('cross') }).liquidation).toMatchObject({
      kind: 'none',
    });
    expect(
      liquidationPercent(assessOrder({ ...scene, order: third('cross', 'short') }).liquidation),
    ).toBeCloseTo(98, 1);
    expect(
      liquidationPercent(assessOrder({ balance: '1000', order: third('cross', 'short') }).liquidation),
    ).toBeCloseTo(99, 1);
    const joint = shock(exposure.shocks, 'together', '-0.15', 'cross');
    expect(joint).toMatchObject({ loss: '450', equity: '550' });
    expect(number(joint.marginRatio) * 550).toBeCloseTo(12.75, 10);
    const together = (fall: string) =>
      number(
        assessScene({
          balance: '1000',
          positions: ['BTC', 'ETH', 'SOL'].map((symbol) => ({
            ...held(symbol, 'cross'),
            markPrice: decimal(fall),
          })),
        }).marginRatio.after,
      );
    // The document's notes say -32.995 %; 2,000 / (30 x 0.995) is 67.0017, that is -32.998 %.
    expect(together('67.002')).toBeLessThan(1);
    expect(together('67.001')).toBeGreaterThan(1);
    const bankruptAt = (mark: string) =>
      number(
        assessScene({
          balance: '1000',
          positions: ['BTC', 'ETH', 'SOL'].map((symbol) => ({
            ...held(symbol, 'cross'),
            markPrice: decimal(mark),
          })),
        }).equity.after,
      );
    // -33.33 %
    expect(bankruptAt('66.67')).toBeCloseTo(0.1, 10);
    expect(bankruptAt('66.66')).toBeCloseTo(-0.2, 10);
    expect(
      liquidationPercent(assessOrder({ balance: '1000', order: third('isolated') }).liquidation),
    ).toBeCloseTo(-19.598, 3);
  });
});

it('EX-5: 100 isolated at 10x out of 1,000: close to 100, with 0.95 of fees, and 900 untouched', () => {
  const exposure = assessOrder({
    balance: '1000',
    instruments: { BTC: contract({ takerFee: decimal('0.0005'), makerFee: decimal('0.0005') }) },
    order: order('BTC', 'long', '10', 'isolated'),
  });
  expect(liquidationPercent(exposure.liquidation)).toBeCloseTo(-9.548, 3);
  const { atLiquidation } = exposure.losses;
  if (!('priceLoss' in atLiquidation)) throw new Error('there is a liquidation price');
  expect(number(atLiquidation.priceLoss)).toBeCloseTo(95.48, 2);
  const maintenance = number(atLiquidation.price) * 10 * 0.005;
  expect(maintenance).toBeCloseTo(4.52, 2);
  expect(100 - number(atLiquidation.priceLoss)).toBeCloseTo(maintenance, 10);
  expect(number(atLiquidation.fees)).toBeCloseTo(0.95, 2);
  expect(exposure.losses.worst).toEqual({ amount: '100.5', why: 'isolated-margin' });
  // The 900 of the document, less the opening fee of 0.5.
  expect(exposure.idle).toMatchObject({ balance: '899.5', atRisk: '0' });
});

it('EX-6: a plan of 50 against the whole wallet is a ratio', () => {
  const exposure = assessOrder({
    balance: '1000',
    assumptions: { slippage: decimal('0') },
    order: order('BTC', 'short', '10', 'cross', { stopLoss: decimal('105') }),
  });
  expect(exposure.plannedVersusExposed).toEqual({ planned: '50', exposed: '1000', ratio: '20' });
});

describe('EX-7: 500 on cross, ETH long and BTC short', () => {
  const account = (ethPnl: string) =>
    assessScene({
      balance: '500',
      positions: [
        position('ETH', 'long', '10', 'cross', { markPrice: decimal(ethPnl) }),
        position('BTC', 'short', '10', 'cross', { markPrice: decimal('96') }),
      ],
    });

  it('EX-7a: -120 and +40 leave 420', () => {
    expect(account('88').equity.after).toBe('420');
    expect(account('88').positions.map((each) => each.unrealisedPnl)).toEqual(['-120', '40']);
    // -16 %
    expect(1 - number(account('88').equity.after) / 500).toBeCloseTo(0.16, 12);
  });

  it('EX-7b: after the wick 280, and the profitable short stands behind the same loss', () => {
    expect(account('74').equity.after).toBe('280');
    expect(account('74').positions.map((each) => each.unrealisedPnl)).toEqual(['-260', '40']);
    // -44 %
    expect(1 - number(account('74').equity.after) / 500).toBeCloseTo(0.44, 12);
    const exposure = assessOrder({
      balance: '500',
      positions: [position('BTC', 'short', '10', 'cross', { markPrice: decimal('96') })],
      order: order('ETH', 'long', '10', 'cross'),
    });
    expect(exposure.positions[0]).toMatchObject({ unrealisedPnl: '40', exposedToThisOrder: true });
  });

  it('EX-7b: the document gives no sizes, so the liquidation price is unknown and names them', () => {
    const { size: _size, ...unsized } = order('ETH', 'long', '1', 'cross');
    const exposure = assessOrder({ balance: '500', order: unsized });
    expect(exposure.liquidation).toMatchObject({ known: false, missing: ['order.size'] });
  });
});

describe('EX-8: SOL, 150 planned, 1,000 in the wallet', () => {
  const instruments = { SOL: contract({ rate: '0.01' }) };
  const ticket = (side: 'long' | 'short', notional: number, marginMode: 'cross' | 'isolated') =>
    assessOrder({
      balance: '1000',
      instruments,
      order: order('SOL', side, String(notional / 100), marginMode),
    });

  it('the cross wallet is 850 beyond the plan, 6.67 times', () => {
    const exposure = ticket('long', 1500, 'cross');
    expect(exposure.plannedVersusExposed).toMatchObject({ planned: '150', exposed: '1000' });
    expect(number(exposure.plannedVersusExposed.ratio)).toBeCloseTo(6.67, 2);
    expect(exposure.idle.atRisk).toBe('850');
    expect(liquidationPercent(ticket('long', 1500, 'isolated').liquidation)).toBeCloseTo(-9.09, 2);
    expect(ticket('long', 1500, 'isolated').losses.worst).toMatchObject({ amount: '150' });
  });

  it.each([
    ['long', 1500, -66.3, 994.95],
    ['long', 3000, -32.7, 979.8],
    ['long', 7500, -12.5, 934.34],
    ['short', 1500, 65.0, 975.25],
    ['short', 3000, 32.0, 960.4],
    ['short', 7500, 12.2, 915.84],
  ] as const)('%s of %d is liquidated at %d percent, losing %d', (side, notional, percent, loss) => {
    const exposure = ticket(side, notional, 'cross');
    expect(liquidationPercent(exposure.liquidation)).toBeCloseTo(percent, 1);
    const { atLiquidation } = exposure.losses;
    expect(number((atLiquidation as { amount: string }).amount)).toBeCloseTo(loss, 2);
  });
});

describe('EX-9: 2,000 more than the margin needs', () => {
  const ticket = (side: 'long' | 'short', notional: number, wallet: string) =>
    assessOrder({ balance: wallet, order: order('BTC', side, String(notional / 100), 'cross') });

  it('a long within the wallet cannot be liquidated and can take 1,800 idle, not 2,000', () => {
    const exposure = ticket('long', 2000, '2200');
    expect(exposure.liquidation).toMatchObject({ kind: 'none' });
    expect(exposure.losses.worst).toEqual({ amount: '2000', why: 'notional' });
    expect(exposure.idle).toMatchObject({ balance: '2000', atRisk: '1800' });
    expect(exposure.initialMargin).toBe('200');
  });

  it.each([
    ['short', 2000, '2200', 109.0, 2179, 1979],
    ['long', 10000, '3000', -29.6, 2965, 1965],
    ['short', 10000, '3000', 29.4, 2935, 1935],
  ] as const)(
    '%s of %d on %s: %d percent, loses %d, of it %d idle',
    (side, notional, wallet, percent, loss, idle) => {
      const exposure = ticket(side, notional, wallet);
      expect(liquidationPercent(exposure.liquidation)).toBeCloseTo(percent, 1);
      expect(Math.round(number((exposure.losses.atLiquidation as { amount: string }).amount))).toBe(loss);
      expect(Math.round(number(exposure.idle.atLiquidation))).toBe(idle);
    },
  );
});

describe('EX-1d: the loss at the stop against a limit of the equity', () => {
  it('5 % of 1,000 is met by a size of 10 with a stop 5 % away', () => {
    const exposure = assessOrder({
      balance: '1000',
      assumptions: { slippage: decimal('0') },
      order: order('BTC', 'long', '10', 'isolated', { stopLoss: decimal('95') }),
    });
    expect(exposure.losses.atStop).toMatchObject({ amount: '50', priceLoss: '50' });
    expect(exposure.equity.before).toBe('1000');
  });
});

describe('EX-10: spot long against a perpetual short, 1 BTC each', () => {
  const ticket = order('BTC', 'short', '1', 'cross');
  const coin: CoinHolding = {
    symbol: 'BTC',
    amount: decimal('1'),
    inMarginAccount: true,
    weight: decimal('1'),
  };
  const assessed = (change: Partial<CoinHolding>, more: Partial<Order> = {}) =>
    assessOrder({
      balance: '50',
      account: { coins: [{ ...coin, ...change }] },
      order: { ...ticket, ...more },
    });
  const naked = () => assessOrder({ balance: '50', order: ticket });

  it('in the margin account the coin holds the liquidation off: 49 % away becomes 300 times the price', () => {
    const hedged = assessed({});
    expect(hedged.hedge).toEqual({ kind: 'in-margin', covered: '1', coveredInMargin: '1' });
    // 50 + P + (100 - P) = 0.005 P
    expect(hedged.liquidation).toMatchObject({ price: '30000' });
    expect(hedged.equity.after).toBe('150');
    expect(liquidationPercent(naked().liquidation)).toBeCloseTo(49.25, 2);
  });

  it('a shock against the short takes nothing while the coin gains what it loses', () => {
    expect(shock(assessed({}).shocks, 'this', '0.2', 'cross')).toMatchObject({
      equity: '150',
      loss: '0',
      liquidated: [],
    });
    expect(shock(assessed({}).shocks, 'together', '0.2', 'cross')).toMatchObject({ loss: '0' });
    expect(shock(naked().shocks, 'this', '0.2', 'cross')).toMatchObject({ equity: '30', loss: '20' });
  });

  it('what the venue takes off the coin is no hedge in margin: at 90 % liquidation is near again', () => {
    const hedged = assessed({ weight: decimal('0.9') });
    // 50 + 0.9 P + (100 - P) = 0.005 P
    expect(number((hedged.liquidation as { price?: string }).price)).toBeCloseTo(150 / 0.105, 8);
    expect(hedged.equity.after).toBe('150');
    expect(number(hedged.marginRatio.after)).toBeCloseTo(0.5 / 140, 12);
    expect(shock(hedged.shocks, 'this', '0.2', 'cross')).toMatchObject({ loss: '0' });
  });

  it('anywhere else it changes no figure: hedged in economics, not in margin', () => {
    const { hedge, ...apart } = assessed({ inMarginAccount: false });
    expect(hedge).toEqual({ kind: 'in-economics-only', covered: '1', coveredInMargin: '0' });
    expect(apart).toEqual(naked());
  });

  it('isolated margin is no part of the account the coin stands in', () => {
    const isolated = assessed({}, { marginMode: 'isolated' });
    expect(isolated.hedge).toMatchObject({ kind: 'in-economics-only' });
    expect(isolated.liquidation).toEqual(
      assessOrder({ balance: '50', order: { ...ticket, marginMode: 'isolated' } }).liquidation,
    );
  });

  it('a long is not hedged by coins, and is liquidated sooner with them than on their worth in cash', () => {
    const long = assessed({}, { side: 'long', size: decimal('3') });
    expect(long.hedge).toEqual({ kind: 'none' });
    // 50 + P + 3 (P - 100) = 3 P 0.005
    expect(number((long.liquidation as { price?: string }).price)).toBeCloseTo(250 / 3.985, 8);
    const inCash = assessOrder({ balance: '150', order: { ...ticket, side: 'long', size: decimal('3') } });
    expect(liquidationPercent(long.liquidation)).toBeGreaterThan(liquidationPercent(inCash.liquidation));
  });

  it('half a hedge covers half', () => {
    const half = assessOrder({
      balance: '50',
      account: {
        coins: [
          { ...coin, amount: decimal('0.4') },
          { ...coin, inMarginAccount: false },
        ],
      },
      order: ticket,
    });
    expect(half.hedge).toEqual({ kind: 'partly-in-margin', covered: '1', coveredInMargin: '0.4' });
  });

  it('for positions of other symbols the coin stands at its mark', () => {
    const exposure = assessScene({
      balance: '50',
      account: { coins: [coin] },
      positions: [position('ETH', 'long', '10', 'cross')],
    });
    const cash = assessScene({ balance: '150', positions: [position('ETH', 'long', '10', 'cross')] });
    expect(exposure.positions).toEqual(cash.positions);
    expect(exposure.shocks.find(({ move }) => move === '-0.1')).toMatchObject({ loss: '110' });
  });

  it('its money is idle money at risk', () => {
    const hedged = assessed({});
    expect(hedged.idle).toMatchObject({ balance: '140', atRisk: '140' });
    expect(hedged.losses.worst).toEqual({ amount: '150', why: 'cross-scope' });
  });

  it('a weight that is not known leaves what it decides unknown and the worst loss known', () => {
    const { weight: _left, ...unweighted } = coin;
    const exposure = assessOrder({ balance: '50', account: { coins: [unweighted] }, order: ticket });
    expect(exposure.liquidation).toMatchObject({ missing: ['account.coins[0].weight'] });
    expect(exposure.marginRatio.after).toMatchObject({ missing: ['account.coins[0].weight'] });
    expect(exposure.losses.worst).toMatchObject({ amount: '150' });
  });
});

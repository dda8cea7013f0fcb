import { describe, expect, it } from 'vitest';
import { assessOrder, contract, order, position } from '../../../../test/support/engine-input.ts';
import { decimal } from '../../../domain/decimal-string.ts';
import { unknown } from '../../../domain/known.ts';
import { chartFrame, linePath } from './chart-frame.ts';
import { lossPicture } from './loss-picture.ts';

function drawn(exposure: Parameters<typeof lossPicture>[0]) {
  const picture = lossPicture(exposure);
  if (picture.kind !== 'picture') throw new Error(`no picture: ${picture.kind}`);
  return picture;
}

/** Source document S2: 2,000 in the wallet, long of 2,000 at 10x, price 100, maintenance 0.5 %. */
const isolated = assessOrder({ balance: '2000', order: order('BTC', 'long', '20', 'isolated') });

describe('the picture of losses', () => {
  it('runs from the entry through the moves to the liquidation and stays level after it', () => {
    const { lines, entry, side } = drawn(isolated);
    expect([entry, side, lines.map(({ mode }) => mode)]).toEqual(['100', 'long', ['isolated', 'cross']]);
    const [own, cross] = lines;
    // 20 coins: each percent is 20; liquidated at 1,800 / (20 x 0.995) = 90.45; from -10 % on the 200 are gone.
    expect(own?.points.map(({ price, loss }) => [Number(price).toFixed(2), Number(loss).toFixed(1)])).toEqual(
      [
        ['100.00', '0.0'],
        ['98.00', '40.0'],
        ['95.00', '100.0'],
        ['92.00', '160.0'],
        ['90.45', '191.0'],
        ['90.00', '200.0'],
        ['85.00', '200.0'],
        ['80.00', '200.0'],
      ],
    );
    expect(own?.ended).toBe(true);
    // EX-2b: no liquidation on cross.
    expect(cross?.liquidation).toEqual({ kind: 'none' });
    expect(cross?.points.at(-1)).toEqual({ price: '80', loss: '400' });
    expect(cross?.ended).toBe(false);
  });

  it('counts from the entry, not from the mark', () => {
    // Limit at 90 under a mark of 100: a profit of 10 a coin is open at the mark.
    const { lines } = drawn(
      assessOrder({ balance: '2000', order: order('BTC', 'long', '10', 'cross', { price: decimal('90') }) }),
    );
    expect(lines[0]?.points.map(({ price, loss }) => [price, loss])).toEqual([
      ['90', '0'],
      ['85', '50'],
      ['80', '100'],
    ]);
  });

  it('rises for a short, and marks the stop with the loss every surface gives', () => {
    const exposure = assessOrder({
      balance: '1000',
      order: order('BTC', 'short', '10', 'isolated', { stopLoss: decimal('105') }),
    });
    const { lines, stop } = drawn(exposure);
    // 5 a coin, and slippage of 0.1 % of 1,050.
    expect(stop).toEqual({ kind: 'stop', price: '105', loss: '50', amount: '51.05' });
    const prices = lines.flatMap(({ points }) => points.map(({ price }) => Number(price)));
    expect(Math.min(...prices)).toBe(100);
    expect(lines[0]?.liquidation).toMatchObject({ kind: 'liquidation' });
  });

  it('leaves the moves out where a second leg on the symbol moves with them', () => {
    const { lines } = drawn(
      assessOrder({
        balance: '2000',
        positions: [position('BTC', 'short', '5', 'cross')],
        order: order('BTC', 'long', '10', 'isolated', { positionMode: 'hedge' }),
      }),
    );
    expect(lines[0]?.points.length).toBe(2);
  });

  it('draws nothing it does not know', () => {
    expect(lossPicture({ ...isolated, positions: [] })).toEqual({ kind: 'nothing' });
    const { price: _price, ...unpriced } = order('BTC', 'long', '20', 'isolated');
    expect(lossPicture(assessOrder({ balance: '2000', order: unpriced })).kind).toBe('unknown');
    const gap = unknown('ambiguous', 'marginMode');
    expect(lossPicture({ ...isolated, marginMode: gap, otherMode: gap })).toEqual({
      kind: 'unknown',
      because: gap,
    });
    const noWallet = assessOrder({ order: order('BTC', 'long', '20', 'cross') });
    expect(drawn(noWallet).lines[0]?.points).toEqual([{ price: '100', loss: '0' }]);
    expect(drawn(noWallet).lines[0]?.liquidation).toMatchObject({ known: false });
  });
});

describe('the frame of the drawing', () => {
  it('reaches to the farthest point that is near enough, and the level line to the edge', () => {
    const picture = drawn(isolated);
    const frame = chartFrame(picture, 200, 100);
    expect([frame.farPrice, frame.mostLoss]).toEqual([80, 400]);
    expect(frame.x(decimal('90'))).toBe(100);
    expect(frame.y(decimal('200'))).toBe(50);
    const [own, cross] = picture.lines;
    if (own === undefined || cross === undefined) throw new Error('two modes');
    expect(linePath(own, frame)).toMatch(/^M0 0L20 10L50 25L80 40.*L200 50H200$/);
    expect(linePath(cross, frame)).toMatch(/L200 100$/);
  });

  it('does not shrink everything for a liquidation far away', () => {
    // EX-2e: alone on cross the short is liquidated at +198.5 %.
    const exposure = assessOrder({
      balance: '2000',
      instruments: { ETH: contract() },
      order: order('ETH', 'short', '10', 'cross', { leverage: decimal('5') }),
    });
    expect(chartFrame(drawn(exposure), 200, 100).farPrice).toBe(120);
  });
});

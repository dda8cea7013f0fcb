import { expect, it } from 'vitest';
import { addsToLoser } from './adds-to-loser.ts';
import { decimal } from './decimal-string.ts';

const order = { symbol: 'BTCUSDT', side: 'long' } as const;
const long = { ...order, size: decimal('1'), entryPrice: decimal('100') };

it.each([
  ['no position', [], false],
  ['another symbol in loss', [{ ...long, symbol: 'ETHUSDT', unrealisedPnl: decimal('-5') }], false],
  ['the other side in loss', [{ ...long, side: 'short' as const, unrealisedPnl: decimal('-5') }], false],
  ['a loss the page prints', [{ ...long, unrealisedPnl: decimal('-0.01') }], true],
  ['nothing lost', [{ ...long, unrealisedPnl: decimal('-0.00') }], false],
  [
    'the page’s figure before the mark',
    [{ ...long, markPrice: decimal('90'), unrealisedPnl: decimal('3') }],
    false,
  ],
  ['a long under its entry', [{ ...long, markPrice: decimal('99.9') }], true],
  ['a long above its entry', [{ ...long, markPrice: decimal('100.1') }], false],
  ['a long at its entry', [{ ...long, markPrice: decimal('100') }], false],
  ['a position nobody can judge', [{ ...order, size: decimal('1') }], undefined],
])('%s', (_what, positions, expected) => {
  expect(addsToLoser(order, positions)).toBe(expected);
});

it('a short loses above its entry', () => {
  const short = { symbol: 'BTCUSDT', side: 'short' as const };
  const position = { ...short, size: decimal('1'), entryPrice: decimal('100') };
  expect(addsToLoser(short, [{ ...position, markPrice: decimal('101') }])).toBe(true);
  expect(addsToLoser(short, [{ ...position, markPrice: decimal('99') }])).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { PositionRow } from '../../domain/ticket-reading.ts';
import { withoutLots } from './merge-lots.ts';

const row = (symbol: string, side: 'long' | 'short', size: string, entryPrice: string): PositionRow => ({
  symbol,
  side,
  size: decimal(size),
  entryPrice: decimal(entryPrice),
});

describe('lots below their position', () => {
  it('are no positions of their own', () => {
    const position = row('JTO', 'short', '900', '2.6');
    const next = row('BTC', 'long', '0.1', '60000');
    expect(
      withoutLots([position, row('JTO', 'short', '600', '2.65'), row('JTO', 'short', '300', '2.5'), next]),
    ).toEqual([position, next]);
    expect(withoutLots([position, row('JTO', 'short', '900', '2.6')])).toEqual([position]);
  });

  it('are not made of positions that do not add up, or of the other side', () => {
    const two = [row('JTO', 'short', '900', '2.6'), row('JTO', 'short', '900', '2.7')];
    expect(withoutLots(two)).toEqual(two);
    const hedged = [row('JTO', 'short', '900', '2.6'), row('JTO', 'long', '900', '2.6')];
    expect(withoutLots(hedged)).toEqual(hedged);
    const apart = [row('A', 'long', '3', '1'), row('A', 'long', '1', '1'), row('A', 'long', '1', '1')];
    expect(withoutLots(apart)).toEqual(apart);
    expect(withoutLots([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import disagreements from '../../test/golden/disagreements.json' with { type: 'json' };
import { gap } from '../../test/support/golden.ts';
import { decimal, subtractDecimals } from '../domain/decimal-string.ts';
import { parse, unitOf } from './decimal.ts';

/**
 * Printed figures that the engine does not give, with what it gives instead. A ledger, exact both ways: a row whose figure
 * has come nearer, or has moved away, fails. The reasons are in docs/disagreements.md too.
 */
describe('known disagreements', () => {
  it.each(disagreements)('$id: $printed is printed, ours is off by $by', (row) => {
    const { input, figure, printed, ours, by } = row;
    expect(subtractDecimals(decimal(ours), decimal(printed))).toBe(by);
    const places = ours.split('.')[1]?.length ?? 0;
    const half = unitOf(places).div(2);
    expect(gap(input, figure, ours)?.lte(half), `no longer ${ours}`).toBe(true);
    expect(gap(input, figure, printed)?.gt(half), 'agrees now').toBe(true);
    expect(parse(decimal(by)).isZero()).toBe(false);
    expect(row.why).not.toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import examples from '../../test/golden/examples.json' with { type: 'json' };
import { casesOf, type GoldenRow, gap } from '../../test/support/golden.ts';
import { decimal } from '../domain/decimal-string.ts';
import { parse } from './decimal.ts';

/** Margins, costs, fees, ratios and prices of the venues' worked examples, by the example's id. */

describe('worked examples of the venues', () => {
  it.each(casesOf(examples as unknown as readonly GoldenRow[]))(
    '$id: $figure is $printed ($source)',
    ({ input, figure, printed, tolerance }) => {
      const off = gap(input, figure, printed);
      if (off !== null) expect(off.lte(parse(decimal(tolerance))), `off by ${off.toFixed()}`).toBe(true);
    },
  );
});

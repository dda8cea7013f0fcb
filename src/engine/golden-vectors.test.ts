import { describe, expect, it } from 'vitest';
import vectors from '../../test/golden/vectors.json' with { type: 'json' };
import { casesOf, type GoldenRow, gap } from '../../test/support/golden.ts';
import { decimal } from '../domain/decimal-string.ts';
import { parse } from './decimal.ts';

/**
 * Everything that real accounts, and documentation samples of their form, print and that follows from what they print beside
 * it. `rulesOf` names the date whose rules a row runs with where the venue has changed them since.
 */
describe('figures as exchanges reported them', () => {
  it.each(casesOf(vectors as unknown as readonly GoldenRow[]))(
    '$id: $figure is $printed ($source)',
    ({ input, figure, printed, tolerance }) => {
      const off = gap(input, figure, printed);
      if (off !== null) expect(off.lte(parse(decimal(tolerance))), `off by ${off.toFixed()}`).toBe(true);
    },
  );
});

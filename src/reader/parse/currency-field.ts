import type { Field } from '../../domain/ticket-reading.ts';
import { isSettleUnit } from '../convert/unit-of.ts';
import type { Rung } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import { type NumberContext, parseNumber } from '../numbers/parse-number.ts';
import type { RecipeField } from '../recipe.ts';
import { resolveField } from './resolve-field.ts';

/** The currency printed beside the money of the ticket; every one that is printed must be the same. */
export function currencyField(
  { market }: Scene,
  rungs: (field: RecipeField) => readonly Rung[],
  context: (rung: Rung & { kind: 'raw' }) => NumberContext,
): Field<string> {
  const printed = (['available', 'walletBalance', 'equity'] as const).flatMap((field) =>
    rungs(field).filter((rung): rung is Rung & { kind: 'raw' } => {
      if (rung.kind !== 'raw') return false;
      const parsed = parseNumber(rung.text, context(rung));
      return (
        parsed.kind === 'number' &&
        /^[A-Za-z0-9₮]{1,10}$/.test(parsed.unit) &&
        /[A-Z₮]/.test(parsed.unit) &&
        isSettleUnit(parsed.unit, market)
      );
    }),
  );
  return resolveField('currency', printed, (rung) => {
    const parsed = parseNumber(rung.text, context(rung));
    return parsed.kind === 'number'
      ? { value: parsed.unit === '₮' ? 'USDT' : parsed.unit }
      : { why: 'unparsable' };
  });
}

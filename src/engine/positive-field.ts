import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import type { Field } from '../domain/ticket-reading.ts';
import { parse } from './decimal.ts';

/** A price, size or leverage the page shows; one that is not above zero says nothing. */
export function positive(field: Field<DecimalString>): DecimalString | undefined {
  if (!field.known || !isDecimalString(field.value)) return undefined;
  return parse(field.value).gt(0) ? field.value : undefined;
}

import { decimal, isDecimalString } from '../../domain/decimal-string.ts';
import { figureText } from '../kit/money.tsx';
import type { Wording } from '../kit/wording.ts';

/** What the engine's check asks for, said to a person: the check itself speaks to those who write JSON. */
export function expectedText(expected: string, wording: Wording): string {
  const { translate } = wording;
  const [, from, to] = /^a fraction from (-?[\d.]+) to (-?[\d.]+)/.exec(expected) ?? [];
  if (isDecimalString(from) && isDecimalString(to)) {
    return translate('sim_expected_share', percent(from, wording), percent(to, wording));
  }
  if (expected.startsWith('a decimal string above zero')) return translate('sim_expected_positive');
  if (expected.startsWith('a decimal string that is not negative'))
    return translate('sim_expected_not_negative');
  if (expected.startsWith('a decimal string')) return translate('sim_expected_number');
  if (expected === 'a non-empty text') return translate('sim_expected_text');
  return translate('sim_expected_other', expected);
}

function percent(value: string, wording: Wording): string {
  return figureText(decimal(value), 'percent', wording);
}

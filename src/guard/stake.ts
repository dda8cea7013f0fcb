import type { SideAssessment } from '../domain/assessment.ts';
import { canonicalDecimal, type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import { isOrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { typedNumber } from '../ui/kit/typed-number.ts';
import type { Wording } from '../ui/kit/wording.ts';
import { worstAmount } from '../ui/kit/worst-amount.ts';

/**
 * The amount the trader types to go on: this ticket's worst loss, where that is not known what is lost within reach.
 * `undefined`: there is no figure to type.
 */
export function stakeOf({ exposure }: SideAssessment): DecimalString | undefined {
  if (!isOrderExposure(exposure)) return undefined;
  return [worstAmount(exposure.losses), exposure.reach.loss].find(
    (figure): figure is DecimalString => !isUnknown(figure),
  );
}

/** The amount as it is asked for: rounded up like every loss, without the currency's sign. */
export function stakeText(stake: DecimalString, wording: Wording): string {
  return bare(wording.figures.loss(stake));
}

function bare(text: string): string {
  return text.replace(/[^\p{Nd}.,'’\s\u00a0\u202f٫٬-]/gu, '').trim();
}

/** Our own spelling back as plain digits: its thousands marks are known to be ones, whatever their groups. */
function plainDigits(asked: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
  const marks = new Map(format.formatToParts(12345678.9).map(({ type, value }) => [value, type]));
  const digits = new Map(
    Array.from({ length: 10 }, (_, digit) => [
      new Intl.NumberFormat(locale, { useGrouping: false }).format(digit),
      String(digit),
    ]),
  );
  return [...asked]
    .map((mark) => digits.get(mark) ?? (marks.get(mark) === 'decimal' ? '.' : /\d/.test(mark) ? mark : ''))
    .join('');
}

/**
 * Whether what was typed is that amount, to the digit it is shown with. Thousands marks may be left out; the shown
 * spelling itself always counts, in whatever digits the locale writes.
 */
export function isStakeTyped(text: string, stake: DecimalString, wording: Wording): boolean {
  const asked = stakeText(stake, wording);
  const typed = bare(text);
  if (typed === '') return false;
  if (typed === asked) return true;
  const expected = plainDigits(asked, wording.locale);
  return isDecimalString(expected) && typedNumber(typed, wording.locale) === canonicalDecimal(expected);
}

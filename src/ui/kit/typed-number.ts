import { canonicalDecimal, type DecimalString, isDecimalString } from '../../domain/decimal-string.ts';

interface Marks {
  readonly point: string;
  readonly group: string;
}

function marksOf(locale: string): Marks {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.8);
  const mark = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  return { point: mark('decimal') ?? '.', group: mark('group') ?? ',' };
}

const spaces = /[\s\u00a0\u202f]/gu;
/** Swiss keyboards and locale tables do not agree on which apostrophe groups thousands. */
const apostrophes = /['’ʼ]/gu;

/**
 * What a person typed into a field, as a decimal string; `undefined` when it is not one number beyond doubt.
 * The locale decides between a decimal and a thousands mark; thousands marks count only where they stand in groups of
 * three. Around the number only `unit` may stand.
 */
export function typedNumber(text: string, locale: string, unit = ''): DecimalString | undefined {
  const { point, group } = marksOf(locale);
  const bare = text.replace(spaces, '').replace(apostrophes, '’').replace(/^[−–]/, '-');
  const alone = unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
  const ungrouped = withoutGroups(alone, group.replace(spaces, '').replace(apostrophes, '’'), point);
  const plain = ungrouped.replace(point, '.').replace(/^(-?)\./, '$10.');
  const value = /^-?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  return isDecimalString(value) && value.length <= 40 ? canonicalDecimal(value) : undefined;
}

/** `1,234.5` without its groups; anything that is not grouped in threes is left as it is. */
function withoutGroups(text: string, group: string, point: string): string {
  if (group === '') return text;
  const [whole = '', ...rest] = text.split(point);
  const [first = '', ...groups] = whole.split(group);
  const inThrees =
    groups.length > 0 && /^-?[1-9]\d{0,2}$/.test(first) && groups.every((each) => /^\d{3}$/.test(each));
  return inThrees ? [first + groups.join(''), ...rest].join(point) : text;
}

/** A decimal string as a person of this locale would type it: the locale's decimal mark and no thousands marks. */
export function numberForTyping(value: DecimalString, locale: string): string {
  return value.replace('.', marksOf(locale).point);
}
